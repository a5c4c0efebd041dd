// Words that name the cause, whatever the code is. The narrower row stands before the wider one.

import Vocabulary

extension GeneralRule {
  static let naming: [GeneralRule] = capacity + sending + dialogue + account + service + person + later

  /// Too much of something that is no rate.
  private static let capacity: [GeneralRule] = [
    .init(
      words: [
        "quota|limit|credits … outbound|outgoing|sending|sent messages", "outbound|outgoing|sending … quota",
        "credits … exceeded|exhausted",
      ],
      causes: [.sendQuotaExceeded]),
    .init(
      words: [
        "over quota|overquota|over the quota|over its quota|over your quota",
        "mailbox|mail box|inbox|storage|disk … full|quota exceeded|exhausted", "shutoffquotaexceeded",
        "out of storage",
        "邮箱已满|信箱已满|容量已满|空间不足|容量不足|空间已满|超出容量", "переполнен*|perepolnen*", "boite pleine|boîte pleine|postfach … voll",
      ], causes: [.mailboxFull]),
    .init(
      words: [
        "too many connection*|too many session*|too many simultaneous|too many concurrent|too many open|too many imap|too many smtp",
        "too many clients|too many users", "maximum|max|limit|limits … connection*|session*|clients|connected|simultaneous|concurrent",
        "connection*|session*|concurrent|simultaneous … limit|limits|exceeded|too many|maximum",
        "trop de connexions|zu viele verbindungen|demasiadas conexiones|troppe connessioni|muitas conexões",
        "连接数|連接數|并发|連線數|同时在线|连接过多|连接太多|连接超", "слишком|превыш* … соединени*|подключени*",
        "slishkom|prevysh* … soedineni*|podklyucheni*",
      ], causes: [.tooManyConnections]),
  ]

  /// What the server thinks of this program's side of the dialogue.
  private static let dialogue: [GeneralRule] = [
    .init(moments: [.inbox], words: ["unsafe login", "id command … required|first|before", "rfc2971|rfc 2971"], causes: [.idRequired]),
    .init(
      words: [
        "starttls … first|required", "must … starttls", "use starttls",
        "tls|ssl|encryption|encrypted connection|secure connection … required|mandatory|needed|erforderlich|requis*|richiest*",
        "requires|require|needs|must use … tls|ssl|encrypt*|secure connection",
        "plaintext|plain text|cleartext|clear text|unencrypted|insecure … disallowed|disabled|not allowed|not permitted|forbidden",
        "without|non|not … ssl|secure|encrypt* … not allowed|disallowed|not permitted|forbidden", "under a layer",
        "authenticate|log in|login … first … with|over|using … tls|ssl", "必须|需要|请 … ssl|tls|加密", "加密连接",
      ], causes: [.tlsRequired]),
    .init(
      moments: [.login, .inbox],
      words: [
        Wording(
          "mechanism|mechanisms|authentication type|auth type|authentication method|auth method … not supported|unsupported|unknown|invalid"
            + "|disabled|not available|not allowed|not enabled|unrecognized|not implemented|too weak"),
        "unknown|invalid|unsupported|unrecognized|unrecognised|no|disabled|no suitable … mechanism|mechanisms|authentication type|auth type",
        "mechanism … available", "only supported mechanism",
        "auth login|auth plain|authenticate plain|authenticate login … not supported|disabled",
        "不支持 … 认证|验证|登录方式|机制",
      ], causes: [.authMechanismUnsupported]),
    .init(
      mailProtocol: .smtp, moments: [.login], words: ["auth … not recognized|not recognised|not implemented|unrecognized|unknown command"],
      causes: [.authMechanismUnsupported, .wrongServerOrPort]),
    .init(
      mailProtocol: .smtp, moments: [.login],
      words: [
        "authentication not enabled|auth not enabled|auth not available|authentication not available|not advertised|not allowed on",
        "use|try … port 465|port 587",
      ],
      causes: [.wrongServerOrPort, .tlsRequired, .smtpDisabled]),
    .init(
      moments: [.login, .inbox],
      words: [
        "base64", "decode|decoding … response|credentials|argument|failed|error", "cipher text is invalid", "bad protocol cancel",
        "invalid|illegal character* … atom|string|command", "another step is needed", "out of sequence|bad sequence",
        "protocol error|violation",
        "invalid|unknown|unrecognized|unrecognised|bad|illegal|malformed|missing|wrong|unexpected … command|argument*|syntax|parameter*",
        "command|argument*|parameter* … not recognized|not recognised|unknown|invalid|error|missing|not permitted|not allowed|not valid",
        "could not|cannot|can't|unable to|failed to … parse", "parse … error", "error in … command",
        "helo|ehlo … invalid|required|missing", "syntax error|line too long|command too long",
        "authentication|auth … cancelled|canceled|aborted", "optional argument", "命令|参数|指令 … 错误|无效|不识别", "缺少",
      ], causes: [.clientProtocolError]),
  ]

