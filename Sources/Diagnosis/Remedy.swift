// What a user can do about a cause, as far as the next try is concerned.

import Vocabulary

package enum Remedy: Sendable, CaseIterable {
  /// Enter another secret.
  case otherSecret
  /// Do something at the provider, then try the same again.
  case sameAgain
  /// Use other servers.
  case otherServers
  /// Use another user name.
  case otherUsername
  /// Wait.
  case later
  /// Somebody else has to act, or nothing helps.
  case leave
}

extension Cause {
  /// What the cause wants before the next try.
  package var remedy: Remedy {
    switch self {
    case .appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked, .twoFactorRequired, .passwordExpired, .passwordTooWeak: .otherSecret
    case .imapDisabled, .smtpDisabled, .webLoginRequired, .idRequired, .phoneBindingRequired, .termsNotAccepted, .mailboxFull,
      .networkProblem, .regionOrIPBlocked, .tlsProblem, .clockWrong, .tokenExpired, .tokenWrongScope, .tokenWrongUser, .consentRequired,
      .signInDeclined, .deviceCodeExpired:
      .sameAgain
    case .wrongServerOrPort, .tlsRequired, .authMechanismUnsupported, .authRequired: .otherServers
    case .wrongUsernameForm, .senderNotOwned, .recipientRejected, .unicodeAddressUnsupported: .otherUsername
    case .rateLimited, .tooManyConnections, .temporaryServerError, .accountLockedOrSuspended, .sendQuotaExceeded, .contentRejected: .later
    case .adminDisabled, .oauthRequired, .planDoesNotIncludeIMAP, .clientCertificateRequired, .noMailboxOrLicense, .oauthClientRejected,
      .clientProtocolError, .unknown:
      .leave
    }
  }
}

extension Diagnosis {
  /// What the user should do first. After the third refusal of an account another try endangers it.
  package func remedy(after refusals: Int) -> Remedy {
    // A refusal that nobody understands is most often one of the secret.
    let isGuess = causes.first == .unknown && failure.isLoginRefusal && !isSecretRight
    let wanted = isGuess ? .otherSecret : causes.first?.remedy ?? .sameAgain
    return refusals >= 3 || risksLockout ? .later : wanted
  }

  /// Whether the same secret can be accepted the next time. A server that has refused it as wrong refuses it again.
  package var mayRepeat: Bool { causes.first?.remedy != .otherSecret }
}
