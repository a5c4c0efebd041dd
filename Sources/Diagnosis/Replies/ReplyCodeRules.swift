// What codes mean by themselves.

import Vocabulary

extension GeneralRule {
  static let codes: [GeneralRule] = responseCodes + takesNoMail + enhancedCodes + replyCodes

  /// RFC 5530 and RFC 9051, section 7.1.
  private static let responseCodes: [GeneralRule] = [
    .init(mailProtocol: .imap, moments: [.login], responseCode: "AUTHENTICATIONFAILED", causes: refusedByIMAP),
    // RFC 5530: the name may not act for that user. Yahoo sends the code with the words of an ordinary refusal.
    .init(mailProtocol: .imap, moments: [.login], responseCode: "AUTHORIZATIONFAILED", words: blamedSecret, causes: refusedByIMAP),
    .init(mailProtocol: .imap, responseCode: "AUTHORIZATIONFAILED", causes: [.adminDisabled, .wrongUsernameForm]),
    .init(mailProtocol: .imap, responseCode: "CLIENTBUG", causes: [.clientProtocolError]),
    .init(mailProtocol: .imap, responseCode: "CONTACTADMIN", causes: [.adminDisabled, .accountLockedOrSuspended]),
    .init(mailProtocol: .imap, responseCode: "EXPIRED", causes: [.passwordExpired]),
    .init(mailProtocol: .imap, responseCode: "INUSE", causes: [.tooManyConnections, .temporaryServerError]),
    .init(mailProtocol: .imap, responseCode: "LIMIT", causes: [.tooManyConnections, .rateLimited]),
    .init(mailProtocol: .imap, moments: [.inbox], responseCode: "NONEXISTENT", causes: [.noMailboxOrLicense]),
    .init(mailProtocol: .imap, moments: [.inbox], responseCode: "NOPERM", causes: [.adminDisabled, .noMailboxOrLicense]),
    .init(mailProtocol: .imap, moments: [.inbox], responseCode: "OVERQUOTA", causes: [.mailboxFull]),
    // The owner of the mailbox, or the administrator, has not given the right to delete (RFC 4314).
    .init(mailProtocol: .imap, moments: [.inbox], responseCode: "READ-ONLY", causes: [.adminDisabled]),
    .init(mailProtocol: .imap, moments: [.inbox], responseCode: "PERMANENTFLAGS", causes: [.adminDisabled]),
    .init(mailProtocol: .imap, responseCode: "PRIVACYREQUIRED", causes: [.tlsRequired]),
    // RFC 2221: the account is on the server that the code names.
    .init(mailProtocol: .imap, moments: [.login], responseCode: "REFERRAL", causes: [.wrongServerOrPort]),
    .init(mailProtocol: .imap, responseCode: "SERVERBUG", causes: [.temporaryServerError]),
    .init(mailProtocol: .imap, responseCode: "TEMPFAIL", causes: [.temporaryServerError]),
    .init(mailProtocol: .imap, responseCode: "UNAVAILABLE", causes: [.temporaryServerError]),
    .init(mailProtocol: .imap, responseCode: "WEBALERT", causes: [.webLoginRequired, .appPasswordRequired]),
  ]

  /// RFC 7504: a host or a domain that does not accept mail.
  private static let takesNoMail: [GeneralRule] = [
    .init(mailProtocol: .smtp, codes: [521, 556], causes: [.wrongServerOrPort]),
    .init(mailProtocol: .smtp, severity: 5, enhanced: (3, 2), causes: [.wrongServerOrPort]),
  ]

