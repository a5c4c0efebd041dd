// The user name of a login, and what proves that the user may use it.

import Vocabulary

/// What a user logs in with.
package struct Credentials: Sendable {
  package let username: String
  package let authenticator: Authenticator

  /// What proves the user's identity to the server.
  package enum Authenticator: Sendable {
    case password(Secret)
  }

  package init(username: String, _ authenticator: Authenticator) { (self.username, self.authenticator) = (username, authenticator) }

  package init(username: String, password: Secret) { self.init(username: username, .password(password)) }

  /// The octets of the authenticator, whatever its kind is.
  package var secret: Secret {
    switch authenticator {
    case .password(let secret): secret
    }
  }
}
