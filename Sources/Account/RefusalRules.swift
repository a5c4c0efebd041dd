// Words that refuse a login and name no cause, where no code says more.

import Vocabulary

extension GeneralRule {
  static let refusals: [GeneralRule] = [
    .init(mailProtocol: .imap, moments: [.login], words: refused, causes: refusedByIMAP),
    .init(mailProtocol: .smtp, moments: [.login], words: refused, causes: refusedBySMTP),
    // RFC 9051 7.1.3: not understood, which says nothing about the secret.
    .init(mailProtocol: .imap, condition: "BAD", causes: [.clientProtocolError]),
  ]

  private static let refused: [Wording] = [
    "auth|authenticate|authentication|login|logon|log in|sign in|signin … fail|failed|failure|error|unsuccessful|denied|rejected|refused|incorrect|invalid",
    "bad|incorrect|invalid|wrong|unknown … credentials|login|logon|password|passwd|user|username|authentication|account",
    "credential*|password|passwd|username … bad|incorrect|invalid|wrong|mismatch|not accepted|rejected|not match|error|failed",
    "authorized users only", "access denied", "not authenticated", "unable to authenticate", "cannot authenticate",
    "could not authenticate",
    "unauthorized", "not authorized", "password mismatch", "auth error",
    "用户名|用戶名|账号|帐号|帳號|密码|密碼|口令 … 错误|錯誤|有误|不正确|不正確|不匹配|不对|不符|无效", "认证失败|验证失败|登录失败|登陆失败|登入失敗|驗證失敗|身份验证失败",
    "неверн*|неправильн* … логин|пароль|имя|данные", "ошибка … авторизации|аутентификации|входа", "nevern*|nepraviln* … login|parol*|imya",
    "parol* … nevern*|nepraviln*", "mot de passe|identifiant*|authentification … incorrect*|invalide*|errone*|echou*|refuse*",
    "benutzername|kennwort|passwort|zugangsdaten|anmeldung … falsch|ungultig|ungueltig|ungültig|fehlgeschlagen|fehlerhaft|nicht korrekt",
    "password|credenziali|autenticazione … errat*|non valid*|fallit*", "contraseña|usuario|credenciales … incorrect*|invalid*|erróne*",
    "nieprawidlow*|nieprawidłow*|bledn*|błędn*|niepoprawn* … login|haslo|hasło|dane|użytkownik*",
    "nespravn*|nesprávn*|neplatn*|chybn* … heslo|jmeno|jméno|login",
    "невірн*|неправильн*|хибн* … логін|пароль", "onjuist*|ongeldig*|verkeerd* … wachtwoord|gebruikersnaam|inlog*", "autenticazione fallita",
    "senha|usuário … incorret*|inválid*", "비밀번호|아이디|로그인 … 틀|일치하지|실패|잘못", "パスワード|ログイン|認証 … 違|正しく|失敗|エラー",
  ]
}
