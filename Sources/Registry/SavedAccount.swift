// An account that was proved and is kept: everything but the secret.

import Vocabulary

/// What `setup accounts` lists and `setup check` verifies again. Holds no secret, only where it is.
package struct SavedAccount: Sendable, Equatable {
  /// What its owner calls it; no two accounts of a registry have the same. At first its address.
  package var name: AccountName
  /// Whose mailbox it is, and what it sends as.
  package var address: MailAddress
  /// The id in the catalog; nil for servers that are in none.
  package var provider: String?
  /// The servers that answered when it was proved.
  package var imap: Endpoint
  package var smtp: Endpoint
  /// What each of the two is logged in to with.
  package var imapUsername: String
  package var smtpUsername: String
  /// Where the secret is; nil where its owner keeps it in mind.
  package var secret: SecretPlace?
  /// Whether `check` leaves it out.
  package var isPaused = false
  /// nil where nobody has ever verified it, as after an import.
  package var lastCheck: LastCheck?

  /// An account that is not paused and was never checked.
  package init(
    name: AccountName, address: MailAddress, provider: String?, imap: Endpoint, smtp: Endpoint, imapUsername: String,
    smtpUsername: String, secret: SecretPlace?
  ) {
    (self.name, self.address, self.provider, self.imap, self.smtp) = (name, address, provider, imap, smtp)
    (self.imapUsername, self.smtpUsername, self.secret) = (imapUsername, smtpUsername, secret)
  }
}
