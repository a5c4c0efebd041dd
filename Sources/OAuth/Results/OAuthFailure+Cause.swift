// From failures to causes and exit statuses.

import HTTP
import Vocabulary

extension OAuthFailure {
  /// The causes, most likely first. Empty if the failure says nothing about the account: the network, an interrupt.
  package var causes: [Cause] {
    switch self {
    case .http(.net(.tls(.notYetValid), _)): [.clockWrong]
    case .http, .interrupted, .system, .untrusted, .malformed, .expired(.redirect): []
    case .refused(let error): error.causes
    case .refusedSilently(let status): status == 400 || status == 401 ? [.tokenExpired] : [.unknown]
    case .unavailable: [.temporaryServerError]
    case .missingScopes: [.tokenWrongScope]
    case .expired(.deviceCode): [.deviceCodeExpired]
    case .noEndpoint: [.authMechanismUnsupported]
    }
  }

  /// The class of the failure, which decides the exit status.
  package var outcome: Outcome {
    switch self {
    case .http(let failure): failure.outcome
    case .refused(let error): error.outcome
    case .refusedSilently, .missingScopes: .refused
    case .unavailable, .expired: .temporary
    case .malformed: .protocol
    case .untrusted: .insecure
    case .interrupted: .interrupted
    case .noEndpoint: .unsupported
    case .system: .unreachable
    }
  }
}

extension OAuthError {
  fileprivate var causes: [Cause] {
    switch meaning {
    case .pending, .slowDown, .temporary: [.temporaryServerError]
    case .deviceCodeExpired: [.deviceCodeExpired]
    case .declined: [.signInDeclined]
    case .expired, .interactionRequired: [.tokenExpired]
    case .blockedByPolicy: [.adminDisabled]
    case .consentRequired: [.consentRequired, .adminDisabled]
    case .clientRejected: [.oauthClientRejected]
    case .wrongAccount: [.tokenWrongUser]
    case .wrongScope: [.tokenWrongScope]
    case .malformedRequest: [.clientProtocolError]
    case .unknown: [.unknown]
    }
  }

  fileprivate var outcome: Outcome {
    switch meaning {
    case .pending, .slowDown, .temporary, .deviceCodeExpired: .temporary
    case .declined, .expired, .interactionRequired, .blockedByPolicy, .consentRequired, .wrongAccount, .wrongScope, .unknown: .refused
    case .clientRejected: .unsupported
    case .malformedRequest: .protocol
    }
  }
}

extension HTTPFailure {
  fileprivate var outcome: Outcome {
    switch self {
    case .net(let failure, let phase):
      switch failure {
      case .tls: .insecure
      case .timedOut, .dnsFailed: .temporary
      case .interrupted: .interrupted
      case .noSuchHost, .refused, .unreachable, .connectTimeout, .system: .unreachable
      case .closedEarly: phase == .response || phase == .request ? .protocol : .unreachable
      }
    case .response, .unusableAddress: .protocol
    case .redirected: .insecure
    }
  }
}
