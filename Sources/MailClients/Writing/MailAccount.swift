// An account as a mail program is told about it. Every exported configuration is written from it.

import Catalog
import Vocabulary

package struct MailAccount: Sendable, Equatable {
  package let address: MailAddress
  /// The name under which the account is saved, if it shares the address with another account. See `BlockOwner`.
  package let name: String?
  package let settings: ServerSettings
  package let secretCommand: PasswordCommand
  /// `nil` for servers of no known provider.
  package let provider: Provider?
  /// The absolute path of the PEM file of a certificate authority that signed the servers' certificates and that this
  /// computer does not trust by itself.
  package let authorityFile: String?
  package let signIn: SignIn

  /// What the account signs in with.
  package enum SignIn: Sendable, Equatable {
    case password
    /// An access token (RFC 6750), which `secretCommand` prints. `offered` contains the mechanisms that both servers offer.
    case token(offered: Set<TokenMechanism>)
  }

  /// Throws `ExportError` for an address outside ASCII, and for usernames and paths that no configuration can contain: those with unprintable characters, and
  /// usernames that are empty or begin or end with a blank.
  package init(
    address: MailAddress, name: String? = nil, settings: ServerSettings, secretCommand: PasswordCommand, provider: Provider?,
    authorityFile: String? = nil, signIn: SignIn = .password
  ) throws(ExportError) {
    guard !address.needsUTF8 else { throw .unicodeAddress }
    for name in [settings.imapUsername, settings.smtpUsername] {
      guard Visible.isHarmless(name), let first = name.unicodeScalars.first, let last = name.unicodeScalars.last,
        !first.properties.isWhitespace, !last.properties.isWhitespace
      else { throw .unusableName }
    }
    if let authorityFile, !Visible.isHarmless(authorityFile) { throw .unusableAuthority }
    (self.name, self.authorityFile, self.signIn) = (name, authorityFile, signIn)
    (self.address, self.settings, self.secretCommand, self.provider) = (address, settings, secretCommand, provider)
  }

  package var owner: BlockOwner { BlockOwner(address, name: name) }

  /// The name of the account in a configuration.
  package var label: String { owner.label }

  /// Returns the same account with another command for the password.
  package func fetching(by command: PasswordCommand) -> MailAccount { MailAccount(self, command) }

  private init(_ other: MailAccount, _ command: PasswordCommand) {
    (address, settings, secretCommand, provider) = (other.address, other.settings, command, other.provider)
    (name, authorityFile, signIn) = (other.name, other.authorityFile, other.signIn)
  }

  func endpoint(_ mailProtocol: MailProtocol) -> Endpoint { mailProtocol == .imap ? settings.imap : settings.smtp }

  func username(_ mailProtocol: MailProtocol) -> String {
    mailProtocol == .imap ? settings.imapUsername : settings.smtpUsername
  }

  /// The mechanisms of the servers if the account signs in with an access token. `nil` if it has a password.
  var tokenMechanisms: Set<TokenMechanism>? {
    switch signIn {
    case .password: nil
    case .token(let offered): offered
    }
  }

  /// Returns the mechanism for `client` if the account signs in with an access token. `nil` if it has a password, or if the client
  /// takes no token: `obstacle` has refused that.
  func tokenMechanism(for client: MailClient) -> TokenMechanism? {
    tokenMechanisms.flatMap { client.profile.token.support?.mechanism(among: $0) }
  }

  /// Whether the local part is quoted, as in `"me too"@example.org` (RFC 5321, section 4.1.2).
  var hasQuotedLocalPart: Bool { address.localPart.hasPrefix("\"") }

  /// Whether the server opens no mailbox before the client has sent ID (RFC 2971).
  var demandsID: Bool { provider.map { !$0.session.id.isEmpty } ?? false }

  /// Whether AUTHENTICATE must not contain the initial response (RFC 4959), although the server offers that.
  var isInitialResponseBroken: Bool { provider?.session.saslIRBroken ?? false }
}
