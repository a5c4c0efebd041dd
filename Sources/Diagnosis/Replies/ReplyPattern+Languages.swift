// How servers name causes in other languages than English. Latin words have no accents: `NormalizedReply.plain` removes
// them.

/// Patterns by cause: in Chinese, Japanese and Korean, Russian, then the other European languages.
enum LanguageWords {
  static let wrongPassword: [ReplyPattern] = [
    "用户名|用戶名|账号|帐号|帳號|账户|密码|密碼|口令|身份 … 错误|錯誤|有误|有誤|不正确|不正確|不匹配|不对|不符|无效|失败|失敗", "ユーザ|パスワード|ログイン|認証|id … 違|正しく|誤|間違|失敗|エラー|一致しま",
    "비밀번호|아이디|로그인|인증 … 틀|일치하지|실패|잘못|올바르|다시 확인|오류", "неверн*|неправильн*|ошибочн*|некорректн* … логин*|парол*|имя|данные|учетн*",
    "парол*|логин* … неверн*|неправильн*|не подходит|не совпада*",
    "utilisateur|mot de passe|identifiant*|authentification|connexion … incorrect*|invalide*|errone*|echou*|echec|refuse*|mauvais",
    "mauvais|echec|erreur … mot de passe|identifiant*|authentification|connexion",
    "falsch*|ungultig*|ungueltig* … passwort|kennwort|benutzername|zugangsdaten|login",
    "utente|password|credenziali|accesso … errat*|non valid*|non corrett*|fallit*",
    "contrasena|usuario|credenciales|clave|autenticacion … incorrect*|invalid*|errone*|no valid*|no es valid*|fallid*|fallo",
    "error|fallo … autenticacion|contrasena",
    "senha|usuario|credenciais|autenticacao|login … incorret*|invalid*|errad*|falhou|nao confere*",
    "haslo|login|dane … nieprawidlow*|bledn*|niepoprawn*", "blad … logowania|autoryzacji",
    "heslo|jmeno|prihlas* … nespravn*|neplatn*|chybn*|selhal*",
    ReplyPattern(
      "wachtwoord|gebruikersnaam|inloggegevens|losenord|anvandarnamn|adgangskode|passord|salasana|jelszo|parola|sifre … onjuist|"
        + "ongeldig|verkeerd|felaktig*|fel|forkert|feil|vaara|virheellinen|hibas|gresit*|hatali|yanlis"),
    "felaktig*|fel|ogiltig* … losenord|anvandarnamn|inloggning*",
    "forkert|feil|ugyldig* … adgangskode|kodeord|passord|brugernavn|brukernavn", "vaara|virheellinen … salasana|kayttajatunnus",
    "kullanici|sifre|parola … hatali|yanlis|gecersiz", "hibas|helytelen … jelszo|felhasznalo*",
    "parola|utilizator … incorect*|gresit*|invalid*", "грешн*|невалидн* … парол*|потребител*|име", "λανθασμεν*|λάθος … κωδικ*|συνθηματικ*",
    "认证失败|验证失败|登录失败|登陆失败|登入失敗|驗證失敗|身份验证失败", "ошибка … авторизации|аутентификации|входа", "nevern*|nepraviln* … login|parol*|imya",
    "parol* … nevern*|nepraviln*",
    "benutzername|kennwort|passwort|zugangsdaten|anmeldung … falsch|ungultig|ungueltig|ungültig|fehlgeschlagen|fehlerhaft|nicht korrekt",
    "password|credenziali|autenticazione … errat*|non valid*|fallit*",
    "nieprawidlow*|nieprawidłow*|bledn*|błędn*|niepoprawn* … login|haslo|hasło|dane|użytkownik*",
    "nespravn*|nesprávn*|neplatn*|chybn* … heslo|jmeno|jméno|login", "невірн*|неправильн*|хибн* … логін|пароль",
    "onjuist*|ongeldig*|verkeerd* … wachtwoord|gebruikersnaam|inlog*", "autenticazione fallita",
  ]

