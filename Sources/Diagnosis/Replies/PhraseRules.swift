// Phrases that name the cause, whatever the code is. A narrower row comes before a wider one.

import Vocabulary

extension GeneralRule {
  static let naming: [GeneralRule] = unavailable + anyReason + eitherReason + capacity + sending + dialogue + accountPhrases + later

  /// RFC 5530: after the login the code says that it is only for now, whatever the text says is missing.
  private static let unavailable: [GeneralRule] = [
    .init(
      mailProtocol: .imap, moments: [.inbox], responseCode: "UNAVAILABLE", except: ["connection*|too many|limit|quota*|maximum"],
      causes: [.temporaryServerError])
  ]

  /// One sentence that lists every reason there can be, as all of Tencent's servers send for every refused login. None of
  /// the reasons is named by it.
  private static let anyReason: [GeneralRule] = MailProtocol.allCases.map { mailProtocol in
    .init(
      mailProtocol: mailProtocol, moments: [.login],
      words: [
        ReplyPattern(
          "account|user|service … abnormal|locked|suspended|disabled|not open|not opened|not enabled … password is incorrect|"
            + "password incorrect|password is wrong|password error|wrong password|incorrect password … or")
      ],
      causes: [
        .appPasswordRequired, .codeExpiredOrRevoked, mailProtocol == .imap ? .imapDisabled : .smtpDisabled, .rateLimited,
        .accountLockedOrSuspended, .temporaryServerError, .wrongServerOrPort,
      ])
  }

  /// Two reasons in one sentence: the password comes first, because only the user can know it.
  private static let eitherReason: [GeneralRule] = [
    .init(
      moments: [.login],
      words: [
        "wrong|incorrect|invalid|bad … password|passwd|credentials … or … blocked|disabled|locked|suspended|inactive|not activated",
        "blocked|disabled|locked|suspended|inactive … or … wrong|incorrect|invalid|bad … password|passwd|credentials",
      ], causes: [.wrongPassword, .accountLockedOrSuspended, .appPasswordRequired])
  ]

  /// Limits other than rate limits: connections, storage, sending credits.
  private static let capacity: [GeneralRule] = [
    .init(
      moments: [.greeting],
      words: [
        "connection* rate", "rate of connection*", "failed|invalid|bad … login*|logon*|authentication*",
        "limit|limits … requests|commands|messages|mails", "reached|exceeded … limit|limits … host|ip|address|client|request*",
      ],
      causes: [.rateLimited]),
    .init(
      words: [
        "quota|limite … envoi*|invio|envio|versand*", "quota|limit|credits … outbound|outgoing|sending|sent messages",
        "outbound|outgoing|sending … quota",
        "credits … exceeded|exhausted",
      ],
      causes: [.sendQuotaExceeded]),
    .init(
      words: [
        "over quota|overquota|over the quota|over its quota|over your quota",
        "mailbox|mail box|inbox|storage|disk … full|quota exceeded|exhausted", "shutoffquotaexceeded",
        "out of storage",
      ] + LanguageWords.full, except: ["bandwidth|command limit*|command or"], causes: [.mailboxFull]),
    .init(
      words: [
        "too many connection*|too many session*|too many simultaneous|too many concurrent|too many open|too many imap|too many smtp",
        "too many clients|too many users|too many connected",
        "maximum|max|limit|limits … connection*|session*|clients|connected|simultaneous|concurrent",
        "connection*|session*|concurrent|concurrency|simultaneous … limit|limits|exceeded|too many|maximum|queue full",
        "too many processes|too many threads", "thread|threads … limit|limits|exceeded|maximum",
      ] + LanguageWords.connections, causes: [.tooManyConnections]),
  ]

