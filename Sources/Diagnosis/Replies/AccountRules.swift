// Phrases about the account, its mailbox and the network it is used from: what is missing, switched off, locked or unknown.

import Vocabulary

extension GeneralRule {
  /// The part of `naming` about the account. A narrower row comes before a wider one.
  static let accountPhrases: [GeneralRule] = account + service + person

  /// What the user has to do to the account first, and limits that the account has reached.
  private static let account: [GeneralRule] = [
    .init(
      words: ["\(WordGroup.appPassword) … or … oauth*", "oauth* … or … \(WordGroup.appPassword)"],
      causes: [.appPasswordRequired, .oauthRequired]),
    .init(
      words: [
        ReplyPattern(
          "admin*|organization|organisation … forbade|forbid*|prohibit*|blocked|disabled|not allow* … less secure app*|"
            + "\(WordGroup.appPassword)")
      ],
      causes: [.adminDisabled, .oauthRequired]),
    .init(
      words: [
        "basic auth*|basicauth*|legacy auth* … disabled|blocked|not|no longer|retired|deprecated|rejected", "basicauthblocked",
        "modern auth*",
        "oauth*|xoauth2 … required|only|must|instead|mandatory|please",
        "use|requires|require|needs|need|only … oauth*|xoauth2|bearer token",
        "less secure app*",
        "password authentication|password login|password logins|password sign in|legacy password|password based … disabled|not|no longer",
        "logon method not allowed", "sign in with … google|microsoft|browser",
      ], causes: [.oauthRequired]),
    .init(
      words: [
        "too many|too much … invalid|incorrect|bad|wrong|recent|\(WordGroup.attempts)", "connection* rate",
        "\(WordGroup.attempts)|failed … too many times|too often", "too fast|too quickly|slow down", "intrusion|brute force|bruteforce",
        "too frequent*|too often|frequently", "frequency", "rate limit*|ratelimit*|throttl*|bandwidth limit*|limit hit",
        "\(WordGroup.attempts) … limit|limited|exceed*", "exceed* … bandwidth|rate|\(WordGroup.attempts)",
        "maximum|maximal|max|limit … number|\(WordGroup.attempts) … exceeded|reached",
        "wait|try again in|retry in|retry after … minute*|second*|hour*",
      ] + LanguageWords.rateLimited, except: ["country|countries|region|abroad|overseas … limit*|restrict*"], causes: [.rateLimited]),
    .init(
      words: [
        "plan|subscription|package|edition|account type|license … not include|not support|not available|upgrade|doesn't|does not|expired",
        "not available|not included|not supported|only available|available only … plan|subscription|free|trial|premium|paid",
        "upgrade … plan|account|subscription|premium|pro", "renew|renewal",
        "not offer|doesn't offer|does not offer|does not support|not support … imap|imap4|pop3",
        "premium|paid|vip … only|required|feature|account*|users|plan*",
        "free account*|free plan|free user*|free version",
      ] + LanguageWords.plan, causes: [.planDoesNotIncludeIMAP]),
    .init(
      words: [
        "accept|agree|accepted|agreed … eula|terms|agreement|conditions|policy", "eula",
        "terms of service|terms of use|user agreement|new terms",
      ] + LanguageWords.terms, causes: [.termsNotAccepted]),
    .init(
      words: [
        "phone|mobile|cellphone|telephone … bind*|bound|verify|verified|verification|confirm*|add|required|link*",
        "bind*|bound|verify|confirm|add|link … phone|mobile|telephone", "绑定手机|綁定手機|手机号|手機號|手机验证|绑定密保|未绑定|绑定微信",
        "номер* телефона|привяз* … телефон*", "nomer* telefona|privyaz* … telefon*",
      ], causes: [.phoneBindingRequired]),
    .init(
      words: ["\(WordGroup.code)|\(WordGroup.codeInChinese) … incorrect|invalid|wrong|错误|錯誤|有误|不正确|无效"],
      causes: [.wrongPassword, .codeExpiredOrRevoked, .appPasswordRequired]),
    .init(
      words: [
        "oauth*|access token|bearer|refresh token … expired|revoked|no longer valid|too old",
        "expired|revoked … oauth*|access token|bearer|refresh token",
      ], causes: [.tokenExpired]),
    .init(
      words: [
        "\(WordGroup.code)|\(WordGroup.appPassword)|token … expired|revoked|no longer valid|deleted|invalidated",
        "expired|revoked … \(WordGroup.code)|\(WordGroup.appPassword)|token",
        "парол* … приложени*|внешн* … удал*|отозван*|истек*|истёк|недействител*", "\(WordGroup.codeInChinese) … 过期|過期|失效|到期|已删除|被删除|已停用",
      ], causes: [.codeExpiredOrRevoked, .appPasswordRequired]),
    .init(
      words: ["\(WordGroup.code)", "\(WordGroup.codeInChinese)", "weixin token|wechat token"],
      causes: [.appPasswordRequired, .codeExpiredOrRevoked]),
    .init(mailProtocol: .imap, moments: [.login], words: lacksPermission, causes: [.imapDisabled, .appPasswordRequired]),
    .init(mailProtocol: .smtp, moments: [.login], words: lacksPermission, causes: [.smtpDisabled, .appPasswordRequired]),
    .init(
      words: [
        "\(WordGroup.appPassword)", "app|apps|application … specific … password*|passcode",
        "external application*|third party|device specific|mail client|separate|generated … password … required|needed|must|use",
        "use|enter|requires|required|generate|create … external|third party|device|client|mail|special … password*",
      ] + LanguageWords.appPassword, causes: [.appPasswordRequired]),
    .init(
      words: [
        "two|2 … factor|step|fa",
        "2fa|mfa|multi factor|multifactor|second factor|one time code|one time password|totp|otp|verification code|security code|sms code",
        "短信验证|短信码|双重验证|雙重驗證|两步验证|兩步驟驗證|二次验证|动态密码|动态口令|二步验证|双因素|双因子", "двухфакторн*|одноразов*|dvuhfaktorn*|dvukhfaktorn*",
        "2단계 인증", "二段階認証|2段階認証|２段階認証",
      ], causes: [.twoFactorRequired, .appPasswordRequired]),
    .init(
      words: [
        "password … too simple|too weak|too short|weak|not strong|insecure|complexity|not secure|too common",
        "weak|insecure|simple|strong|stronger … password",
        "密码|密碼 … 过于简单|太简单|过弱|太弱|强度|不安全|简单", "弱密码|弱口令", "парол* … слаб*|прост*", "parol* … slab*|prost*",
      ],
      causes: [.passwordTooWeak]),
    // The account has expired, not the password.
    .init(
      words: ["account|user|mailbox|login … has expired|is expired|account expired"], except: ["password*|credential*"],
      causes: [.accountLockedOrSuspended, .planDoesNotIncludeIMAP]),
    .init(words: ["account expired|user expired|mailbox expired"], causes: [.accountLockedOrSuspended, .planDoesNotIncludeIMAP]),
    .init(
      words: [
        "password|passphrase|passwd|credential*|kennwort|passwort … expired|expire|abgelaufen", "expired … password|credentials",
        "change your password|change the password|change password|password reset required|password policy",
        "set|choose|pick … new password|new mailbox password", "must|need|have to|required … change|reset|update … password",
        "password … must be|needs to be|has to be … changed|reset|updated", "password change required", "pass change",
      ] + LanguageWords.expired, causes: [.passwordExpired, .webLoginRequired]),
  ]