  static let locked: [ReplyPattern] = [
    "被锁|锁住|已锁|欠费|停机|风控|禁止登录|禁止登陆", "违规 … 封|禁|冻结", "账号|帐号|帳號|账户|用户|邮箱 … 异常|異常|被禁|已禁|失效|已过期|已到期|被回收|未启用",
    "アカウント|利用|メールボックス … ロック|停止|無効|凍結|制限|削除", "계정|아이디|메일함 … 정지|잠금|잠겼|차단|휴면|탈퇴|제한|보호", "보호조치",
    "ящик|аккаунт|учетн*|запись|пользовател* … заблок*|блокир*|отключ*|удал*|приостан*|заморож*|неактив*",
    "compte|boite|acces … bloque*|suspendu*|desactive*|verrouille*|resilie*|ferme*",
    "konto|postfach|zugang … gesperrt|deaktiviert|geschlossen|blockiert|stillgelegt",
    "account|casella|utente|utenza … bloccat*|sospes*|disattivat*|disabilitat*|scadut*",
    "cuenta|buzon|usuario … bloquead*|suspendid*|deshabilitad*|desactivad*|cancelad*",
    "conta|caixa|usuario … bloquead*|suspens*|desativad*|cancelad*|inativ*", "konto|skrzynka … zablokowan*|zawieszon*|nieaktywn*|usuniet*",
    "ucet|schranka … zablokovan*|zrusen*|deaktivovan*", "konto*|brevlada … sparrat|last|avstangt|inaktiverat",
    "hesap|hesabiniz … kilitli|askiya|engellen*", "锁定|鎖定|冻结|凍結|停用|封禁|被封|封停|注销|账号异常|帐号异常|账户异常|帐户异常|被禁用|已禁用|被限制|停止服务|已停止|休眠|暂停|黑名单",
    "заблокир*|блокир*|приостан*|удал*|заморож*", "zablokir*|blokir*|priostan*", "gesperrt|bloqué|bloccato|bloqueada", "정지|잠금|잠겼|휴면",
    "ロックされ|停止され|凍結",
  ]

  /// At the login, for IMAP and SMTP.
  static let switchedOff: [ReplyPattern] = [
    "imap|smtp|pop|协议|客户端|第三方|外部 … 未开|未開|没开|没有开|未启|未激活|关闭|關閉|禁止|不允许|无法使用|被限制", "没有|没|无 … imap|smtp|pop|客户端|第三方 … 权限|功能|服务",
    "未开放|未开通|尚未开启|不允许 … imap|smtp|pop|客户端|第三方", "imap|smtp|pop|メールソフト|メールクライアント|外部 … 無効|オフ|許可|有効|利用でき|使用でき|制限",
    "imap|smtp|pop|외부메일|외부 메일|메일 프로그램 … 비활성|사용하지|사용 안|사용안|허용|설정|해제|꺼져",
    "imap|smtp|протокол*|клиент*|программ* … отключ*|выключ*|запрещ*|запрет*|не включ*|не разреш*|закрыт*|недоступен",
    "включите|разрешите|разреш* … imap|smtp|доступ|почтов*",
    "imap|smtp|pop|acces externe … desactive*|non active*|pas active*|pas autorise*|interdit*|n est pas",
    ReplyPattern(
      "imap|smtp|pop|externe … deaktiviert|nicht aktiv*|nicht erlaubt|nicht freigegeben|nicht freigeschaltet|ausgeschaltet|"
        + "gesperrt|abgeschaltet"),
    "aktivieren|freischalten … imap|smtp|pop3", "imap|smtp|accesso … disabilitat*|disattivat*|non abilitat*|non attiv*|non consentit*",
    "imap|smtp|acceso … deshabilitad*|desactivad*|no habilitad*|no esta habilitad*|no esta activ*|no permitid*",
    "imap|smtp|acesso … desabilitad*|desativad*|nao habilitad*|nao esta habilitad*|nao ativ*|nao permitid*",
    "imap|smtp|dostep … wylaczon*|zablokowan*|niedostepn*|nieaktywn*|nie jest aktywn*|nie jest wlaczon*",
    "imap|smtp|pristup … zakazan*|vypnut*|neni povolen*",
    "imap|smtp … avaktiverat|inaktiverat|deaktiveret|deaktivert|uitgeschakeld|niet ingeschakeld|ei ole kaytossa|kapali|letiltva",
    "请 … 开启|开通|启用|打开 … imap|smtp|pop3|服务|服務|协议|客户端", "доступ … запрещ*|отключ*|закрыт*|выключ*",
    "dostup … zapresh*|otklyuch*|zakryt*|vyklyuch*",
  ]

