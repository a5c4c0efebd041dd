// What the errors mean for the user. Servers say: act on `error`; the number only explains.

import Vocabulary

extension OAuthError {
  /// The meaning of an error.
  package enum Meaning: Sendable, CaseIterable {
    /// RFC 8628, section 3.5: the user has not finished yet.
    case pending
    case slowDown
    case deviceCodeExpired
    case declined
    /// The grant has expired, was revoked, or was used before: the user has to sign in again.
    case expired
    /// The server wants to see the user again, for example for a second factor.
    case interactionRequired
    /// A rule of the organization forbids this way of signing in.
    case blockedByPolicy
    case consentRequired
    /// The client id, the client secret or the redirect address is not accepted.
    case clientRejected
    /// The app is only for other accounts, or the account is of another organization or kind.
    case wrongAccount
    case wrongScope
    case temporary
    /// The request was malformed: the fault of this program.
    case malformedRequest
    case unknown
  }

  /// The meaning of this error. The number decides if it is known, because Microsoft uses `invalid_grant` and `invalid_client` for many
  /// reasons; then the word, then the HTTP status.
  package var meaning: Meaning {
    if let meaning = number.flatMap(Self.meaning) { return meaning }
    guard let word else {
      return status.map { $0 == 429 || $0 >= 500 } == true ? .temporary : .unknown
    }
    switch word {
    case .authorizationPending: return .pending
    case .slowDown: return .slowDown
    case .expiredToken: return .deviceCodeExpired
    case .accessDenied, .authorizationDeclined: return .declined
    case .invalidGrant, .invalidCode, .badVerificationCode: return .expired
    case .interactionRequired, .loginRequired, .accountSelectionRequired: return .interactionRequired
    case .consentRequired: return .consentRequired
    case .adminPolicyEnforced, .organizationInternal, .accessNotConfigured: return .blockedByPolicy
    case .invalidClient, .unauthorizedClient, .unsupportedGrantType, .unsupportedResponseType, .deletedClient, .disabledClient,
      .redirectURIMismatch, .invalidRedirectURI, .invalidClientMetadata:
      return .clientRejected
    case .invalidScope, .invalidTarget, .invalidResource: return .wrongScope
    case .serverError, .temporarilyUnavailable, .rateLimitExceeded: return .temporary
    case .invalidRequest, .unsupportedTokenType: return .malformedRequest
    }
  }

  /// The meaning of Microsoft's numbers. `nil` if the number is not known here.
  private static func meaning(_ number: Int) -> Meaning? {
    switch number {
    case 70016: .pending
    case 70019: .deviceCodeExpired
    case 65004: .declined
    case 700_082, 70008, 70000, 50173, 70043, 54005, 70018, 700_084: .expired
    case 50072, 50074, 50076, 50079, 50158: .interactionRequired
    case 53000, 53001, 53002, 53003, 530_032, 530_035, 530_036: .blockedByPolicy
    case 65001, 90094, 90095, 650_056: .consentRequired
    // The id, the secret, the redirect address, and the tenant.
    case 700_016, 700_011, 70001, 7_000_112, 7_000_218, 700_025, 7_000_215, 7_000_222, 50011, 70004, 65002, 50194, 9_002_332, 90130, 90124:
      .clientRejected
    case 50020, 50034, 500_208, 90072: .wrongAccount
    case 70011, 700_022: .wrongScope
    case 90024, 50196: .temporary
    case 90023, 9_002_313, 900_144: .malformedRequest
    default: nil
    }
  }
}
