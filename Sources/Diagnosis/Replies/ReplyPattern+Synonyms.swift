// Synonyms for use in patterns.

/// Alternatives for one part of a `ReplyPattern`: English, German, French, Italian, Spanish, Portuguese, and Russian in
/// Cyrillic and transliterated.
enum WordGroup {
  static let account =
    "account|user|mailbox|login|logon|user id|apple id|username|profile|address|konto|postfach|compte|cuenta|conta|casella|akkaunt|yashchik"
  static let locked =
    "locked|lockout|locked out|suspended|blocked|disabled|frozen|deactivated|inactive|not active|isn't active|not in active|not in an active|not in good standing|banned|terminated|closed"
    + "|abnormal|restricted|on hold|quarantined|compromised|deleted|removed|expired|gesperrt|suspendu|bloque|bloqué|bloccat*|sospes*"
    + "|bloquead*|suspendid*|zablokirovan*|blokirov*|zablokowan*|geblokkeerd|zablokován*|zawieszon*|zablokad*|disattivat*|desactivé*|desativad*|cancelad*|spärrat|geschlossen|deaktiviert|заблоковано"
  /// What can be switched off.
  static let service =
    "imap|imap4|imap4rev1|pop|pop3|smtp|smtpclientauthentication|smtp auth|external mail|external client*|external access|mail access|email access|mail client*"
    + "|email client*|email access|mail program*|mail app*|client access|client login|third party|protocol|protocols"
    + "|programy pocztowe|programow pocztowych|clients de messagerie|logiciel* de messagerie|mailprogramm*|почтов* клиент*|почтов* программ*"
  static let off =
    "disabled|disallowed|not enabled|isn't enabled|hasn't been enabled|been disabled|not yet enabled|not been enabled|not been activated|not activated|not active|inactive|not open|not opened|not available|switched off|turned off"
    + "|not switched on|not turned on|is off|deactivated|closed|not allowed|not permitted|denied|forbidden|prohibited|nicht aktiviert"
    + "|deaktiviert|nicht freigeschaltet|nicht freigegeben|désactivé|desactive|désactivée|non activé*|pas activé*|pas autorisé*|non autorisé*|disabilitat*|non abilitat*|non attiv*"
    + "|no habilitad*|no está habilitad*|no está activad*|não habilitad*|não está habilitad*|não ativad*|não permitid*|deshabilitad*|desactivad*|desativad*|отключ*|выключ*|запрещ*|не включ*|вимкнен*|вимкнут*|wylaczon*|wyłączon*|nieaktywn*|non active|uitgeschakeld|vypnut*|zakázan*|otklyuch*|vyklyuch*|zapresh*|ne vklyuch*"
  static let offInChinese =
    "未开启|未開啟|没有开启|没开启|未开通|未開通|没有开通|未启用|未打开|未啟用|没有打开|已关闭|被关闭|已關閉|关闭|关闭了|禁用|停用|不可用|无权限|未授权|受限"
  static let refused =
    "not allowed|not permitted|not authorized|not authorised|not accepted|disallowed|denied|refused|rejected|forbidden|prohibited|blocked"
  static let attempts =
    "login*|logon*|log in*|sign in*|auth|auths|authentication*|attempt*|tries|fail*|request*|command*|password*|error*|logins"
  static let appPassword =
    "app password*|apps password*|app passcode*|application passcode*|app specific passcode*|application password*|app specific password*|application specific password*"
  static let code = "authorization code|authorisation code|authorized code|authorised code|auth code"
  static let codeInChinese = "授权码|授權碼|授权密码|专用密码|專用密碼|应用密码|应用程序密码|應用程式密碼|独立密码|客户端密码|安全密码|第三方密码|设备密码"
  static let sender =
    "sender|from|from address|mail from|return path|envelope|originator|emetteur|émetteur|absender*|expediteur|expéditeur|remitente|mittente"
}
