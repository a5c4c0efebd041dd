// The servers of a saved account, and whether the user has agreed to them.

import AccountStore
import Catalog
import Vocabulary

extension SavedAccount {
  /// The settings that mail clients need.
  package var settings: ServerSettings {
    ServerSettings(imap: imap, smtp: smtp, imapUsername: imapUsername, smtpUsername: smtpUsername)
  }

  /// Whether the user still has to agree to where the secret goes: the account was never verified, or differs from `before`.
  package func needsAgreement(as before: SavedAccount) -> Bool {
    lastCheck == nil || address != before.address || imap.host != before.imap.host || smtp.host != before.smtp.host
  }

  /// Returns the servers that the user still has to agree to when the account is changed from `before`. `nil` if there are none.
  /// Servers that the user has typed in place of imported ones are agreed to, unless the catalog knows other servers.
  package func unagreedServers(since before: SavedAccount, in directory: ProviderDirectory) -> ForeignServers? {
    guard needsAgreement(as: before) else { return nil }
    if let foreign = ForeignServers(settings.hosts, of: address, in: directory) { return foreign }
    // A secret is saved only for an account that was verified.
    guard before.lastCheck == nil, before.secret == nil else { return nil }
    return ForeignServers(outside: settings.hosts.filter(before.settings.hosts.contains), of: address, in: directory)
  }

  /// Changes the address, and the user names that are the old address.
  package mutating func move(to address: MailAddress, _ directory: ProviderDirectory) {
    guard address != self.address else { return }
    let old = self.address
    if address.domain != old.domain { provider = directory.provider(forDomain: address.domain)?.id }
    if imapUsername == old.description { imapUsername = address.description }
    if smtpUsername == old.description { smtpUsername = address.description }
    self.address = address
  }
}
