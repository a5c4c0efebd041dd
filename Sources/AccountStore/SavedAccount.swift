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
  package var imap: Endpoint { didSet { if imap != oldValue { unknownKeys.imap = [:] } } }
  package var smtp: Endpoint { didSet { if smtp != oldValue { unknownKeys.smtp = [:] } } }
  /// What each of the two is logged in to with.
  package var imapUsername: String
  package var smtpUsername: String
  /// The PEM file of an authority that vouches for its servers beside those the system trusts: an absolute path.
  package var authorityFile: String?
  /// Where the secret is; nil where its owner keeps it in mind.
  package var secret: SecretLocation? {
    didSet { if secret != oldValue { (unknownKeys.secret, entryMarks) = ([:], EntryMarks()) } }
  }
  /// What is to be known of the entry at `secret`. They go where the place changes.
  package var entryMarks = EntryMarks()
  /// Whether `check` leaves it out.
  package var isPaused = false
  /// nil where nobody has ever verified it, as after an import.
  package var lastCheck: LastCheck? {
    didSet {
      guard lastCheck != oldValue else { return }
      unknownKeys.lastCheck = [:]
      unknownKeys.account["lastCheck"] = nil
    }
  }
  /// What a later program has written of it: kept and written back, but for what belongs to a part that is replaced.
  package var unknownKeys = UnknownParts()

  /// An account that is not paused and was never checked.
  package init(
    name: AccountName, address: MailAddress, provider: String?, imap: Endpoint, smtp: Endpoint, imapUsername: String,
    smtpUsername: String, authorityFile: String? = nil, secret: SecretLocation?
  ) {
    (self.name, self.address, self.provider, self.imap, self.smtp) = (name, address, provider, imap, smtp)
    (self.imapUsername, self.smtpUsername) = (imapUsername, smtpUsername)
    (self.authorityFile, self.secret) = (authorityFile, secret)
  }
}

extension SavedAccount {
  /// Takes over what a later program has written of `old`, as far as the parts it belongs to are the same.
  package mutating func keepUnknownKeys(of old: SavedAccount) {
    unknownKeys.account = old.unknownKeys.account
    // A check that has an outcome of a later version is replaced by one of this version.
    if lastCheck != nil { unknownKeys.account["lastCheck"] = nil }
    if imap == old.imap { unknownKeys.imap = old.unknownKeys.imap }
    if smtp == old.smtp { unknownKeys.smtp = old.unknownKeys.smtp }
    if secret == old.secret { unknownKeys.secret = old.unknownKeys.secret }
  }
}

/// What the registry says of the entry in which an account's secret is.
package struct EntryMarks: Sendable, Equatable {
  /// Somebody else had made it before this program used it: then it is theirs, and stays where the account goes.
  package var isFound = false
  /// The entry was about to be changed along with the servers, and nobody has said yet that it was: it may hold a secret
  /// for other servers than those that stand here, and is not given out.
  package var isUnsettled = false
  /// The folder of the keyring's files when the entry was written. `nil` if the keyring has none, and for an entry of an older
  /// version.
  package var store: String?
  /// When this program wrote all of the entry (`SecretStorage.stamp`): an entry with another stamp was replaced. `nil` if the
  /// entry has lines of a person's, or if the keyring does not say.
  package var stamp: String?
  /// The stamp of the unsettled entry before the change. An entry that still has it was not changed.
  package var before: String?

  /// None of them.
  package init() {}
}

/// Keys of an account's object and of those inside it that this program does not know.
package struct UnknownParts: Sendable, Equatable {
  package var account: UnknownKeys = [:]
  package var imap: UnknownKeys = [:]
  package var smtp: UnknownKeys = [:]
  package var secret: UnknownKeys = [:]
  package var lastCheck: UnknownKeys = [:]

  /// None.
  package init() {}

  /// The places of all of them, as in `imap.pin`.
  package var places: [String] {
    let parts = [("", account), ("imap.", imap), ("smtp.", smtp), ("secret.", secret), ("lastCheck.", lastCheck)]
    return parts.flatMap { part, keys in keys.keys.sorted().map { part + $0 } }
  }
}
