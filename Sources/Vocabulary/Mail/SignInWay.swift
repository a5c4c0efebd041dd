// The ways to an access token (RFC 6749), as words of the command line and of accounts.json.

/// How a user signs in where no password is accepted.
package enum SignInWay: String, Sendable, CaseIterable {
  /// A program of the user signs in and prints access tokens.
  case command
  /// A browser on this computer (RFC 8252).
  case browser
  /// A code that the user enters in a browser anywhere (RFC 8628).
  case device
  /// A browser anywhere, whose last address the user pastes.
  case paste
}