  static let rateLimited: [ReplyPattern] = [
    "过于频繁|過於頻繁|操作频繁|次数过多|次數過多|超过次数|次数超|错误过多|失败次数|失敗次數|连续 … 错误|失败", "回数|試行|頻繁 … 超|多|制限|上限", "횟수|시도|너무 많|과도",
    "слишком много|много попыток|превышен* … попыт*|запрос*|част*|количеств*",
    "trop de|nombre … tentative*|essai*|echec*|requete*|connexions echouees",
    "zu viele|zu oft|zu häufig … versuch*|anmelde*|fehl*|login*|anfragen",
    "troppi|troppe|demasiados|demasiadas|muitas|muitos|excesso … tentativ*|intentos|acces*|errori|fallid*|errores|requisicoes",
    "zbyt wiele|zbyt duzo|przekroczono … prob|logowan*|liczbe", "prilis mnoho|prilis … pokus*",
    "for manga|for mange|te veel|liian monta|cok fazla|tul sok", "频繁|頻繁|频率|頻率|次数过多|次數過多|次数太多|次数超|次数已|尝试过多|多次尝试|多次错误|请求过多|错误次数|输错次数",
    "слишком|превыш* … много|част*|попыт*|лимит", "slishkom … mnogo|chasto", "trop de|trop d … tentative*|essai*",
  ]

  static let appPassword: [ReplyPattern] = [
    "アプリ … パスワード", "앱|애플리케이션|외부 … 비밀번호", "парол* … для … приложени*|почтов* клиент*|внешн*|программ*",
    "mot de passe … d application|applicatif|application*|dedie|specifique",
    "app passwort|anwendungs*|geratepasswort|programmpasswort|passwort fur e mail programme|e mail passwort",
    "password … applicazion*|per le app|per app", "contrasena … aplicacion*|de app", "senha … aplicativ*|de app|de aplicacao",
    "haslo … aplikacj*|zewnetrzn*", "heslo … aplikac*|pro aplikaci",
    "applosenord|app losenord|app wachtwoord|app adgangskode|uygulama sifresi", "парол* … приложени*|внешн*|зовнішн*|програм*",
    "parol* … prilozheni*|vneshn*", "contraseña* … aplicaci*|app", "password … per le app|specifica|applicazion*",
    "senha* … aplicativ*|app", "애플리케이션 비밀번호|앱 비밀번호", "アプリパスワード|アプリ用パスワード|アプリケーション専用|アプリ固有",
  ]

  static let webLogin: [ReplyPattern] = [
    "网页|網頁|浏览器|官网|人机验证|滑块|风险|扫码", "ブラウザ|ウェブメール … ログイン|確認", "웹|홈페이지 … 로그인|인증|해제|확인",
    "через браузер|через веб|в браузере|на сайте|подтверди*", "webmail|navigateur|sur le site … connect*|valid*",
    "connectez vous … webmail|site|navigateur", "im webmail|uber die webseite|uber den browser|im browser … anmelden|einloggen|bestatigen",
    "acceda|accedi|acceder|acesse|ingrese|zaloguj … webmail|web|navegador|browser|sito|site|przegladark*",
    "网页登录|網頁登入|登录网页|登录网站|网页版|浏览器|登录官网|验证码|安全验证|首次登录|激活|web端|网页端", "веб интерфейс*|браузер*|через сайт|на сайте",
    "veb interfeys*|brauzer*|cherez sayt", "navigateur|im browser|über den browser",
  ]