  /// The secret was issued for another purpose.
  private static let lacksPermission: [ReplyPattern] = [
    "\(WordGroup.appPassword) … permission*|not have access|no access|not valid for|not allowed|scope*"
  ]

  /// What is switched off, and by whom.
  private static let service: [GeneralRule] = [
    .init(
      moments: [.login, .inbox],
      words: [
        "user|account|mailbox … not enabled in|not provisioned|not assigned",
        "not licensed|unlicensed", "no|not|without|valid|requires|lacks … license|licence",
        "license|licence … required|missing|not assigned",
        "not have|has no|have no|without|no|lacks … mail file|mail account|mail box|maildir",
        "maildir|chdir|mail directory … no such|not found|missing",
        "mail is not enabled|email is not enabled|mail service is not enabled|mail not provisioned",
      ],
      causes: [.noMailboxOrLicense]),
    .init(mailProtocol: .smtp, moments: [.login], words: ["turn on|enable|use … smtp authentication"], causes: [.authRequired]),
    .init(
      moments: [.login, .inbox],
      words: [
        ReplyPattern(
          "restricted|blocked|denied|not allow*|not permitted|disabled|forbidden|prohibited … from|in|outside … location|country|"
            + "region|network|lan|ip"),
        "from outside|outside of … lan|network|office|country|organization",
      ], causes: [.regionOrIPBlocked, .adminDisabled]),
    .init(
      mailProtocol: .imap, moments: [.login], responseCode: "CONTACTADMIN", words: notAllowedToUse, causes: [.adminDisabled, .imapDisabled]),
    .init(mailProtocol: .imap, moments: [.login], words: notAllowedToUseThat, causes: [.imapDisabled, .adminDisabled]),
    .init(mailProtocol: .smtp, moments: [.login], words: notAllowedToUseThat, causes: [.smtpDisabled, .adminDisabled]),
    .init(mailProtocol: .imap, moments: [.login], words: notAllowedToUse, causes: [.adminDisabled, .imapDisabled]),
    .init(mailProtocol: .smtp, moments: [.login], words: notAllowedToUse, causes: [.adminDisabled, .smtpDisabled]),
    .init(
      mailProtocol: .smtp, moments: [.login],
      words: ["not allowed|not permitted|not authorized|not authorised|may not|no permission|cannot … send"], causes: [.smtpDisabled]),
    .init(
      words: [
        "administrator|admin|administrators … disabled|disable|prohibit*|blocked|denied|not allow*|restricted|turned off|forbid*|forbidden",
        ReplyPattern(
          "disabled|not enabled|blocked|denied|prohibited|restricted|not allowed|turned off|forbidden|locked … by … admin|administrator|policy|organization"
            + "|organisation|company|your domain|tenant"),
        "disabled|not enabled|blocked|restricted … for|in … your|this|the … domain|organization|organisation|tenant|company",
        "security defaults|conditional access|security policy|authentication policy|organizational policy",
        "access to this service", "not been granted|not granted", "denied by … filter|policy|rule*",
        "use|usage|access … is forbidden|forbidden",
        "account|logon|login … restriction*",
        "администратор* … запре*|отключ*|огранич*",
        "管理员|管理員|企业|公司 … 禁|限制|关闭|未开启|未授权|不允许|未开放",
      ], causes: [.adminDisabled]),
    .init(mailProtocol: .imap, moments: [.login, .inbox], words: switchedOff + LanguageWords.switchedOff, causes: [.imapDisabled]),
    .init(mailProtocol: .smtp, moments: [.login], words: switchedOff + LanguageWords.switchedOff, causes: [.smtpDisabled]),
    .init(
      moments: [.login],
      words: ["login disabled|login is disabled|login permanently disabled|logins disabled|logins are disabled|logon disabled"],
      causes: [.adminDisabled, .accountLockedOrSuspended]),
    .init(
      mailProtocol: .smtp, moments: [.sender],
      words: ["smtp … \(WordGroup.off)|\(WordGroup.offInChinese)", "\(WordGroup.offInChinese) … smtp"],
      causes: [.smtpDisabled]),
  ]

