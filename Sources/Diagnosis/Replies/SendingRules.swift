// Phrases about sending that name the cause.

import Vocabulary

extension GeneralRule {
  /// These apply from MAIL FROM on only: the same phrases mean other things at a login.
  static let sending: [GeneralRule] = [
    .init(moments: [.sender], words: ["greylist*|graylist*|grey list*|gray list*"], causes: [.temporaryServerError]),
    // Deferred until a DNS query or a verification of the address succeeds: that says nothing about the sender.
    .init(
      moments: [.sender], severity: 4,
      words: [
        "not found|cannot find|can't find|could not find|couldn't find|unable to find|no such domain|no such host|unknown host|nxdomain",
        "resolve|resolved|resolves|resolvable|unresolvable|resolution|lookup|lookups|look up|looked up|dns|mx record*|a record*",
        "helo|ehlo", "unverified address|verification|verify|verified|callout|callback",
        "spf|dkim|dmarc … temp*|timeout|timed out|error|unavailable|fail*",
      ],
      except: ownership + ["client host*", "no reverse|not have reverse|without reverse|missing reverse|no ptr|no rdns|fix reverse"],
      causes: [.temporaryServerError]),
    .init(
      moments: [.sender], words: ["password|passwd … expired|never changed|must be changed|has to be changed", "change your password"],
      causes: [.passwordExpired, .webLoginRequired]),
    .init(
      moments: [.sender],
      words: [
        ReplyPattern(
          "permission*|allowed|permitted|authorized|authorised|right|rights|privilege* … send|relay|submit … internet mail|internet email|"
            + "external mail|external email|outside mail|to the internet|outside the|external domain*|external address*|external recipient*"
        )
      ], causes: [.adminDisabled, .accountLockedOrSuspended]),
    .init(
      moments: [.sender], words: ["use|try … server|host|port|relay … instead", "lmtp|lhlo"], causes: [.wrongServerOrPort, .authRequired]),
    // Who owns the address, in sentences that mention the login too.
    .init(
      moments: [.sender],
      words: [
        ReplyPattern(
          "from address|sender address|from header|mail from|return path|envelope sender … must be|must match|must equal|"
            + "has to be|should be|same as"),
        "spf|dkim|dmarc", "authenticate|authenticated|log in|logged in … as the sender|as sender|as that sender|as the owner",
      ], except: ["must be authenticated|logged in first"], causes: [.senderNotOwned]),
    .init(
      moments: [.sender],
      words: [
        "upgrade … plan|account|subscription|package", "free account*|free plan|free user*|trial account*|trial plan",
        "请升级|升级套餐|升级后|付费|免费版",
      ],
      causes: [.planDoesNotIncludeIMAP, .sendQuotaExceeded]),
    .init(
      moments: [.sender],
      words: [
        "rate … exceed*|limit*|reached", "per second|per minute|a second|a minute … limit*|exceed*|maximum",
        "attempts … maximum|threshold|limit*|exceed*", "peak … limit*|rate",
        "too many|too much … messages|mails|emails … short|quickly|seconds|minutes|in last|in the last|later",
        "maximum|exceed*|limit* … attempts|per second|per minute|rate",
      ], except: ["daily|hourly|monthly|per day|per hour|24 hour*|24h|past 24"], causes: [.rateLimited, .sendQuotaExceeded]),
    .init(
      moments: [.sender],
      words: [
        "daily|hourly|monthly|24 hour*|per day|per hour|24h … limit|quota|maximum|threshold|allowance|allotment|allocation",
        "outgoing|outbound|sending|messages|mails|emails … limited|restricted … hour|day|hourly|daily",
        "limit|quota|maximum|exceed* … daily|hourly|monthly|per day|per hour|24 hour*",
        "only|more than|up to … messages|mails|emails|recipients … per|a|each|every … day|hour|month",
      ], causes: [.sendQuotaExceeded]),
    .init(
      moments: [.sender],
      words: [
        "log in|login|authenticate … before|to … send*|submit*", "without … auth*|login|logging in",
        "authorization required|authorisation required",
        "relay … check|local … fail*|denied", "not a gateway|not local host",
        "not logged in|log in first|login first|not authenticated|authenticate first|must authenticate|not been authenticated",
        "authentication|authentification|auth|smtp auth … required|requise|needed|necessary|erforderlich",
        "relay*|relaying … denied|rejected|refused|disallowed|prohibited|forbidden|not permitted|not allowed",
        "unable to|not|no|cannot|don't|won't … relay|relaying|open relay",
        "requires|require|needs|need … authentication|smtp authentication",
        "unauthenticated … sender*|user*|client*|not allowed|denied|relay*",
        "anonymous client*|anonymous user*|anonymous sender*", "not authorized|permission*|not allowed … relay|submit mail|submit messages",
        "client host rejected access denied", "need … auth", "smtp after pop*|pop before smtp|pop3 before smtp", "check … mail first",
        "rcpthosts", "turn on|enable … auth*",
      ] + LanguageWords.authRequired, causes: [.authRequired]),
    .init(
      moments: [.sender], words: ["must|has to|have to|needs to|should … be authenticated|be logged in"],
      except: ["authenticated user|authenticated sender|authenticated address"], causes: [.authRequired]),
    .init(
      moments: [.sender],
      words: [
        "domain … required|missing|needed", "need|needs … fully qualified",
        "illegal attachment|message size|mailsize|size limit|too large|too big", "must contain a domain", "bad|invalid … syntax",
        "syntax error|malformed", "bad address", "header* … missing|malformed|not valid|not conform*|not comply|follow rfc*",
        "missing|malformed|multiple|duplicate|no … header*|from field|date field|message id",
        "invalid|bad … helo|ehlo",
        "helo|ehlo … rejected|refused|invalid|denied|fully qualified|fqdn|address literal|required|first|should be|must be",
        "address|field|sender|from … needs to follow|must follow|format|angle brackets|enclosed", "bad char*|invalid char*|illegal char*",
        "command unrecognized", "introduce yourself|say hello|say helo|say ehlo",
      ], causes: [.clientProtocolError]),
    .init(
      moments: [.sender],
      words: [
        "\(WordGroup.account)|customer … \(WordGroup.locked)",
        "sending|outgoing|outbound … denied|blocked|disabled|suspended|restricted|paused|suspension|locked|stopped",
        "account|mailbox|user|sender … compromised|hacked|sent spam|sending spam|spammer", "unusual amount|unusual volume|unusually high",
        "spam|abuse … detected|reported … blocked|suspended|disabled", "blocked|suspended|disabled … spam|abuse … detected|reported",
        "registered as|listed as|marked as|known … spammer*",
        "account|user|mailbox|customer … not yet|not been|pending|awaiting … activated|activation|verified|verification|approved|approval|confirmed",
        "account|user|mailbox|customer … not activated|not verified|not approved|not confirmed|under review",
        "bad outbound sender", "activate|verify|complete … account|registration", "client blocked|access denied … from sending",
        "sending|sender … suspended|on hold|under review",
        "not allowed|isn't allowed|not permitted|no longer allowed … send email|send mail|send messages|send any",
        "unusual|suspicious … sending|activity", "账号|帐号|账户|用户 … 锁定|冻结|停用|封|异常", "禁止发信|禁止发送", "заблокир*|zablokir*",
      ], except: ["send … with|using|as|from … address|sender"], causes: [.accountLockedOrSuspended]),
    .init(
      moments: [.sender],
      words: [
        "frequency … limited|limit", "too frequent*|rate limit*|ratelimit*|throttl*|too fast", "频率|频繁|过快",
        "deferred … complaint*|volume|rate",
      ],
      causes: [.rateLimited]),
    .init(
      moments: [.sender],
      words: [
        ReplyPattern(
          "daily|hourly|monthly|sending|send|outgoing|message*|mail|email*|recipient*|rcpt*|spam|relay|submission|smtp … limit|quota|"
            + "maximum|threshold"),
        "exceed* … daily|hourly|sending|emails|messages|recipients|mails|per hour|per day",
        "too many … recipients|messages|mails|emails|rcpts", "exceed* … threshold",
        "number of messages|number of recipients|number of rcpts|number of emails|messages sent … reached|exceeded|maximum|limit*|over",
        "number of … messages|mails|emails|recipients … reached|exceeded|past|24h",
        "past 24|last 24|previous 24", "quota exceeded|quota is exceeded|over quota|exceeded … quota",
      ] + LanguageWords.sendQuota, causes: [.sendQuotaExceeded]),
    .init(
      moments: [.sender],
      words: ["delivery|deliver* … to this|to that|to recipient* … address|recipient*|domain*", "recipient domain|recipient's domain"],
      causes: [.recipientRejected, .contentRejected]),
    .init(moments: [.sender], words: ownership, causes: [.senderNotOwned]),
    // Weaker phrases count only in permanent failures.
    .init(
      moments: [.sender], severity: 5,
      words: [
        "sender verify|sender verification … fail*", "local sender|non local|not a local", "unknown|unrecognized|unrecognised … sender",
        "email address|address is … not verified|unverified|not confirmed|unconfirmed",
        ReplyPattern(
          "\(WordGroup.sender) … not verified|not validated|unverified|unvalidated|must be|invalid|invalide|not valid|unauthorized|nicht erlaubt|ungültig"
            + "|\(WordGroup.refused)"),
        "invalid|unauthorized|unverified|illegal … \(WordGroup.sender)", "发件人|发信人|寄件人|发件地址 … 不|拒绝", "отправител* … не",
      ] + LanguageWords.sender, causes: [.senderNotOwned]),
    .init(
      moments: [.sender],
      words: [
        "connection*|mail|messages|traffic … not be accepted|not accepted|refused|rejected|blocked … from",
        "ip|client host|client address … blacklisted|banned|listed|\(WordGroup.refused)",
        "\(WordGroup.refused) … by|for|from … your ip|your ip address|your network", "black ip", "traffic not accepted",
        "from … this|your … ip",
        "spamhaus|dnsbl|rbl|blacklist*|blocklist*",
      ], causes: [.regionOrIPBlocked]),
    .init(
      moments: [.sender],
      words: [
        "spam*|outboundspam*|virus|phishing|malware|junk|unsolicited",
        "policy reasons|policy violation|policy rejection|policy restriction*|local policy",
        "message rejected|mail rejected|message refused|mail refused|message blocked|message denied",
        "credential* … leak*|phish*", "attachment|file type|executable … not allowed|blocked|banned|forbidden|dangerous",
        "content|message|header … policy|suspicious|suspicion|\(WordGroup.refused)", "suspicion|suspected", "service refuse*",
      ] + LanguageWords.content, causes: [.contentRejected]),
    .init(
      moments: [.sender],
      words: [
        "recipient|rcpt|receiver|destination … not found|unknown|invalid|not exist|unavailable|\(WordGroup.refused)",
        "invalid user|user unknown|no such user|no such recipient|unknown user|user not found", "收件人 … 不存在|错误|拒绝|无效",
      ], causes: [.recipientRejected]),
    // Said of nothing in particular to a user who has logged in: the address is what distinguishes this command.
    .init(
      moments: [.sender], severity: 5, words: ["permission denied|no permission"],
      causes: [.senderNotOwned, .adminDisabled]),
  ]

