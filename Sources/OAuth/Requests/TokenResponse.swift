// A successful answer of the token endpoint (RFC 6749, section 5.1; RFC 6750).

import Documents
import Vocabulary

/// The tokens of one grant.
package struct TokenResponse: Sendable {
  package let accessToken: Secret
  /// `nil` if the server sent none. After a refresh the old one then stays valid (RFC 6749, section 6).
  package let refreshToken: Secret?
  /// Seconds for which the access token is valid, from the receipt on.
  package let lifetime: Int
  /// The scopes that were granted. `nil` if the server did not say: then they are those that were asked for.
  package let scopes: [String]?

  /// Seconds if the server names none. The longest lifetime that is believed: a token that is refreshed too often does no harm.
  private static let usualLifetime = 3_600
  private static let longestLifetime = 30 * 86_400
  /// Octets of a refresh token. A login carries the access token, which is shorter.
  private static let limit = 9_000

  /// Reads the answer. `asked` are the scopes without which the token is useless. Throws what is wrong with it.
  package init(_ members: [String: SecretJSON], needs asked: [String]) throws(OAuthFailure) {
    try self.init(members)
    let missing = missing(asked)
    guard missing.isEmpty else { throw .missingScopes(missing) }
  }

  /// Returns those of `asked` that were not granted.
  package func missing(_ asked: [String]) -> [String] {
    guard let scopes else { return [] }
    return asked.filter { wanted in !scopes.contains { $0.utf8.equalsIgnoringCase(wanted) } }
  }

  /// Reads the answer, whatever its scopes are.
  init(_ members: [String: SecretJSON]) throws(OAuthFailure) {
    guard let type = members["token_type"] else { throw .malformed(.missing(key: "token_type")) }
    guard let type = type.text else { throw .malformed(.wrongType(key: "token_type")) }
    guard type.utf8.equalsIgnoringCase("bearer") else { throw .malformed(.tokenType(Visible(type, limit: 40))) }
    guard let accessToken = try Self.token("access_token", members) else { throw .malformed(.missing(key: "access_token")) }
    self.accessToken = accessToken
    refreshToken = try Self.token("refresh_token", members)
    switch members["expires_in"] {
    case nil, .null: lifetime = Self.usualLifetime
    case let value?:
      guard let seconds = value.seconds else { throw .malformed(.wrongType(key: "expires_in")) }
      guard seconds > 0 else { throw .malformed(.outOfRange(key: "expires_in")) }
      lifetime = min(seconds, Self.longestLifetime)
    }
    switch members["scope"] {
    case nil, .null: scopes = nil
    case let value?:
      guard let text = value.text else { throw .malformed(.wrongType(key: "scope")) }
      scopes = text.split(separator: " ").map(String.init)
    }
  }

  private init(_ response: TokenResponse, refreshToken: Secret) {
    (accessToken, lifetime, scopes) = (response.accessToken, response.lifetime, response.scopes)
    self.refreshToken = refreshToken
  }

  /// Returns these tokens with the refresh token that was used for them.
  func keeping(_ refreshToken: Secret) -> TokenResponse { TokenResponse(self, refreshToken: refreshToken) }

  /// A token: printable ASCII without blanks (RFC 6749, appendices A.12 and A.17; the access token: RFC 6750, section 2.1).
  private static func token(_ key: String, _ members: [String: SecretJSON]) throws(OAuthFailure) -> Secret? {
    switch members[key] {
    case nil, .null: return nil
    case .text(let token)?:
      let isUsable = token.withOctets { octets in
        !octets.isEmpty && octets.count <= limit && octets.allSatisfy { (0x20...0x7e).contains($0) }
      }
      guard isUsable, key != "access_token" || token.fault(as: .accessToken) == nil else { throw .malformed(.unusableToken(key: key)) }
      return token
    case .flag?, .numeral?, .list?, .object?: throw .malformed(.wrongType(key: key))
    }
  }
}