  private static let notAllowedToUse: [ReplyPattern] = [
    "not authorized|not authorised|not permitted|not allowed|no permission|not have permission|no right|not entitled … use|access"
  ]
  private static let notAllowedToUseThat: [ReplyPattern] = [
    ReplyPattern(
      "not authorized|not authorised|not permitted|not allowed|no permission|not have permission|no right|not entitled … use|"
        + "access … imap*|pop*|smtp|third party|client*")
  ]

  /// Patterns that apply to IMAP, SMTP and mail clients in general.
  private static let switchedOff: [ReplyPattern] = [
    "\(WordGroup.service) … \(WordGroup.off)",
    ReplyPattern(
      "not enabled|not been enabled|not yet enabled|isn't enabled|hasn't been enabled|not activated|not been activated|not open|disabled|denied"
        + "|without|no … \(WordGroup.service)"),
    "\(WordGroup.service) … not in the|lack* … rights|privilege*",
    "not|no|lacks|missing|without … \(WordGroup.service) … right|rights|privilege*",
    "not have|has no|not got … imap*|smtp|pop* … access|enabled|service",
    "enable|activate|turn on|switch on|allow|open … \(WordGroup.service)",
    "\(WordGroup.service) … must be|has to be|needs to be|should be|needs … enabled|activated|turned on|switched on|enabling|opened",
    "not authorized|not authorised|no permission|not available|not licensed … for … imap*|smtp|pop*|this service",
    "access … service|services … \(WordGroup.off)",
    "service is not open|service not open|service is not enabled|service is closed|service not available for",
    "imap|smtp|pop3|服务|服務|协议|客户端|第三方 … \(WordGroup.offInChinese)",
    "\(WordGroup.offInChinese)|禁止 … imap|smtp|pop3|服务|服務|协议|客户端|第三方",
  ]