  /// What the account has to be brought to first, or has used up.
  private static let account: [GeneralRule] = [
    .init(
      words: ["\(WordGroup.appPassword) … or … oauth*", "oauth* … or … \(WordGroup.appPassword)"],
      causes: [.appPasswordRequired, .oauthRequired]),
    .init(
      words: [
        "basic auth*|basicauth*|legacy auth* … disabled|blocked|not|no longer|retired|deprecated|rejected", "basicauthblocked",
        "modern auth*",
        "oauth*|xoauth2 … required|only|must|instead|mandatory|please",
        "use|requires|require|needs|need|only … oauth*|xoauth2|bearer token",
        "less secure app*", "password authentication|password login|password logins|password based … disabled|not|no longer",
        "logon method not allowed", "sign in with … google|microsoft|browser",
      ], causes: [.oauthRequired]),
    .init(
      words: [
        "too many|too much … invalid|incorrect|bad|wrong|recent|\(WordGroup.attempts)", "connection* rate",
        "too fast|too quickly|slow down", "intrusion|brute force|bruteforce",
        "too frequent*|too often|frequently", "frequency", "rate limit*|ratelimit*|throttl*|bandwidth limit*|limit hit",
        "\(WordGroup.attempts) … limit|limited|exceed*", "exceed* … bandwidth|rate|\(WordGroup.attempts)",
        "maximum|max|limit … number|\(WordGroup.attempts) … exceeded|reached",
        "wait|try again in|retry in|retry after … minute*|second*|hour*",
        "频繁|頻繁|频率|頻率|次数过多|次數過多|次数太多|次数超|次数已|尝试过多|多次尝试|多次错误|请求过多|错误次数|输错次数",
        "слишком|превыш* … много|част*|попыт*|лимит", "slishkom … mnogo|chasto", "trop de|trop d … tentative*|essai*",
        "zu viele … versuch*|anmelde*|fehl*|login*", "demasiados|troppi|muitas … intentos|tentativ*|errori",
      ], causes: [.rateLimited]),
    .init(
      words: [
        "plan|subscription|package|edition|account type|license … not include|not support|not available|upgrade|doesn't|does not|expired",
        "not available|not included|not supported|only available|available only … plan|subscription|free|trial|premium|paid",
        "upgrade … plan|account|subscription|premium|pro", "renew|renewal",
        "not offer|doesn't offer|does not offer|does not support|not support … imap|imap4|pop3",
        "premium|paid|vip … only|required|feature|account*|users|plan*",
        "free account*|free plan|free user*|free version", "套餐|免费版|免费用户|升级|付费|付費|收费版|续费", "тариф*|подписк*|podpisk*",
      ], causes: [.planDoesNotIncludeIMAP]),
    .init(
      words: [
        "accept|agree|accepted|agreed … eula|terms|agreement|conditions|policy", "eula",
        "terms of service|terms of use|user agreement|new terms",
        "服务条款|用户协议|使用条款|服务协议|隐私协议", "пользовательск* соглашени*|polzovatelsk* soglasheni*",
      ], causes: [.termsNotAccepted]),
    .init(
      words: [
        "phone|mobile|cellphone|telephone … bind*|bound|verify|verified|verification|confirm*|add|required|link*",
        "bind*|bound|verify|confirm|add|link … phone|mobile|telephone", "绑定手机|綁定手機|手机号|手機號|手机验证|绑定密保|未绑定|绑定微信",
        "номер* телефона|привяз* … телефон*", "nomer* telefona|privyaz* … telefon*",
      ], causes: [.phoneBindingRequired]),
    .init(
      words: [
        "\(WordGroup.code)|\(WordGroup.appPassword)|token … expired|revoked|no longer valid|deleted|invalidated",
        "expired|revoked … \(WordGroup.code)|\(WordGroup.appPassword)|token",
        "\(WordGroup.codeInChinese) … 过期|過期|失效|到期|已删除|被删除|已停用",
      ], causes: [.codeExpiredOrRevoked, .appPasswordRequired]),
    .init(
      words: ["\(WordGroup.code)|\(WordGroup.codeInChinese) … incorrect|invalid|wrong|错误|錯誤|有误|不正确|无效"],
      causes: [.wrongPassword, .codeExpiredOrRevoked, .appPasswordRequired]),
    .init(
      words: ["\(WordGroup.code)", "\(WordGroup.codeInChinese)", "weixin token|wechat token"],
      causes: [.appPasswordRequired, .codeExpiredOrRevoked]),
    .init(
      words: [
        "\(WordGroup.appPassword)", "app|apps|application … specific … password*|passcode",
        "external application*|third party|device specific|mail client|separate|generated … password … required|needed|must|use",
        "use|enter|requires|required|generate|create … external|third party|device|client|mail|special … password*",
        "парол* … приложени*|внешн*|зовнішн*|програм*", "parol* … prilozheni*|vneshn*",
        "mot de passe … application*|specifique|spécifique|dedie|dédié",
        "anwendungsspezifisch*|app passwort|anwendungspasswort|e mail passwort|gerätepasswort", "contraseña* … aplicaci*|app",
        "password … per le app|specifica|applicazion*", "senha* … aplicativ*|app", "애플리케이션 비밀번호|앱 비밀번호",
        "アプリパスワード|アプリ用パスワード|アプリケーション専用|アプリ固有",
      ], causes: [.appPasswordRequired]),
    .init(
      words: [
        "two|2 … factor|step|fa",
        "2fa|mfa|multi factor|multifactor|second factor|one time code|one time password|totp|otp|verification code",
        "双重验证|雙重驗證|两步验证|兩步驟驗證|二次验证|动态密码|动态口令|二步验证|双因素|双因子", "двухфакторн*|одноразов*|dvuhfaktorn*|dvukhfaktorn*",
        "2단계 인증", "二段階認証|2段階認証|２段階認証",
      ], causes: [.twoFactorRequired, .appPasswordRequired]),
    .init(
      words: [
        "password|passphrase|passwd|credential*|kennwort|passwort … expired|expire|abgelaufen", "expired … password|credentials",
        "change your password|change the password|change password", "must|need|have to|required … change|reset|update … password",
        "password … must be|needs to be|has to be … changed|reset|updated", "password change required", "pass change",
        "密码|密碼|口令 … 过期|過期|到期|失效", "修改密码|更改密码|重置密码|重设密码|变更密码", "парол* … истек*|истёк|устарел*|смен*|измен*",
        "parol* … istek*|ustarel*|smen*", "mot de passe … expir*", "contraseña … caduc*|expir*", "password scaduta",
      ], causes: [.passwordExpired, .webLoginRequired]),
    .init(
      words: [
        "password … too simple|too weak|too short|weak|not strong|insecure|complexity|not secure|too common",
        "weak|insecure|simple … password",
        "密码|密碼 … 过于简单|太简单|过弱|太弱|强度|不安全|简单", "弱密码|弱口令", "парол* … слаб*|прост*", "parol* … slab*|prost*",
      ],
      causes: [.passwordTooWeak]),
  ]

