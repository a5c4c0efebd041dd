// An account as a mail program is to be told of it: what every exported configuration is made from.

import Catalog
import Vocabulary

package struct MailAccount: Sendable, Equatable {
  package let address: MailAddress
  /// The name it is saved under, if it shares the address with another account; see `BlockOwner`.
  package let name: String?
  package let settings: ServerSettings
  package let secretCommand: PasswordCommand
  /// nil for servers that are in no catalog.
  package let provider: Provider?
  /// The PEM file of an authority that vouches for the servers, though this computer does not know it; an absolute path.
  package let authorityFile: String?

  /// Refuses user names and paths that no configuration can hold: what is not printable, and of names blanks at the ends.
  package init(
    address: MailAddress, name: String? = nil, settings: ServerSettings, secretCommand: PasswordCommand, provider: Provider?,
    authorityFile: String? = nil
  ) throws(ExportError) {
    for name in [settings.imapUsername, settings.smtpUsername] {
      guard Visible.isHarmless(name), let first = name.unicodeScalars.first, let last = name.unicodeScalars.last,
        !first.properties.isWhitespace, !last.properties.isWhitespace
      else { throw .unusableName }
    }
    if let authorityFile, !Visible.isHarmless(authorityFile) { throw .unusableAuthority }
    (self.name, self.authorityFile) = (name, authorityFile)
    (self.address, self.settings, self.secretCommand, self.provider) = (address, settings, secretCommand, provider)
  }

  package var owner: BlockOwner { BlockOwner(address, name: name) }

  /// What the account is called in a configuration.
  package var label: String { owner.label }

  /// The same account with another command.
  package func fetching(by command: PasswordCommand) -> MailAccount { MailAccount(self, command) }

  private init(_ other: MailAccount, _ command: PasswordCommand) {
    (address, settings, secretCommand, provider) = (other.address, other.settings, command, other.provider)
    (name, authorityFile) = (other.name, other.authorityFile)
  }

  func endpoint(_ mailProtocol: MailProtocol) -> Endpoint { mailProtocol == .imap ? settings.imap : settings.smtp }

  func username(_ mailProtocol: MailProtocol) -> String {
    mailProtocol == .imap ? settings.imapUsername : settings.smtpUsername
  }

  /// `"me too"@example.org` (RFC 5321 4.1.2).
  var hasQuotedLocalPart: Bool { address.localPart.hasPrefix("\"") }

  /// Whether the server opens no mailbox before the client has introduced itself (RFC 2971).
  var demandsID: Bool { provider.map { !$0.session.id.isEmpty } ?? false }

  /// Whether AUTHENTICATE must not carry the first message with it (RFC 4959), though the server offers that.
  var isInitialResponseBroken: Bool { provider?.session.saslIRBroken ?? false }
}
