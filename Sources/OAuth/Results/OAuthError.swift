// What an authorization server says when it says no (RFC 6749, sections 4.1.2.1 and 5.2).

import Documents
import Vocabulary
import Wire

/// An error response, of the token endpoint or in a redirect.
package struct OAuthError: Error, Equatable, Sendable {
  /// The value of `error`. `nil` if it is none of the known ones.
  package let word: Word?
  /// The same as it came.
  package let name: Visible
  /// The number of Microsoft's error (AADSTS), from `error_codes` or from the description.
  package let number: Int?
  /// Google's `error_subtype`.
  package let subtype: Visible?
  /// `error_description`. Empty if there is none or if it repeats a secret of the request.
  package let description: Visible
  /// The status of the HTTP response. `nil` for an error in a redirect.
  package let status: Int?

  /// The values of `error` that this program knows.
  package enum Word: String, Sendable, CaseIterable {
    // RFC 6749
    case invalidRequest = "invalid_request"
    case invalidClient = "invalid_client"
    case invalidGrant = "invalid_grant"
    case unauthorizedClient = "unauthorized_client"
    case unsupportedGrantType = "unsupported_grant_type"
    case unsupportedResponseType = "unsupported_response_type"
    case invalidScope = "invalid_scope"
    case accessDenied = "access_denied"
    case serverError = "server_error"
    case temporarilyUnavailable = "temporarily_unavailable"
    // RFC 8628
    case authorizationPending = "authorization_pending"
    case slowDown = "slow_down"
    case expiredToken = "expired_token"
    // RFC 7009, RFC 7591, RFC 8707
    case unsupportedTokenType = "unsupported_token_type"
    case invalidRedirectURI = "invalid_redirect_uri"
    case invalidClientMetadata = "invalid_client_metadata"
    case invalidTarget = "invalid_target"
    // OpenID Connect Core 1.0, section 3.1.2.6
    case interactionRequired = "interaction_required"
    case loginRequired = "login_required"
    case accountSelectionRequired = "account_selection_required"
    case consentRequired = "consent_required"
    // Microsoft
    case authorizationDeclined = "authorization_declined"
    case badVerificationCode = "bad_verification_code"
    case invalidResource = "invalid_resource"
    // Google
    case deletedClient = "deleted_client"
    case disabledClient = "disabled_client"
    case redirectURIMismatch = "redirect_uri_mismatch"
    case adminPolicyEnforced = "admin_policy_enforced"
    case organizationInternal = "org_internal"
    case accessNotConfigured = "access_not_configured"
    case rateLimitExceeded = "rate_limit_exceeded"
    // glewlwyd
    case invalidCode = "invalid_code"
  }

  package init(_ name: String, number: Int? = nil, subtype: Visible? = nil, description: Visible = Visible(""), status: Int?) {
    (word, self.name) = (Word(rawValue: name), Visible(name, limit: 60))
    (self.subtype, self.description, self.status) = (subtype, description, status)
    self.number = number ?? Self.number(in: description.text)
  }

  /// Reads the members of a JSON answer. `nil` if it has no `error`. `sent` are the secrets of the request: a text that repeats one of
  /// them is dropped.
  init?(_ members: [String: SecretJSON], status: Int, sent: [Secret]) {
    guard let name = members["error"]?.text, !name.isEmpty else { return nil }
    let codes: [SecretJSON] = if case .list(let list)? = members["error_codes"] { list } else { [] }
    // A known word says nothing about a secret, however short that is.
    self.init(
      Word(rawValue: name) == nil ? EchoedSecret.removed(from: name, sent) : name, number: codes.first?.seconds,
      subtype: members["error_subtype"]?.text.map { Visible(EchoedSecret.removed(from: $0, sent), limit: 60) },
      description: Visible(EchoedSecret.removed(from: members["error_description"]?.text ?? "", sent)), status: status)
  }

  /// Reads the parameters of a redirect. `nil` if there is no `error`.
  init?(_ fields: HTTPFormFields) {
    guard let name = fields.text("error"), !name.isEmpty else { return nil }
    self.init(
      name, subtype: fields.text("error_subtype").map { Visible($0, limit: 60) },
      description: Visible(fields.text("error_description") ?? ""), status: nil)
  }

  /// Returns the number after `AADSTS`. `nil` if there is none.
  private static func number(in text: String) -> Int? {
    let octets = Array(text.utf8)
    guard let mark = octets.firstRange(of: Array("AADSTS".utf8)) else { return nil }
    let digits = octets[mark.upperBound...].prefix(while: \.isDigit)
    return digits.count <= 9 ? Int(digits.text) : nil
  }
}

/// Texts of a server that repeat a secret of the request.
enum EchoedSecret {
  /// Octets that a text and a secret must have in common. Shorter parts are in many texts by chance.
  private static let length = 8
  /// Characters of a text that are kept.
  private static let longest = 1_000

  /// Returns `text`, or an empty text if it contains eight octets of one of `secrets` in a row, or a whole shorter one.
  static func removed(from text: String, _ secrets: [Secret]) -> String {
    // More is never shown.
    let text = String(text.prefix(longest))
    let octets = Array(text.utf8)
    let isEcho = secrets.contains { secret in
      secret.withOctets { secret in
        let size = min(length, secret.count)
        guard size > 0, octets.count >= size else { return false }
        return (0...(secret.count - size)).contains { start in
          octets.firstRange(of: UnsafeRawBufferPointer(rebasing: secret[start..<(start + size)])) != nil
        }
      }
    }
    return isEcho ? "" : text
  }
}