  /// The address is another user's, or must not be used as a sender: true for any code.
  private static let ownership: [ReplyPattern] = [
    "not owned|owned by|does not belong|doesn't belong|not one of your", "must|should … equal|match|be same|be the same|identical",
    "mismatch|not match|don't match|doesn't match|does not match|conform with|differs from|different from",
    "must|has to|should … belong|be authenticated user|be the authenticated", "belongs to another|belongs to a different|not in your",
    "spoof*|forged|forgery|forging|masquerad*|impersonat*", "badmailfrom|bad mail from",
    "domain … not verified|not yet verified|unverified|unconfigured|not configured|not associated|not linked|not added|not registered with",
    "verify a domain|verify your domain|verify this domain|verify the sending domain",
    "must use|use only|only use|restricted to … domain|sending domain", "only … to your own … address",
    "unverified|unconfigured|unauthorized|unauthorised … domain|sending domain|sender domain|from domain",
    "\(WordGroup.sender) … not in|not on|not among|not listed|not one of",
    "send … from that|from this|from another|from a different … address",
    "use|using … this address|that address|this email … sender|from address|envelope",
    "not the same|not same as|isn't the same|not equal to",
    "incorrect|wrong|different|other … authentication|login|user … for|of … address|sender",
    "send as|sendas*|send on behalf", "cannot|can't|may not|not|permission* … send from|send as|send mail as|use this sender",
    "\(WordGroup.refused)|cannot|no permission … send|sending … from|as", "domain … \(WordGroup.refused) … send|sending|relay",
    "not authorized|not authorised … perform|send",
    "identity|sender signature … not verified|unverified|not confirmed|unconfirmed",
    "\(WordGroup.sender) … not permitted|not authorized|not authorised|not allowed|unauthorized|nicht erlaubt",
    "发件人|发信人|寄件人|发件地址 … 无权|必须", "отправител* … чуж*",
  ]
}
