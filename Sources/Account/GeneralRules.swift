// What replies mean at any provider: by response code, enhanced status code, reply code, and the wording of the usual
// server software. Each rule is a row; the first row that fits counts.

import Vocabulary

/// One row. Everything that is given must fit.
struct GeneralRule: Sendable {
  var mailProtocol: MailProtocol?
  var moments: [ReplyRule.Moment] = []
  /// IMAP condition: NO, BAD, BYE.
  var condition: String?
  /// IMAP response code.
  var responseCode: String?
  /// SMTP reply codes.
  var codes: [Int] = []
  /// SMTP enhanced status codes without their class: X.7.8 is (7, 8).
  var enhanced: (subject: Int, detail: Int)?
  /// Any of these words.
  var words: [String] = []
  let causes: [Cause]

  func fits(_ said: ReplyWords) -> Bool {
    if let mailProtocol, mailProtocol != said.mailProtocol { return false }
    if !moments.isEmpty, !moments.contains(said.moment) { return false }
    if let condition, condition != said.reply.condition { return false }
    if let responseCode, responseCode != said.reply.responseCode { return false }
    if !codes.isEmpty, !codes.contains(said.reply.code ?? 0) { return false }
    if let enhanced {
      guard let given = said.reply.enhanced, (given.subject, given.detail) == enhanced else { return false }
    }
    return words.isEmpty || words.contains(where: said.contains)
  }

