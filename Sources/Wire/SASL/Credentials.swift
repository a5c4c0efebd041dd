// The user name of a login, and what proves that the user may use it.

import Vocabulary

/// What a user logs in with.
package struct Credentials: Sendable {
  package let username: String
  package let authenticator: Authenticator

  /// What proves the user's identity to the server.
  package enum Authenticator: Sendable {
    case password(Secret)
    /// An OAuth access token (RFC 6750).
    case accessToken(Secret)
  }

  /// The kind of an authenticator.
  package enum Kind: Sendable {
    case password, accessToken
  }

  package init(username: String, _ authenticator: Authenticator) { (self.username, self.authenticator) = (username, authenticator) }

  package init(username: String, password: Secret) { self.init(username: username, .password(password)) }

  package var kind: Kind {
    switch authenticator {
    case .password: .password
    case .accessToken: .accessToken
    }
  }

  /// The octets of the authenticator, whatever its kind is.
  package var secret: Secret {
    switch authenticator {
    case .password(let secret), .accessToken(let secret): secret
    }
  }
}