  static let expired: [ReplyPattern] = [
    "密码|密碼|口令 … 过期|過期|到期|失效|已重置", "请|必须|需要|首次 … 修改|更改|重置|更换 … 密码|密碼|口令", "初始密码|默认密码", "パスワード … 期限|変更|再設定|更新", "비밀번호 … 만료|변경|재설정",
    "парол* … истек*|истёк*|устарел*|смен*|измен*|обнов*", "смените|измените|обновите … парол*",
    "mot de passe … expire*|changer|reinitialis*|modifier|renouvel*",
    "passwort|kennwort … abgelaufen|andern|geandert werden|zurucksetzen|erneuern", "password … scadut*|cambiare|modificare|aggiornare",
    "contrasena|clave … caduc*|expir*|vencid*|cambiar|venci*", "senha … expir*|vencid*|alterar|trocar|redefin*",
    "haslo … wygas*|zmien*|zmian*", "heslo … vyprsel*|zmen*", "修改密码|更改密码|重置密码|重设密码|变更密码", "parol* … istek*|ustarel*|smen*",
    "mot de passe … expir*", "password scaduta",
  ]

  static let unknownUser: [ReplyPattern] = [
    "用户|用戶|帐号|账号|帳號|账户|邮箱|成员 … 不存在|未注册|格式|没有找到|未找到|找不到|无效用户", "ユーザー|アカウント|アドレス … 存在しま|見つかり|登録されて", "계정|사용자|아이디 … 존재하지|없는|없습니다|찾을 수",
    "пользовател*|ящик*|аккаунт*|логин*|адрес* … не найден*|не существу*|не зарегистр*|неизвест*",
    "utilisateur|compte|adresse|boite … inconnu*|inexistant*|n existe pas|introuvable",
    "benutzer|postfach|konto|adresse … unbekannt|existiert nicht|nicht gefunden|nicht vorhanden",
    "utente|casella|account|indirizzo … inesistente|sconosciut*|non esiste|non trovat*",
    "usuario|cuenta|conta|buzon … inexistente|no existe|no encontrad*|desconocid*|nao existe|nao encontrad*",
    "uzytkownik|konto|skrzynka|uzivatel|ucet … nie istnieje|nieznan*|neexistuje|nie znaleziono",
    "用户|用戶|帐号|账号|帳號|账户|邮箱 … 不存在|未注册|格式|没有找到|不合法|非法", "完整的邮箱|完整邮箱", "polzovatel*|yashchik* … ne nayden*|ne sushchestv*",
  ]

  static let temporary: [ReplyPattern] = [
    "繁忙|稍后|稍後|稍候|维护|維護|超时|暂时|暫時|系统错误|服务器错误|内部错误|故障|升级中", "しばらく|時間をおいて|後ほど|混雑|障害|メンテナンス|一時的", "잠시 후|일시적|점검|장애|나중에",
    "временно|позже|позднее|технич*|внутренн*|ошибка сервера|недоступ*|перегруж*|обслуживан*",
    "temporairement|momentanement|plus tard|indisponible|maintenance|erreur interne",
    "spater|vorubergehend|wartung*|zurzeit nicht|derzeit nicht|nicht verfugbar|interner fehler|uberlastet",
    "piu tardi|temporaneamente|manutenzione|non disponibile|errore interno",
    "mas tarde|temporalmente|mantenimiento|no disponible|error interno", "mais tarde|temporariamente|manutencao|indisponivel|erro interno",
    "pozniej|tymczasowo|chwilowo|niedostepn*|przerwa techniczna|pozdeji|docasne|udrzba",
    "forsok igen|prov igen senare|tillfalligt|midlertidig*|later opnieuw|tijdelijk|myohemmin|daha sonra|kesobb",
    "系统繁忙|系統繁忙|系统忙|服务器忙|服务器繁忙|服务繁忙|系统错误|系统异常|服务异常|内部错误|维护|超时|暂时|服务器错误|稍后|稍後", "временн*|позже|техническ*|внутренн*|недоступ*|перегруж*",
    "vremenn*|pozzhe|pozje|tehnichesk*|nedostup*", "temporaire*|plus tard|réessayer|reessayer|indisponible",
    "später|spaeter|wartung|vorübergehend|voruebergehend|zurzeit|momentan", "más tarde|mas tarde|più tardi|piu tardi|mais tarde",
  ]

