// How mail programs get an access token (RFC 6749, section 1.4) for an account that signs in with one.

import Vocabulary

package enum TokenAccess: Sendable, Equatable {
  /// The setting with this name contains the command that prints the token.
  case command(setting: String, TokenSupport)
  /// The exported script runs the command and passes the token on.
  case script(PasswordAccess.Channel, TokenSupport)
  /// The program gets a token of its own, after a sign-in in a browser, at the providers that it knows.
  case ownSignIn(TokenIssuers)
  /// It takes none.
  case none

  /// What the program can do, or `nil` if it takes no token from a command.
  package var support: TokenSupport? {
    switch self {
    case .command(_, let support), .script(_, let support): support
    case .ownSignIn, .none: nil
    }
  }
}

/// What a program can do with an access token.
package struct TokenSupport: Sendable, Equatable {
  /// The mechanisms that were seen to work, the preferred one first.
  package let mechanisms: [TokenMechanism]
  /// The first version with these mechanisms, or `nil` if no version is known without them.
  package let since: ClientVersion?

  init(_ mechanisms: TokenMechanism..., since: ClientVersion? = nil) { (self.mechanisms, self.since) = (mechanisms, since) }

  /// Returns the mechanism to use with servers that offer `offered`, or `nil` if the program has none of them.
  func mechanism(among offered: Set<TokenMechanism>) -> TokenMechanism? { mechanisms.first(where: offered.contains) }
}

/// The authorization servers that a program signs in at by itself.
package struct TokenIssuers: Sendable, Equatable {
  /// The program's name for the authorization server of a mail server, by the mail server's name or a domain above it.
  private let names: [String: String]

  init(_ names: [String: String]) { self.names = names }

  /// Returns the program's name for the authorization server of both servers of `account`, or `nil` if it does not know it.
  func name(for account: MailAccount) -> String? {
    guard let name = name(for: account.settings.imap.host), name == self.name(for: account.settings.smtp.host) else { return nil }
    return name
  }

  private func name(for host: HostName) -> String? {
    var rest = host.text[...]
    while true {
      if let name = names[String(rest)] { return name }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
  }
}