  /// What the server objects to in this program's side of the dialogue.
  private static let dialogue: [GeneralRule] = [
    .init(moments: [.login], words: ["use|try|only … oauthbearer|xoauth2"], causes: [.oauthRequired, .appPasswordRequired]),
    .init(
      moments: [.inbox],
      words: [
        "unsafe login|insecure login|login is not safe|login isn't safe|login is unsafe", "id command … required|first|before",
        "rfc2971|rfc 2971",
      ], causes: [.idRequired]),
    // The two sides do not agree about who begins with TLS at this port.
    .init(
      moments: [.greeting, .login],
      words: [
        ReplyPattern(
          "ssl|tls … attempted|attempt|handshake|hello|clienthello|negotiation|connection … over|on|to|at … non ssl|non tls|plain|plaintext|"
            + "unencrypted|cleartext|clear text"),
        "plain|plaintext|unencrypted|cleartext|clear text … to|on|at|over … ssl|tls|encrypted … port|socket|listener|connection",
      ], except: ["disabled|not allowed|not permitted|disallowed|starttls"], causes: [.wrongServerOrPort, .tlsProblem]),
    // nginx sends "No required SSL certificate", or "SSL certificate error" if it does not trust the client's.
    .init(
      words: [
        "no required ssl|no required tls|no required client|no required|missing … certificate",
        "ssl certificate error|tls certificate error|certificate required|certificate is required|certificate needed|certificate missing",
        "client certificate*|client's certificate*|peer certificate*|client cert|client certs|user certificate*",
        "client|peer … not|didn't … present|presented|provide|provided|return|send|sent|offer … certificate*|cert",
        ReplyPattern(
          "requires|require|need|needs|must|without … ssl certificate|tls certificate|x509 certificate|x 509 certificate"
            + "|valid certificate|personal certificate"),
      ], except: ["server certificate*|server's certificate*|certificate of the server|tls not available|starttls"],
      causes: [.clientCertificateRequired]),
    .init(
      mailProtocol: .smtp, severity: 4, words: ["tls|ssl|starttls … not available|unavailable"],
      causes: [.temporaryServerError, .tlsProblem]),
    .init(
      words: [
        "requires|require|minimum|needs|use … tls 1|tls version|tlsv1",
        "tls|ssl|starttls … not available|unavailable|not supported|not offered|initialization|initialisation|negotiation",
        "switching|switch|upgrade|upgrading … secure|tls|ssl … connection|failed|error",
        "error|failed|failure … switching|switch|upgrade|upgrading … secure|tls|ssl", "channel binding* … match|mismatch|mitm",
        "tls|ssl … version|handshake|protocol … unsupported|not supported|too old|failed|error",
        "certificate … not found|not be found|expired|error|invalid",
      ], causes: [.tlsProblem, .temporaryServerError]),
    .init(
      words: [
        "starttls … first|required", "must … starttls", "use starttls",
        "tls|ssl|encryption|encrypted connection|secure connection … required|mandatory|needed|erforderlich|requis*|richiest*",
        "requires|require|needs|must use … tls|ssl|encrypt*|secure connection",
        "plain login|plain auth*|login plain … disabled|disallowed|not allowed|not permitted|forbidden",
        "plaintext|plain text|cleartext|clear text|unencrypted|insecure … disallowed|disabled|not allowed|not permitted|forbidden",
        "without|non|not … ssl|secure|encrypt* … not allowed|disallowed|not permitted|forbidden", "under a layer",
        ReplyPattern(
          "disallowed|disabled|not allowed|not permitted|forbidden|denied|refused … over|via|on|through|in … plaintext|plain text|"
            + "cleartext|clear text|unencrypted|insecure|non secure|non ssl|non tls"),
        "disabled|not allowed|not permitted|not available|unavailable|refused … before|until|unless … starttls|tls|ssl|encrypt*",
        "not over … ssl|tls|encrypted|secure",
        "not|no|only|never|unavailable … without … tls|ssl|starttls|encrypt*",
        "authenticate|log in|login … first … with|over|using … tls|ssl", "必须|需要|请 … ssl|tls|加密", "加密连接",
      ], causes: [.tlsRequired]),
    .init(
      moments: [.login, .inbox],
      words: [
        ReplyPattern(
          "mechanism|mechanisms|authentication type|auth type|authentication method|auth method … not supported|unsupported|unknown|invalid"
            + "|disabled|not available|unavailable|not allowed|not enabled|unrecognized|not implemented|too weak|prohibited|forbidden"),
        "authentication package|authentication scheme|authentication protocol|sign in method … not supported|is not supported|isn't supported",
        "authenticate|auth|authentication … method|methods|mode … not supported|unsupported|not implemented|unavailable|prohibited",
        "authenticate … is not enabled|is disabled|is not supported|is not available",
        ReplyPattern(
          "unknown|invalid|unsupported|unrecognized|unrecognised|no|disabled|no suitable … mechanism|mechanisms|"
            + "authentication type|auth type|authentication method|auth method|login method"),
        "mechanism … available", "only supported mechanism",
        "auth login|auth plain|authenticate plain|authenticate login … not supported|disabled", "不支持 … 认证|验证|登录方式|机制",
      ], except: ["succeeded|successful"], causes: [.authMechanismUnsupported]),
    // Some servers send the code of a refused password to a client that has not logged in.
    .init(
      mailProtocol: .smtp, moments: [.login], codes: [535, 550, 553, 554],
      words: [
        "authentication required|authentication is required|auth required|login required|must authenticate|please authenticate first"
      ],
      except: ["application|app|tls|ssl|factor|oauth*|modern"], causes: [.authRequired, .tlsRequired]),
    // The objection to EHLO is how a server for incoming mail treats clients that are no mail servers.
    .init(
      mailProtocol: .smtp, moments: [.login],
      words: [
        ReplyPattern(
          "helo|ehlo … resolve*|resolvable|dns|fqdn|fully qualified|own|mine|forged|spoof*|denied|refused|rejected|blocked|"
            + "not found|local|ip address"),
        "invalid|bad|forged … helo|ehlo … name|host|hostname|domain",
      ],
      causes: [.wrongServerOrPort, .clientProtocolError]),
    .init(
      mailProtocol: .smtp, moments: [.login],
      words: ["auth … not recognized|not recognised|not implemented|unrecognized|unknown command"],
      causes: [.authMechanismUnsupported, .wrongServerOrPort]),
    .init(
      mailProtocol: .smtp, moments: [.login],
      words: [
        "command … unrecognized|unrecognised|not recognized|not recognised|not implemented|unknown|unsupported|not supported|disabled"
      ],
      causes: [.authMechanismUnsupported, .clientProtocolError, .wrongServerOrPort]),
    .init(
      mailProtocol: .smtp, moments: [.login],
      words: [
        "authentication not enabled|auth not enabled|auth not available|authentication not available|not advertised|not allowed on",
        "use|try … port 465|port 587|submission port",
        "authentication|auth|login … only … submission|port|ports",
      ],
      causes: [.wrongServerOrPort, .tlsRequired, .smtpDisabled]),
    .init(
      moments: [.login, .inbox],
      words: [
        "base64", "invalid|malformed|bad … response|initial response", "input|line|command|argument|response … too large|too long|too big",
        "decode|decoding … response|credentials|argument|failed|error", "cipher text is invalid", "bad protocol cancel",
        "invalid|illegal character* … atom|string|command", "another step is needed", "out of sequence|bad sequence",
        "protocol error|protocol violation|synchronization error|synchronisation error|improper use of pipelining",
        "sent before … greeting",
        "invalid|unknown|unrecognized|unrecognised|bad|illegal|malformed|missing|wrong|unexpected … command|argument*|syntax|parameter*",
        "command|argument*|parameter* … not recognized|not recognised|unknown|invalid|error|missing|not permitted|not allowed|not valid",
        "could not|cannot|can't|unable to|failed to … parse", "parse … error", "error in … command",
        "helo|ehlo … invalid|required|missing", "syntax error|line too long|command too long",
        "username|user name|login name|password|passwd|passwort … null|is empty|is blank|missing|not given|not supplied|not specified",
        "no|empty|missing … username|user name|password|passwd … given|supplied|specified|provided",
        "authentication|auth … cancelled|canceled|aborted", "cancelled|canceled|aborted|abandoned … authentication|auth|login",
        "too many … invalid|unknown|bad|unrecognized|erroneous … commands", "too many … syntax errors|protocol errors", "optional argument",
        "命令|参数|指令 … 错误|无效|不识别", "缺少",
      ], except: ["account|mailbox|user … disabled|locked|suspended"], causes: [.clientProtocolError]),
  ]

