// The table of the mechanisms that this program knows by name.

import Vocabulary

/// A mechanism in a server's list. The order is the order of preference.
package enum SASLMechanismName: String, Sendable, CaseIterable {
  case plain = "PLAIN"
  case login = "LOGIN"
  case xoauth2 = "XOAUTH2"
  case oauthBearer = "OAUTHBEARER"
  /// Mechanisms of single providers, which this program does not implement.
  case xoauth = "XOAUTH"
  case plainClientToken = "PLAIN-CLIENTTOKEN"
  case atoken = "ATOKEN"
  case atoken2 = "ATOKEN2"

  /// Whether the mechanism is for tokens. All others are for passwords.
  package var takesToken: Bool {
    switch self {
    case .plain, .login: false
    case .xoauth2, .oauthBearer, .xoauth, .plainClientToken, .atoken, .atoken2: true
    }
  }

  /// Returns an exchange of this mechanism. `nil` if this program does not implement it, or if it does not fit the
  /// authenticator.
  package func mechanism(for credentials: Credentials) -> (any SASLMechanism)? {
    switch (self, credentials.authenticator) {
    case (.plain, .password(let password)): PLAIN(username: credentials.username, password: password)
    case (.login, .password(let password)): LOGIN(username: credentials.username, password: password)
    case (.xoauth2, _), (.oauthBearer, _), (.xoauth, _), (.plainClientToken, _), (.atoken, _), (.atoken2, _): nil
    }
  }
}