  static let connections: [ReplyPattern] = [
    "连接数|連接數|连接过多|最大连接|连接太多|同时登录|同時連線", "同時接続|接続数|接続が多", "동시 접속|접속자|연결 수",
    "соединени*|подключени* … много|лимит|превыш*|одновремен*|максим*", "слишком|превыш*|одновремен* … соединени*|подключени*|сесси*",
    ReplyPattern(
      "trop de|zu viele|demasiadas|demasiados|troppe|muitas|zbyt wiele|prilis mnoho|te veel … connexions|verbindungen|conexiones|"
        + "connessioni|conexoes|polaczen|pripojeni|verbindingen"),
    "trop de connexions|zu viele verbindungen|demasiadas conexiones|troppe connessioni|muitas conexões",
    "连接数|連接數|并发|連線數|同时在线|连接过多|连接太多|连接超", "slishkom|prevysh* … soedineni*|podklyucheni*",
  ]

  static let region: [ReplyPattern] = [
    "ip|当前地区|所在地|境外|海外|内网|外网|公网|白名单 … 拒绝|限制|禁止|封|不允许|不在|异常", "不在|不允许|禁止|限制|非 … ip|地区|白名单|网段", "异地登录|不在白名单|仅限内网|仅允许内网",
    "海外|国外|ipアドレス … 制限|拒否|ブロック|許可", "해외|국가|ip … 차단|제한|거부", "ip|адрес*|стран*|регион* … заблок*|запрещ*|огранич*|черн*",
    "adresse ip|votre ip … bloque*|interdit*|refuse*|liste noire", "ip adresse|ihre ip … gesperrt|blockiert|abgelehnt|schwarze*",
    ReplyPattern(
      "indirizzo ip|direccion ip|endereco ip|su ip|seu ip|tuo ip|adres ip … bloc*|bloq*|lista nera|lista negra|zablokowan*|"
        + "rifiutat*|rechazad*"),
  ]

  static let full: [ReplyPattern] = [
    "邮箱|容量|空间|存储 … 满|不足|超出|已用完|超限", "容量 … 超|不足|いっぱい|上限", "용량 … 초과|부족|가득", "ящик|квот* … переполн*|превыш*|заполн*",
    "boite|quota|postfach|casella|buzon|caixa|skrzynka … pleine|depasse|voll|piena|lleno|cheia|pelna|uberschritten|superat*|excedid*",
    "邮箱已满|信箱已满|容量已满|空间不足|容量不足|空间已满|超出容量", "переполнен*|perepolnen*", "boite pleine|boîte pleine|postfach … voll",
  ]

  static let terms: [ReplyPattern] = [
    "条款|协议|隐私政策 … 同意|接受|更新|确认", "同意|接受|确认 … 条款|协议|隐私政策", "規約|약관", "прим*|соглас* … услови*|соглашени*|правил*",
    ReplyPattern(
      "conditions generales|conditions d utilisation|nutzungsbedingungen|agb|condizioni di utilizzo|condiciones de uso|"
        + "termos de uso|regulamin*|podminky"),
    "服务条款|用户协议|使用条款|服务协议|隐私协议", "пользовательск* соглашени*|polzovatelsk* soglasheni*",
  ]

  static let plan: [ReplyPattern] = [
    "套餐|免费版|免费用户|付费|付費|续费|试用|高级版|会员 … 到期|过期|不支持|升级|开通|仅|才", "有料|プラン|契約 … 必要|のみ|対象|加入|変更", "유료|요금제", "тариф*|подписк*|платн*",
    "offre|abonnement|forfait|formule … ne permet|ne comprend|n inclut|pas|payant*|expire*|superieur*",
    "tarif|vertrag|paket|abo … nicht|enthalt|upgrade|beinhaltet",
    "abbonamento|piano|plano|suscripcion|assinatura|pakiet|abonament … non|no|nao|scadut*|nie|venc*|upgrade",
    "套餐|免费版|免费用户|请升级|升级套餐|升级后|需升级|付费|付費|收费版|续费", "тариф*|подписк*|podpisk*",
  ]