  /// Internal errors of the server. They come last because servers use these phrases loosely.
  private static let later: [GeneralRule] = [
    // After the login: the server has lost it, or gave the command to a server that knows nothing of it.
    .init(
      moments: [.inbox],
      words: [
        "login|log in|logged in|authenticate … first", "not logged in|not authenticated|must authenticate|must log in|unauthenticated",
        "must be|not … authenticated … state",
      ], causes: [.authRequired, .temporaryServerError]),
    .init(moments: [.inbox], words: ["permission|access … denied", "no permission"], causes: [.adminDisabled, .noMailboxOrLicense]),
    // A command that fails after the login without a reason, and a mailbox whose files are damaged.
    .init(
      mailProtocol: .imap, moments: [.inbox],
      words: [
        "list|lsub|select|examine|status|namespace|search|fetch|noop|uid … failed|failure|error",
        "unable to|cannot|can't|could not|couldn't|failed to … list|select|examine|subscribe|load … folders|folder|mailboxes|subscriptions",
        "mailbox|index|folder|file|cache|format|store … corrupt*|damaged|inconsistent|bad format|invalid format|broken|locked",
        "corrupt* … mailbox|index|folder|file|cache|store", "reconstruct|rebuild|repair|recover*", "lock … failed|timeout|busy|denied",
      ], causes: [.temporaryServerError]),
    .init(
      words: [
        "temporar*|maintenance|overload*|backend|database|timed out|timeout|outage|unavailable|unreachable|out of memory|shutting down",
        "internal|system|server|unexpected … error|failure|problem", "server failed", "local error|local configuration|local problem",
        "server|system|service … busy|not available|not ready|down|starting",
        "unable|cannot|can't … at present|at this time|at the moment|right now|currently", "insufficient … storage|resources|memory",
        "connection lost|lost connection", "inactivity during|no response from", "cannot|can't|couldn't … read|write|open|pipe|socket|fork",
        "fatal error|i o error|io error|not owned by the correct", "auth process|process|worker … broken|crashed",
        "proxy … not available|failed",
        "failed to connect",
        "can't request|can't connect|cannot connect", "logging out", "shutdown|shut down|going down",
        "try|come back|retry … later|soon|shortly|in a few|in some",
      ] + LanguageWords.temporary, except: ["password|passwd … is incorrect|is wrong|is invalid"], causes: [.temporaryServerError]),
    .init(words: ["try|retry … again"], except: ["check|verify|password*|credential*|username"], causes: [.temporaryServerError]),
  ]
}