  /// In order: plain words before codes, since servers use codes loosely; narrow before wide.
  static let all: [GeneralRule] = [
    // Wording that names the cause, whatever the code.
    .init(
      words: ["application-specific password", "app password", "app-specific password", "application password", "授权码", "授權碼"],
      causes: [.appPasswordRequired, .wrongPassword]),
    .init(moments: [.inbox], words: ["unsafe login"], causes: [.idRequired]),
    .init(
      mailProtocol: .imap,
      words: [
        "imap is disabled", "imap access is disabled", "imap4 access is disabled", "imap access disabled", "imap access is switched off",
        "imap service is not", "not enabled for imap", "does not have imap access",
      ],
      causes: [.imapDisabled, .adminDisabled]),
    .init(
      mailProtocol: .smtp, words: ["smtpclientauthentication is disabled", "smtp is disabled", "smtp access is disabled"],
      causes: [.smtpDisabled, .adminDisabled]),
    .init(
      words: [
        "too many simultaneous connections", "too many connections", "too many open connections", "too many concurrent",
        "maximum number of connections",
      ],
      causes: [.tooManyConnections]),
    .init(
      words: [
        "too many login", "too many failed", "too many authentication failures", "too many attempts", "too many invalid logon",
        "too many auth commands", "rate limit",
      ],
      causes: [.rateLimited, .temporaryServerError]),
    .init(
      words: ["undergoing maintenance", "temporary problem", "temporary authentication failure", "temporarily unavailable"],
      causes: [.temporaryServerError, .tooManyConnections]),
    .init(words: ["log in via your web browser", "please login via your web", "web login required"], causes: [.webLoginRequired]),
    .init(words: ["accept eula", "terms of service", "user agreement"], causes: [.termsNotAccepted]),
    .init(words: ["password expired", "password has expired"], causes: [.passwordExpired]),
    .init(
      words: [
        "account is disabled", "account disabled", "account has been suspended", "user suspended", "account is locked", "account locked",
      ],
      causes: [.accountLockedOrSuspended]),
    .init(
      words: [
        "starttls command first", "encryption required", "tls required", "tls-connection is required", "available under a layer",
        "cleartext login", "cleartext authentication",
      ],
      causes: [.tlsRequired]),
    .init(moments: [.login], words: ["full email address as user"], causes: [.wrongUsernameForm, .wrongPassword]),
    .init(moments: [.login], words: ["wrong host"], causes: [.wrongServerOrPort]),
    .init(moments: [.login], words: ["access to this service has been blocked"], causes: [.adminDisabled]),
    .init(
      moments: [.login], words: ["invalid authentication mechanism", "unknown mechanism", "unsupported mechanism"],
      causes: [.authMechanismUnsupported]),
    .init(
      moments: [.login], words: ["authentication not enabled", "when not advertised"],
      causes: [.wrongServerOrPort, .tlsRequired, .smtpDisabled]),
    .init(
      moments: [.sender],
      words: [
        "not owned by", "not one of your addresses", "must equal authorized user", "not allowed to send as", "sender address rejected",
      ],
      causes: [.senderNotOwned]),

    // RFC 5530 and RFC 9051 7.1 response codes.
    .init(mailProtocol: .imap, responseCode: "UNAVAILABLE", causes: [.temporaryServerError]),
    .init(mailProtocol: .imap, responseCode: "INUSE", causes: [.tooManyConnections, .temporaryServerError]),
    .init(mailProtocol: .imap, responseCode: "SERVERBUG", causes: [.temporaryServerError]),
    .init(mailProtocol: .imap, responseCode: "LIMIT", causes: [.tooManyConnections, .rateLimited]),
    .init(mailProtocol: .imap, responseCode: "EXPIRED", causes: [.passwordExpired, .codeExpiredOrRevoked]),
    .init(mailProtocol: .imap, responseCode: "CONTACTADMIN", causes: [.adminDisabled, .accountLockedOrSuspended]),
    .init(mailProtocol: .imap, responseCode: "PRIVACYREQUIRED", causes: [.tlsRequired]),
    .init(mailProtocol: .imap, responseCode: "AUTHORIZATIONFAILED", causes: [.adminDisabled, .wrongUsernameForm]),
    .init(mailProtocol: .imap, moments: [.inbox], responseCode: "NONEXISTENT", causes: [.noMailboxOrLicense]),
    .init(mailProtocol: .imap, moments: [.inbox], responseCode: "OVERQUOTA", causes: [.mailboxFull]),
    .init(mailProtocol: .imap, moments: [.login], responseCode: "AUTHENTICATIONFAILED", causes: [.wrongPassword, .appPasswordRequired]),

    // RFC 3463 and RFC 5248 enhanced status codes, RFC 4954 6.
    .init(mailProtocol: .smtp, moments: [.login], enhanced: (7, 9), causes: [.appPasswordRequired, .authMechanismUnsupported]),
    .init(mailProtocol: .smtp, enhanced: (7, 10), causes: [.tlsRequired]),
    .init(mailProtocol: .smtp, enhanced: (7, 11), causes: [.tlsRequired]),
    .init(mailProtocol: .smtp, enhanced: (7, 13), causes: [.adminDisabled, .accountLockedOrSuspended]),
    .init(mailProtocol: .smtp, enhanced: (7, 12), causes: [.webLoginRequired, .passwordExpired]),
    .init(mailProtocol: .smtp, moments: [.login], enhanced: (7, 8), causes: [.wrongPassword, .appPasswordRequired]),
    .init(mailProtocol: .smtp, moments: [.sender], enhanced: (7, 1), causes: [.senderNotOwned]),
    .init(mailProtocol: .smtp, moments: [.sender], enhanced: (2, 1), causes: [.accountLockedOrSuspended]),
    .init(mailProtocol: .smtp, enhanced: (2, 2), causes: [.mailboxFull]),

    // Reply codes alone.
    .init(mailProtocol: .smtp, moments: [.greeting], codes: [554], causes: [.regionOrIPBlocked]),
    .init(mailProtocol: .smtp, codes: [421], causes: [.temporaryServerError, .tooManyConnections]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [535], causes: [.wrongPassword, .appPasswordRequired]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [534], causes: [.appPasswordRequired, .authMechanismUnsupported]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [530], causes: [.tlsRequired, .authRequired]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [538], causes: [.tlsRequired]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [432], causes: [.webLoginRequired, .passwordExpired]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [454, 451, 450], causes: [.temporaryServerError]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [502, 503, 504], causes: [.authMechanismUnsupported]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [500], causes: [.wrongServerOrPort, .authMechanismUnsupported]),
    .init(mailProtocol: .smtp, moments: [.sender], codes: [530], causes: [.authRequired]),
    .init(mailProtocol: .smtp, moments: [.sender], codes: [550, 553], causes: [.senderNotOwned]),
    .init(mailProtocol: .smtp, moments: [.sender], codes: [450, 451, 452], causes: [.temporaryServerError]),

    // Wording without a code.
    .init(
      moments: [.login],
      words: [
        "authentication failed", "authenticate failed", "login failed", "invalid credentials", "invalid login",
        "invalid user name or password", "login error", "incorrect password", "password error",
      ],
      causes: [.wrongPassword, .appPasswordRequired]),
    .init(moments: [.login], words: ["invalid user"], causes: [.wrongUsernameForm, .wrongPassword]),
    .init(words: ["try again later"], causes: [.temporaryServerError, .rateLimited]),
    // RFC 9051 7.1.3: not understood, which says nothing about the secret.
    .init(mailProtocol: .imap, moments: [.login], condition: "BAD", causes: [.clientProtocolError]),
    .init(moments: [.greeting], words: ["too many"], causes: [.tooManyConnections, .rateLimited]),
  ]
}