  /// What is switched off, and by whom.
  private static let service: [GeneralRule] = [
    .init(
      moments: [.login, .inbox],
      words: [
        "user|account|mailbox … not enabled in|not provisioned|not assigned",
        "not licensed|no license|no licence|unlicensed|without a license",
      ],
      causes: [.noMailboxOrLicense]),
    .init(mailProtocol: .smtp, moments: [.login], words: ["turn on|enable|use … smtp authentication"], causes: [.authRequired]),
    .init(
      words: [
        "administrator|admin|administrators … disabled|disable|prohibit*|blocked|denied|not allow*|restricted|turned off|forbid*|forbidden",
        Wording(
          "disabled|not enabled|blocked|denied|prohibited|restricted|not allowed|turned off|forbidden|locked … by … admin|administrator|policy|organization"
            + "|organisation|company|your domain|tenant"),
        "disabled|not enabled|blocked|restricted … for|in … your|this|the … domain|organization|organisation|tenant|company",
        "security defaults|conditional access|security policy|authentication policy|organizational policy",
        "not authorized|not authorised|not permitted|not allowed|no permission|not have permission|no right … use|access",
        "access to this service", "администратор* … запре*|отключ*|огранич*",
        "管理员|管理員|企业|公司 … 禁|限制|关闭|未开启|未授权|不允许|未开放",
      ], causes: [.adminDisabled]),
    .init(mailProtocol: .imap, moments: [.login, .inbox], words: switchedOff, causes: [.imapDisabled]),
    .init(mailProtocol: .smtp, moments: [.login], words: switchedOff, causes: [.smtpDisabled]),
    .init(
      moments: [.login],
      words: ["login disabled|login is disabled|login permanently disabled|logins disabled|logins are disabled|logon disabled"],
      causes: [.adminDisabled, .accountLockedOrSuspended]),
    .init(
      mailProtocol: .smtp, moments: [.sender],
      words: ["smtp … \(WordGroup.off)|\(WordGroup.offInChinese)", "\(WordGroup.offInChinese) … smtp"],
      causes: [.smtpDisabled]),
  ]

