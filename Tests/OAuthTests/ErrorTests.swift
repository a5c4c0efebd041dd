// Every error word and number that is known, and what it means for the user.

import OAuth
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct ErrorTests {
  typealias Meaning = OAuthError.Meaning

  /// Words of the token endpoint and of redirects.
  static let wordRows: [(String, Meaning, [Cause])] = [
    ("authorization_pending", .pending, [.temporaryServerError]), ("slow_down", .slowDown, [.temporaryServerError]),
    ("expired_token", .deviceCodeExpired, [.deviceCodeExpired]), ("access_denied", .declined, [.signInDeclined]),
    ("authorization_declined", .declined, [.signInDeclined]), ("invalid_grant", .expired, [.tokenExpired]),
    ("interaction_required", .interactionRequired, [.tokenExpired]),
    ("consent_required", .consentRequired, [.consentRequired, .adminDisabled]),
    ("invalid_client", .clientRejected, [.oauthClientRejected]), ("deleted_client", .clientRejected, [.oauthClientRejected]),
    ("unauthorized_client", .clientRejected, [.oauthClientRejected]), ("redirect_uri_mismatch", .clientRejected, [.oauthClientRejected]),
    ("invalid_request", .malformedRequest, [.clientProtocolError]), ("invalid_scope", .wrongScope, [.tokenWrongScope]),
    ("invalid_target", .wrongScope, [.tokenWrongScope]), ("admin_policy_enforced", .blockedByPolicy, [.adminDisabled]),
    ("org_internal", .blockedByPolicy, [.adminDisabled]), ("access_not_configured", .blockedByPolicy, [.adminDisabled]),
    ("temporarily_unavailable", .temporary, [.temporaryServerError]), ("server_error", .temporary, [.temporaryServerError]),
    ("invalid_code", .expired, [.tokenExpired]), ("bad_verification_code", .expired, [.tokenExpired]),
    ("login_required", .interactionRequired, [.tokenExpired]), ("account_selection_required", .interactionRequired, [.tokenExpired]),
    ("unsupported_grant_type", .clientRejected, [.oauthClientRejected]),
    ("unsupported_response_type", .clientRejected, [.oauthClientRejected]), ("disabled_client", .clientRejected, [.oauthClientRejected]),
    ("invalid_redirect_uri", .clientRejected, [.oauthClientRejected]), ("invalid_client_metadata", .clientRejected, [.oauthClientRejected]),
    ("invalid_resource", .wrongScope, [.tokenWrongScope]), ("rate_limit_exceeded", .temporary, [.temporaryServerError]),
    ("unsupported_token_type", .malformedRequest, [.clientProtocolError]), ("some_new_word", .unknown, [.unknown]),
  ]

  @Test("no known word is without a row") func allWords() {
    #expect(OAuthError.Word.allCases.map(\.rawValue).filter { word in !Self.wordRows.contains { $0.0 == word } } == [])
  }

  @Test("each word has its meaning and its cause", arguments: wordRows)
  func words(_ word: String, _ meaning: Meaning, _ causes: [Cause]) {
    let error = OAuthError(word, status: 400)
    #expect(error.meaning == meaning)
    #expect(OAuthFailure.refused(error).causes == causes)
    #expect((error.word == nil) == (word == "some_new_word"))
  }

  static let numberRows: [(Int, Meaning)] = [
    (70016, .pending), (70019, .deviceCodeExpired), (65004, .declined), (700_082, .expired), (70008, .expired), (70000, .expired),
    (50173, .expired), (70043, .expired), (54005, .expired), (50076, .interactionRequired), (50079, .interactionRequired),
    (50072, .interactionRequired), (50074, .interactionRequired), (50158, .interactionRequired), (53003, .blockedByPolicy),
    (53000, .blockedByPolicy), (53001, .blockedByPolicy), (530_032, .blockedByPolicy), (530_035, .blockedByPolicy),
    (65001, .consentRequired),
    (90094, .consentRequired), (90095, .consentRequired), (650_056, .consentRequired), (700_016, .clientRejected),
    (700_011, .clientRejected), (70001, .clientRejected), (7_000_112, .clientRejected), (50020, .wrongAccount), (50034, .wrongAccount),
    (500_208, .wrongAccount), (90072, .wrongAccount), (7_000_218, .clientRejected), (700_025, .clientRejected),
    (7_000_215, .clientRejected),
    (7_000_222, .clientRejected), (50011, .clientRejected), (70004, .clientRejected), (90023, .malformedRequest),
    (9_002_313, .malformedRequest), (900_144, .malformedRequest), (70011, .wrongScope), (700_022, .wrongScope), (50194, .clientRejected),
    (70018, .expired), (700_084, .expired), (53002, .blockedByPolicy), (530_036, .blockedByPolicy), (90124, .clientRejected),
    (9_002_332, .clientRejected), (90130, .clientRejected), (65002, .clientRejected), (90024, .temporary), (50196, .temporary),
  ]

  @Test("Microsoft's number says more than its word", arguments: numberRows)
  func numbers(_ number: Int, _ meaning: Meaning) {
    let error = OAuthError("invalid_grant", description: Visible("AADSTS\(number): Something. Trace ID: 1"), status: 400)
    #expect(error.number == number)
    #expect(error.meaning == meaning)
  }

  @Test("a word nobody knows is temporary if the status says so")
  func statuses() {
    #expect(OAuthError("new", status: 503).meaning == .temporary)
    #expect(OAuthError("new", status: 429).meaning == .temporary)
    #expect(OAuthError("new", status: nil).meaning == .unknown)
    #expect(OAuthError("invalid_grant", description: Visible("AADSTS: none"), status: 400).meaning == .expired)
  }

  @Test("the class decides the exit status")
  func outcomes() {
    #expect(OAuthFailure.refused(OAuthError("invalid_grant", status: 400)).outcome == .refused)
    #expect(OAuthFailure.refused(OAuthError("access_denied", status: 400)).outcome == .refused)
    #expect(OAuthFailure.refused(OAuthError("invalid_client", status: 401)).outcome == .unsupported)
    #expect(OAuthFailure.refused(OAuthError("temporarily_unavailable", status: 400)).outcome == .temporary)
    #expect(OAuthFailure.unavailable(status: 503, retryAfter: nil).outcome == .temporary)
    #expect(OAuthFailure.untrusted(.otherSignIn).outcome == .insecure)
    #expect(OAuthFailure.malformed(.html).outcome == .protocol)
    #expect(OAuthFailure.expired(.redirect).outcome == .temporary)
    #expect(OAuthFailure.interrupted.outcome == .interrupted)
    #expect(OAuthFailure.http(.redirected(status: 302)).outcome == .insecure)
    #expect(OAuthFailure.http(.net(.dnsFailed, .resolve)).outcome == .temporary)
    #expect(OAuthFailure.http(.net(.refused, .connect)).outcome == .unreachable)
    #expect(OAuthFailure.http(.net(.tls(.notYetValid(until: "2030")), .tls)).causes == [.clockWrong])
  }
}