  // From MAIL FROM on.

  static let sender: [ReplyPattern] = [
    "发件人|发信人|寄件人|发件地址|发信地址|发件邮箱 … 不|拒绝|无权|必须|非|错误", "差出人|送信者|送信元|from … 一致|許可|異な|不正|認証ユーザ", "보내는|발신|발송 … 일치|다릅|권한|허용",
    "отправител*|адрес* … не совпад*|не принадлеж*|не разреш*|запрещ*|не соответ*|чуж*|отклон*|недопустим*",
    "expediteur|emetteur … non autorise*|refuse*|invalide*|interdit*|ne correspond|n appartient|pas autorise*",
    "absender* … nicht erlaubt|ungultig|abgelehnt|gehort nicht|nicht zulassig|stimmt nicht|unzulassig|nicht berechtigt|nicht autorisiert",
    ReplyPattern(
      "mittente|remitente|remetente|nadawca|odesilatel … non|no|nao|nie|neni|rifiutat*|rechazad*|rejeitad*|invalid*|odrzucon*|"
        + "niepopraw*|odmitnut*"),
    "avsandar*|afsender*|afzender* … inte|ikke|niet|ej",
  ]

  static let sendQuota: [ReplyPattern] = [
    "发信|发送|发件|外发|群发|收件人|当日|每日|今日 … 限制|额度|上限|超过|超出|超限|太多|过多|配额|数量", "送信 … 制限|上限|超え|超過|数", "발송|전송 … 한도|제한|초과|횟수",
    "лимит*|квот*|превыш* … отправ*|писем|сообщен*|рассыл*", "отправ*|писем|сообщен* … лимит*|превыш*|квот*",
    "limite|quota|nombre … envoi*|messages|d envoi|destinataires",
    "versandlimit|versandkontingent|limit|zu viele … e mails|nachrichten|empfanger|mails|versend*",
    "limite|quota|limit|superat*|excedid*|przekrocz* … invio|invii|envio*|mensajes|mensagens|messaggi|wiadomosci|wysyl*",
    "每日|每天|当日|发信|发送|发件|收件人 … 限制|额度|上限|超过|超出|超限|太多|过多|配额", "超过|超出 … 每日|发信|发送|额度|上限", "лимит* … отправ*|писем|превыш*",
    "превыш* … лимит*|писем|отправ*",
  ]

  static let content: [ReplyPattern] = [
    "垃圾|违规|敏感|病毒|反垃圾|内容 … 邮件|拒绝|内容|信件", "迷惑メール|스팸",
    "mail|message|courriel|nachricht|messaggio|mensaje … rejete*|abgelehnt|rifiutat*|rechazad*",
    "indesirable|pourriel|spamverdacht|als spam|werbung",
    "considerad*|classificat*|jako … spam", "垃圾邮件|内容|敏感|违规|病毒|反垃圾", "спам*|spama",
  ]

  static let authRequired: [ReplyPattern] = [
    "请先登录|需要认证|需要身份验证|未登录|未认证|需要登录|请先认证", "認証が必要|認証して", "인증이 필요|로그인이 필요|로그인 후", "требуется|необходима … авторизаци*|аутентификаци*",
    "не авторизован*|авторизуйтесь", "authentification … requise|necessaire|obligatoire",
    "vous authentifier|authentifiez vous|identifiez vous|vous identifier", "authentifizierung|anmeldung … erforderlich|notwendig|notig",
    "autenticazione|autenticacion|autenticacao … richiesta|requerida|necessari*|obligatori*|obrigatori*|exigida",
    "wymagane … uwierzytelni*|logowanie|autoryzac*", "vyzadovano|vyzaduje … prihlaseni|overeni",
  ]
}