  /// RFC 3463; RFC 4954, section 6; RFC 5248: X.1 addressing, X.2 mailbox, X.3 system, X.4 network, X.5 protocol, X.7
  /// policy.
  private static let enhancedCodes: [GeneralRule] = [
    .init(mailProtocol: .smtp, moments: [.sender], enhanced: (1, 1), causes: [.recipientRejected]),
    .init(mailProtocol: .smtp, moments: [.sender], enhanced: (1, 2), causes: [.recipientRejected]),
    .init(mailProtocol: .smtp, moments: [.sender], enhanced: (1, 3), causes: [.recipientRejected]),
    .init(mailProtocol: .smtp, moments: [.sender], severity: 5, enhanced: (1, 7), causes: [.clientProtocolError, .senderNotOwned]),
    .init(mailProtocol: .smtp, moments: [.sender], severity: 5, enhanced: (1, 8), causes: [.senderNotOwned, .accountLockedOrSuspended]),
    .init(mailProtocol: .smtp, moments: [.sender], severity: 5, enhanced: (2, 1), causes: [.accountLockedOrSuspended]),
    .init(mailProtocol: .smtp, enhanced: (2, 2), causes: [.mailboxFull]),
    .init(mailProtocol: .smtp, enhanced: (3, 1), causes: [.temporaryServerError]),
    .init(mailProtocol: .smtp, enhanced: (3, 2), causes: [.temporaryServerError]),
    .init(mailProtocol: .smtp, moments: [.login], enhanced: (5, 2), causes: [.clientProtocolError]),
    .init(mailProtocol: .smtp, moments: [.login], enhanced: (5, 4), causes: [.authMechanismUnsupported, .clientProtocolError]),
    .init(mailProtocol: .smtp, moments: [.login], enhanced: (5, 6), causes: [.clientProtocolError]),
    // RFC 6531, section 3.5: an address outside ASCII is not permitted, or no reply about it can be written.
    .init(mailProtocol: .smtp, moments: [.sender], enhanced: (6, 7), causes: [.unicodeAddressUnsupported]),
    .init(mailProtocol: .smtp, moments: [.sender], enhanced: (6, 8), causes: [.unicodeAddressUnsupported]),
    .init(mailProtocol: .smtp, moments: [.sender], enhanced: (6, 10), causes: [.unicodeAddressUnsupported]),
    .init(mailProtocol: .smtp, moments: [.greeting, .sender], enhanced: (7, 25), causes: [.regionOrIPBlocked]),
    // RFC 7372: DKIM, SPF, and several of these checks failed.
    .init(mailProtocol: .smtp, moments: [.sender], severity: 5, enhanced: (7, 20), causes: [.senderNotOwned]),
    .init(mailProtocol: .smtp, moments: [.sender], severity: 5, enhanced: (7, 21), causes: [.senderNotOwned]),
    .init(mailProtocol: .smtp, moments: [.sender], severity: 5, enhanced: (7, 22), causes: [.senderNotOwned]),
    .init(mailProtocol: .smtp, moments: [.sender], severity: 5, enhanced: (7, 23), causes: [.senderNotOwned]),
    .init(mailProtocol: .smtp, moments: [.sender], severity: 5, enhanced: (7, 26), causes: [.senderNotOwned]),
    .init(mailProtocol: .smtp, moments: [.login], enhanced: (7, 4), causes: [.authMechanismUnsupported]),
    .init(mailProtocol: .smtp, moments: [.login], enhanced: (7, 8), causes: refusedBySMTP),
    .init(mailProtocol: .smtp, moments: [.login], enhanced: (7, 9), causes: [.appPasswordRequired, .authMechanismUnsupported]),
    .init(mailProtocol: .smtp, enhanced: (7, 10), causes: [.tlsRequired]),
    .init(mailProtocol: .smtp, enhanced: (7, 11), causes: [.tlsRequired]),
    .init(mailProtocol: .smtp, enhanced: (7, 12), causes: [.webLoginRequired, .passwordExpired]),
    .init(mailProtocol: .smtp, enhanced: (7, 13), causes: [.adminDisabled, .accountLockedOrSuspended]),
    .init(mailProtocol: .smtp, enhanced: (7, 14), causes: [.authRequired, .wrongServerOrPort]),
    .init(mailProtocol: .smtp, enhanced: (7, 28), causes: [.rateLimited]),
  ]

  /// RFC 5321, section 4.2.3, and RFC 4954, section 6. Codes 436 to 460 are providers' own; the rules for their text
  /// cover them.
  private static let replyCodes: [GeneralRule] = [
    .init(mailProtocol: .smtp, codes: [421], causes: [.temporaryServerError, .tooManyConnections]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [432], causes: [.webLoginRequired, .passwordExpired]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [435, 450, 451, 454], causes: [.temporaryServerError]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [500], causes: [.authMechanismUnsupported, .wrongServerOrPort]),
    .init(
      mailProtocol: .smtp, moments: [.login], codes: [501],
      words: ["authentication|auth|login|logon … failed|failure|unsuccessful|denied|rejected|refused"], causes: refusedBySMTP),
    .init(mailProtocol: .smtp, moments: [.login], codes: [501], causes: [.clientProtocolError, .wrongUsernameForm]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [502, 503], causes: [.authMechanismUnsupported, .wrongServerOrPort]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [504], causes: [.authMechanismUnsupported]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [523, 538], causes: [.tlsRequired]),
    .init(
      mailProtocol: .smtp, moments: [.login], codes: [530], words: ["authentication|auth … required|needed", "not authenticated"],
      causes: [.authRequired, .tlsRequired]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [530], causes: [.tlsRequired, .authRequired]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [534], causes: [.appPasswordRequired, .authMechanismUnsupported]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [525], causes: [.adminDisabled, .accountLockedOrSuspended]),
    .init(mailProtocol: .smtp, moments: [.login], codes: [526, 535], causes: refusedBySMTP),
    .init(mailProtocol: .smtp, moments: [.greeting], codes: [554], causes: [.regionOrIPBlocked]),
    .init(mailProtocol: .smtp, moments: [.sender], codes: [450, 451, 452], causes: [.temporaryServerError]),
    .init(mailProtocol: .smtp, moments: [.sender], codes: [530], causes: [.authRequired]),
    // A command that the server does not know, or does not want so or now.
    .init(mailProtocol: .smtp, moments: [.sender], codes: [500, 501, 502, 503, 504, 555], causes: [.clientProtocolError]),
  ]

  /// The causes of a refused login about which nothing else is known, most likely first.
  static let refusedByIMAP: [Cause] = [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled]
  static let refusedBySMTP: [Cause] = [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .smtpDisabled]
}