  /// Said of IMAP, of SMTP, and of mail programs at all.
  private static let switchedOff: [Wording] = [
    "\(WordGroup.service) … \(WordGroup.off)", "not enabled|not activated|not open|disabled|denied|without|no … \(WordGroup.service)",
    "not have|has no|not got … imap*|smtp|pop* … access|enabled|service",
    "enable|activate|turn on|switch on|allow|open … \(WordGroup.service)",
    "not authorized|not authorised|no permission|not available|not licensed … for … imap*|smtp|pop*|this service",
    "service is not open|service not open|service is not enabled|service is closed|service not available for",
    "imap|smtp|pop3|服务|服務|协议|客户端|第三方 … \(WordGroup.offInChinese)",
    "请 … 开启|开通|启用|打开 … imap|smtp|pop3|服务|服務|协议|客户端", "\(WordGroup.offInChinese)|禁止 … imap|smtp|pop3|服务|服務|协议|客户端|第三方",
    "доступ … запрещ*|отключ*|закрыт*|выключ*", "dostup … zapresh*|otklyuch*|zakryt*|vyklyuch*", "imap|smtp … 비활성|사용하지|사용 안|허용되지|설정",
    "imap|smtp|外部アプリ|メールソフト … 無効|許可されて|有効にして",
  ]

