// With what a saved account signs in to its servers. No key can contain a token.

import Vocabulary

/// The kind of the secret at an account's `secret`.
package enum SignIn: Sendable, Equatable {
  case password
  /// An access token (RFC 6750), which a program of the user prints.
  case token
  /// An access token that this program requests. The entry of the keyring contains what it needs for that.
  case oauth(OAuthSignIn)

  /// Whether the servers get an access token instead of a password.
  package var usesToken: Bool { self != .password }

  /// What the servers get.
  package var secretKind: Secret.Kind { usesToken ? .accessToken : .password }

  /// The authorization server and the app. `nil` unless this program requests the tokens.
  package var oauth: OAuthSignIn? { if case .oauth(let signIn) = self { signIn } else { nil } }
}

/// Where this program requests access tokens, and as which app.
package struct OAuthSignIn: Sendable, Equatable {
  /// The id of the provider whose catalog entry describes the authorization server. `nil` if the server describes itself (RFC 8414).
  package var provider: String?
  /// The issuer (RFC 8414, section 2).
  package var issuer: String
  package var clientID: String
  /// The tenant at a provider that has them.
  package var tenant: String?
  /// The scopes without which a token is useless.
  package var scopes: [String]
  /// How the user signed in last.
  package var way: SignInWay

  package init(provider: String?, issuer: String, clientID: String, tenant: String?, scopes: [String], way: SignInWay) {
    (self.provider, self.issuer, self.clientID, self.tenant) = (provider, issuer, clientID, tenant)
    (self.scopes, self.way) = (scopes, way)
  }
}