  /// Who connects: the network, the account, the user name, the mailbox.
  private static let person: [GeneralRule] = [
    .init(
      words: ["check … internet connection|network connection", "no internet|not online|offline mode"],
      causes: [.networkProblem, .temporaryServerError]),
    .init(
      words: [
        "authorization|authorisation … request … timed out|expired|declined|denied", "oauth* … access denied|consent",
        "consent required|consent needed",
      ], causes: [.consentRequired, .signInDeclined]),
    // The folder's files, not the account.
    .init(
      moments: [.inbox], words: ["mailbox|folder|inbox … is locked|in use|is busy|locked by"],
      except: ["account*|suspended|administrator|admin"], causes: [.temporaryServerError, .tooManyConnections]),
    .init(words: ["being|currently … migrated|moved|upgraded|restored|rebuilt|repaired"], causes: [.temporaryServerError]),
    .init(
      words: [
        ReplyPattern(
          "ip|ip address|client host|host|your network|location|country|region|geo … blacklisted|banned|screened|bloquee|gesperrt|restricted|listed"
            + "|\(WordGroup.refused)"),
        "blocked|banned|not accepted|restricted|suspicious|originating|\(WordGroup.refused) … from … ip|country|location|network|region",
        "spamhaus|dnsbl|rbl|sorbs|spamcop|barracuda|blacklist*|blocklist*|black list*|block list*", "listed … at|on|in", "screened",
        "ip address … registered|not registered|doesn't match|not authorized",
        "unauthorized|unauthorised|unknown|unrecognized|untrusted|disallowed … ip|ip address|network|location", "ptr|reverse dns|rdns",
        "reputation",
        "ip|ip address|your network … not in|not on|isn't in|not among|not whitelisted|not allowlisted|not listed",
        "geoip|geoblock*|geo block*|geo restrict*", "vpn|proxy … \(WordGroup.refused)|detected",
        "异地|異地|ip地址|ip 地址|境外|海外|ip被|ip已|ip受限|ip限制|非法ip|常用地|所在地区", "ip … 拒绝|限制|禁止|封|不允许", "ip|адрес* … заблок*|запрещ*",
      ] + LanguageWords.region, causes: [.regionOrIPBlocked]),
    .init(
      words: [
        "\(WordGroup.account) … \(WordGroup.locked)", "locked|suspended|blocked|frozen|deactivated|banned|inactive … \(WordGroup.account)",
        "locked out|lockout", "unpaid|overdue|past due|payment required|payment due|outstanding invoice|outstanding balance",
        "domain … disabled|suspended|blocked|deactivated|expired", "credentials|credential … not active|inactive|disabled|suspended",
        "disabled … account|user|mailbox", "has been suspended|is suspended|was suspended|were suspended",
        "unlock|unblock|reactivate … account|mailbox", "main account|master account|parent account … unavailable|not available|invalid",
        "unusual|suspicious … activity|sign in|login|log in", "security reasons", "will be unblocked|will be unlocked|will be reactivated",
        "hijack*|fraud*|abuse", "suspended|disabled … due to",
      ] + LanguageWords.locked, causes: [.accountLockedOrSuspended]),
    .init(
      words: [
        "web login|weblogin", "logged out|signed out|session … log in again|sign in again",
        "log in|login|logon|log on|sign in|signin|go|visit … web|browser|webmail|website|web site|web mail|online",
        "authenticate|authentication … in|with|using … browser|web browser", "needs more information … account",
        "verify|confirm … account|identity|it's you|not a robot", "captcha", "webmail|browser … log in|login|sign in|first",
        "https … log in|sign in",
      ] + LanguageWords.webLogin, causes: [.webLoginRequired, .appPasswordRequired]),
    .init(
      moments: [.login, .inbox],
      words: [
        "wrong|incorrect|different|another … host|server|port",
        "unable to connect|cannot connect|could not connect … check configuration|404",
        "use|connect to … own server|correct server|server instead|host instead|different server",
        "domain … not hosted|not exist|doesn't exist|not found|unknown|not local|not served|not configured",
        "no such domain|unknown domain|invalid domain|domain unknown",
        "account|mailbox|user|has|was … migrated|moved", "域名 … 不存在|错误", "hosted here",
      ], causes: [.wrongServerOrPort]),
    .init(
      moments: [.login, .inbox],
      words: [
        "mailbox|inbox … not exist|doesn't exist|does not exist|not found|not valid|cannot be opened|no longer exists",
        ReplyPattern(
          "unable to|can't|cannot|could not|couldn't|failed to … open|get|find|locate|access|determine … mailbox|inbox|folder|default store|"
            + "mail store|message store|user store|mailbox location|maildir|mail directory|mail storage"),
        "no|not have a|without … valid mailbox|mailbox",
        "nonexistent|non existent|no such|unknown … namespace|mailbox|folder", "mailbox name … prefixed|invalid|not valid",
        "邮箱不存在|没有邮箱|未分配邮箱|许可证",
      ], causes: [.noMailboxOrLicense, .wrongUsernameForm]),
    // The user name alone: "invalid user name or password" does not tell which.
    .init(
      moments: [.login],
      words: [
        "wildcard*|character* … not permitted|not allowed|invalid … username|user name|login name|account name|userid",
        "invalid|unknown|unrecognized|unrecognised|bad|illegal|incorrect|wrong … username|user name|login name|account name|userid",
        "invalid user|unknown user|unrecognized user|bad user|illegal user|no user",
      ],
      except: ["password*|passwd|passphrase|credential*|passwort|secret"], causes: [.wrongUsernameForm, .wrongPassword]),
    .init(
      moments: [.login],
      words: [
        "full|complete|entire|whole … email|e mail|address", "unknown user account|unknown user id",
        "no such user|no such account|unknown account|user unknown|unregistered",
        ReplyPattern(
          "user|account|username|user name|login name|email|e mail … not found|not exist|doesn't exist|does not exist|not known|"
            + "not registered"),
        "username|user name|login|email|e mail|user … format|must contain|must include|should be|without domain|with domain|incomplete",
        "realm", "use|enter|retry with|as|try … user domain|domain user|username domain|name domain|your email address as|email address as",
      ] + LanguageWords.unknownUser, except: ["password|passwd … combination"], causes: [.wrongUsernameForm, .wrongPassword]),
  ]
}