  /// Who is at the door: the network, the account, the user name, the mailbox.
  private static let person: [GeneralRule] = [
    .init(
      words: [
        Wording(
          "ip|ip address|client host|host|your network|location|country|region|geo … blacklisted|banned|screened|bloquee|gesperrt|restricted|listed"
            + "|\(WordGroup.refused)"),
        "blocked|banned|not accepted|restricted|suspicious|originating|\(WordGroup.refused) … from … ip|country|location|network|region",
        "spamhaus|dnsbl|rbl|sorbs|spamcop|barracuda|blacklist*|blocklist*|black list*|block list*", "listed … at|on|in", "screened",
        "ptr|reverse dns|rdns", "reputation", "geoip|geoblock*|geo block*|geo restrict*", "vpn|proxy … \(WordGroup.refused)|detected",
        "异地|異地|ip地址|ip 地址|境外|海外|ip被|ip已|ip受限|ip限制|非法ip|常用地|所在地区", "ip … 拒绝|限制|禁止|封|不允许", "ip|адрес* … заблок*|запрещ*",
      ], causes: [.regionOrIPBlocked]),
    .init(
      words: [
        "\(WordGroup.account) … \(WordGroup.locked)", "locked|suspended|blocked|frozen|deactivated|banned|inactive … \(WordGroup.account)",
        "locked out|lockout", "disabled … account|user|mailbox", "unlock|unblock|reactivate … account|mailbox",
        "unusual|suspicious … activity|sign in|login|log in", "security reasons",
        "锁定|鎖定|冻结|凍結|停用|封禁|被封|封停|注销|账号异常|帐号异常|账户异常|帐户异常|被禁用|已禁用|被限制|停止服务|已停止|休眠|暂停|黑名单",
        "заблокир*|блокир*|приостан*|удал*|заморож*", "zablokir*|blokir*|priostan*", "gesperrt|bloqué|bloccato|bloqueada", "정지|잠금|잠겼|휴면",
        "ロックされ|停止され|凍結",
      ], causes: [.accountLockedOrSuspended]),
    .init(
      words: [
        "web login|weblogin", "log in|login|logon|log on|sign in|signin|go|visit … web|browser|webmail|website|web site|web mail|online",
        "verify|confirm … account|identity|it's you|not a robot", "captcha", "webmail|browser … log in|login|sign in|first",
        "https … log in|sign in",
        "网页登录|網頁登入|登录网页|登录网站|网页版|浏览器|登录官网|验证码|安全验证|首次登录|激活|web端|网页端", "веб интерфейс*|браузер*|через сайт|на сайте",
        "veb interfeys*|brauzer*|cherez sayt", "navigateur|im browser|über den browser",
      ], causes: [.webLoginRequired, .appPasswordRequired]),
    .init(
      moments: [.login, .inbox],
      words: [
        "wrong|incorrect … host|server|port", "use|connect to … own server|correct server|server instead|host instead|different server",
        "domain … not hosted|not exist|doesn't exist|not found|unknown|not local|not served|not configured",
        "no such|unknown|invalid … domain",
        "account|mailbox|user|has|was … migrated|moved", "域名 … 不存在|错误", "hosted here",
      ], causes: [.wrongServerOrPort]),
    .init(
      moments: [.login, .inbox],
      words: [
        "mailbox|inbox … not exist|doesn't exist|does not exist|not found|not valid|cannot be opened|no longer exists",
        "unable to open|can't open|cannot open|could not open … mailbox|inbox|folder", "no|not have a|without … valid mailbox|mailbox",
        "邮箱不存在|没有邮箱|未分配邮箱|许可证",
      ], causes: [.noMailboxOrLicense, .wrongUsernameForm]),
    .init(
      moments: [.login],
      words: [
        "full|complete|entire|whole … email|e mail|address", "unknown user account|unknown user id",
        "no such user|no such account|unknown account|user unknown|unregistered",
        "user|account|username|user name|login name|email|e mail … not found|not exist|doesn't exist|does not exist|not known|not registered",
        "username|user name|login|email|e mail|user … format|must contain|must include|should be|without domain|with domain|incomplete",
        "realm", "用户|用戶|帐号|账号|帳號|账户|邮箱 … 不存在|未注册|格式|没有找到|不合法|非法", "完整的邮箱|完整邮箱",
        "пользовател*|ящик*|аккаунт*|логин* … не найден*|не существует|не зарегистр*", "polzovatel*|yashchik* … ne nayden*|ne sushchestv*",
        "utilisateur|compte … inconnu|inexistant", "benutzer|postfach|konto … unbekannt|existiert nicht|nicht gefunden",
      ], causes: [.wrongUsernameForm, .wrongPassword]),
  ]

  /// The server's own trouble, after all that it may be put in words for.
  private static let later: [GeneralRule] = [
    .init(moments: [.inbox], words: ["permission|access … denied", "no permission"], causes: [.adminDisabled, .noMailboxOrLicense]),
    .init(
      words: [
        "temporar*|maintenance|overload*|backend|database|timed out|timeout|outage|unavailable|unreachable|out of memory|shutting down",
        "internal|system|server|unexpected … error|failure|problem", "server|system|service … busy|not available|not ready|down|starting",
        "unable|cannot|can't … at present|at this time|at the moment|right now|currently", "insufficient … storage|resources|memory",
        "connection lost|lost connection", "auth process|process|worker … broken|crashed", "proxy … not available|failed",
        "failed to connect",
        "can't request|can't connect|cannot connect", "logging out", "try|come back|retry … later|again|soon",
        "系统繁忙|系統繁忙|系统忙|服务器忙|服务器繁忙|服务繁忙|系统错误|系统异常|服务异常|内部错误|维护|超时|暂时|服务器错误|稍后|稍後",
        "временн*|позже|техническ*|внутренн*|недоступ*|перегруж*", "vremenn*|pozzhe|pozje|tehnichesk*|nedostup*",
        "temporaire*|plus tard|réessayer|reessayer|indisponible", "später|spaeter|wartung|vorübergehend|voruebergehend|zurzeit|momentan",
        "más tarde|mas tarde|più tardi|piu tardi|mais tarde", "잠시 후|일시적|점검", "しばらく|一時的|メンテナンス",
      ], causes: [.temporaryServerError]),
  ]
}
