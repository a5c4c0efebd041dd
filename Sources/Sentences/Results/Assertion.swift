// What the sentences of a result assert, as data beside them. A page must not assert what excludes another of its
// assertions, and a test composes all pages to look for that.

import Vocabulary

/// One assertion of a sentence about an account.
package enum Assertion: Hashable, Sendable {
  /// Whether the secret left for this server.
  case secretSent(MailProtocol)
  case secretNotSent(MailProtocol)
  /// What this server did with it.
  case loginAccepted(MailProtocol)
  case loginRejected(MailProtocol)
  /// What is said about the secret itself: that it is right, that it is not the reason, that it may be wrong.
  case secretIsRight
  case secretIsNotTheReason
  case secretMayBeWrong
  /// Whether this service can be used.
  case works(MailProtocol)
  case isOff(MailProtocol)
  /// The connection to this server is not secure.
  case isInsecure(MailProtocol)
  /// What to do about the next try.
  case waitFirst
  case changeNothing

  /// Returns whether both can be true of one account.
  package func agrees(with other: Assertion) -> Bool {
    switch (self, other) {
    case (.secretSent(let one), .secretNotSent(let two)), (.secretNotSent(let one), .secretSent(let two)): one != two
    case (.loginAccepted(let one), .loginRejected(let two)), (.loginRejected(let one), .loginAccepted(let two)): one != two
    case (.loginAccepted(let one), .secretNotSent(let two)), (.secretNotSent(let one), .loginAccepted(let two)): one != two
    case (.loginRejected(let one), .secretNotSent(let two)), (.secretNotSent(let one), .loginRejected(let two)): one != two
    case (.works(let one), .isOff(let two)), (.isOff(let one), .works(let two)): one != two
    case (.works(let one), .isInsecure(let two)), (.isInsecure(let one), .works(let two)): one != two
    case (.works(let one), .loginRejected(let two)), (.loginRejected(let one), .works(let two)): one != two
    case (.secretIsRight, .secretMayBeWrong), (.secretMayBeWrong, .secretIsRight): false
    case (.secretSent, _), (.secretNotSent, _), (.loginAccepted, _), (.loginRejected, _), (.secretIsRight, _), (.secretIsNotTheReason, _),
      (.secretMayBeWrong, _), (.works, _), (.isOff, _), (.isInsecure, _), (.waitFirst, _), (.changeNothing, _):
      true
    }
  }
}

extension Set<Assertion> {
  /// What the page of an account asserts before it names causes. `nil` is a side that succeeded.
  package static func established(imap: SessionFailure?, smtp: SessionFailure?, isSecretRight: Bool) -> Set<Assertion> {
    var asserted: Set<Assertion> = isSecretRight ? [.secretIsRight] : []
    for (side, failure) in [(MailProtocol.imap, imap), (.smtp, smtp)] {
      asserted.formUnion(failure.map { FailureSentence.asserts($0, at: side) } ?? [.works(side), .loginAccepted(side), .secretSent(side)])
    }
    return asserted
  }

  /// Returns whether the sentence of `cause` may stand beside these assertions.
  package func agree(with cause: Cause, at side: MailProtocol) -> Bool {
    cause.asserts(at: side).allSatisfy { new in allSatisfy { $0.agrees(with: new) } }
  }
}

extension Cause {
  /// What the sentence of this cause asserts about the server of `side`. A cause that comes behind others is a possibility
  /// beside them; what it says of the secret holds for the account.
  package func asserts(at side: MailProtocol) -> Set<Assertion> {
    switch self {
    case .appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked: [.secretMayBeWrong]
    case .imapDisabled: [.isOff(.imap)]
    case .smtpDisabled: [.isOff(.smtp)]
    case .regionOrIPBlocked: [.secretIsNotTheReason]
    case .rateLimited: [.waitFirst]
    case .temporaryServerError: [.waitFirst, .changeNothing]
    case .tlsProblem: [.isInsecure(side)]
    case .twoFactorRequired, .oauthRequired, .adminDisabled, .accountLockedOrSuspended, .webLoginRequired, .wrongUsernameForm, .idRequired,
      .tooManyConnections, .senderNotOwned, .networkProblem, .phoneBindingRequired, .planDoesNotIncludeIMAP, .tlsRequired,
      .clientCertificateRequired, .authMechanismUnsupported, .authRequired, .passwordExpired, .passwordTooWeak, .noMailboxOrLicense,
      .termsNotAccepted, .wrongServerOrPort, .clientProtocolError, .contentRejected, .sendQuotaExceeded, .mailboxFull, .recipientRejected,
      .tokenExpired, .tokenWrongScope, .tokenWrongUser, .consentRequired, .oauthClientRejected, .signInDeclined, .deviceCodeExpired,
      .clockWrong, .unicodeAddressUnsupported, .unknown:
      []
    }
  }
}

extension FailureSentence {
  /// What the sentence about `failure` and the one about the secret behind it assert.
  package static func asserts(_ failure: SessionFailure, at side: MailProtocol) -> Set<Assertion> {
    var asserted: Set<Assertion> = []
    if failure.secret.sent != nil { asserted.insert(.secretSent(side)) } else { asserted.insert(.secretNotSent(side)) }
    if failure.secret.accepted != nil { asserted.insert(.loginAccepted(side)) }
    switch failure.cause {
    case .tokenRefused(_, let status) where status?.isUnchecked == true: break
    case .refused, .tokenRefused:
      switch failure.stage {
      case .ehlo: break
      case .resolve, .connect, .tls, .greeting, .capability, .id, .login: asserted.insert(.loginRejected(side))
      case .list, .inbox, .sender, .message, .arrival, .removal: asserted.insert(.loginAccepted(side))
      }
    case .net(.tls), .noStartTLS, .startTLSRefused, .tampered: asserted.insert(.isInsecure(side))
    case .net, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable, .temporary, .loginDisabled, .noMechanism, .needsOAuth,
      .takesNoToken, .takesNoUTF8, .cannotVerify:
      break
    }
    return asserted
  }
}
