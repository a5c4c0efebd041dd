// A saved account, without its secret.

import Vocabulary

/// An account that `setup accounts` lists and `setup check` verifies again. It contains the place of its secret.
package struct SavedAccount: Sendable, Equatable {
  /// The name that the user chose, unique among the saved accounts. The address if the user chose none.
  package var name: AccountName
  /// The address of the mailbox, and the sender of its messages.
  package var address: MailAddress
  /// The id of the provider in the catalog. `nil` if the servers are in no catalog.
  package var provider: String?
  /// The servers that were verified.
  package var imap: Endpoint { didSet { if imap != oldValue { unknownKeys.imap = [:] } } }
  package var smtp: Endpoint { didSet { if smtp != oldValue { unknownKeys.smtp = [:] } } }
  /// The user names at the two servers.
  package var imapUsername: String
  package var smtpUsername: String
  /// The absolute path of the PEM file of a certificate authority that is trusted for its servers, in addition to those that
  /// the system trusts.
  package var authorityFile: String?
  /// The kind of the secret.
  package var signIn = SignIn.password { didSet { if signIn != oldValue { unknownKeys.signIn = [:] } } }
  /// The place of the secret. `nil` if the secret is not stored.
  package var secret: SecretLocation? {
    didSet { if secret != oldValue { (unknownKeys.secret, entryMarks) = ([:], EntryMarks()) } }
  }
  /// Facts about the entry at `secret`. They are reset when the place changes.
  package var entryMarks = EntryMarks()
  /// Whether `setup check` skips it.
  package var isPaused = false
  /// `nil` if it was never verified, as after an import.
  package var lastCheck: LastCheck? {
    didSet {
      guard lastCheck != oldValue else { return }
      unknownKeys.lastCheck = [:]
      unknownKeys.account["lastCheck"] = nil
    }
  }
  /// Keys that a later version has written. They are kept and written back, except for those of a part that is replaced.
  package var unknownKeys = UnknownParts()

  /// Creates an account that is not paused and was never checked.
  package init(
    name: AccountName, address: MailAddress, provider: String?, imap: Endpoint, smtp: Endpoint, imapUsername: String,
    smtpUsername: String, authorityFile: String? = nil, signIn: SignIn = .password, secret: SecretLocation?
  ) {
    (self.name, self.address, self.provider, self.imap, self.smtp) = (name, address, provider, imap, smtp)
    (self.imapUsername, self.smtpUsername) = (imapUsername, smtpUsername)
    (self.authorityFile, self.signIn, self.secret) = (authorityFile, signIn, secret)
  }
}

extension SavedAccount {
  /// Copies the keys that a later version has written to `old`, for the parts that are the same.
  package mutating func keepUnknownKeys(of old: SavedAccount) {
    unknownKeys.account = old.unknownKeys.account
    // A check of this version replaces one that has an outcome of a later version.
    if lastCheck != nil { unknownKeys.account["lastCheck"] = nil }
    if imap == old.imap { unknownKeys.imap = old.unknownKeys.imap }
    if smtp == old.smtp { unknownKeys.smtp = old.unknownKeys.smtp }
    if signIn == old.signIn { unknownKeys.signIn = old.unknownKeys.signIn }
    if secret == old.secret {
      unknownKeys.secret = old.unknownKeys.secret
    } else {
      // The secret of this version has a kind that this version knows.
      unknownKeys.account["signIn"] = nil
    }
  }
}

/// Facts about the entry of a keyring that contains an account's secret.
package struct EntryMarks: Sendable, Equatable {
  /// The entry existed before this program used it. It is not removed with the account.
  package var isFound = false
  /// A run was about to change the entry together with the servers, and did not finish. The entry may contain a secret for
  /// other servers than those of the account, so it is not used.
  package var isUnsettled = false
  /// The folder of the keyring's files when the entry was written. `nil` if the keyring has none, and for an entry of an older
  /// version.
  package var store: String?
  /// The time when this program wrote the whole entry (`SecretStorage.stamp`). An entry with another stamp was replaced. `nil`
  /// if the entry has other lines, or if the keyring does not report a time.
  package var stamp: String?
  /// The stamp of the unsettled entry before the change. An entry that still has it was not changed.
  package var before: String?

  package init() {}
}

/// Keys of an account's object, and of the objects in it, that this version does not know.
package struct UnknownParts: Sendable, Equatable {
  package var account: UnknownKeys = [:]
  package var imap: UnknownKeys = [:]
  package var smtp: UnknownKeys = [:]
  package var signIn: UnknownKeys = [:]
  package var secret: UnknownKeys = [:]
  package var lastCheck: UnknownKeys = [:]

  package init() {}

  /// The places of all keys, such as `imap.pin`.
  package var places: [String] {
    let parts = [
      ("", account), ("imap.", imap), ("smtp.", smtp), ("signIn.", signIn), ("secret.", secret), ("lastCheck.", lastCheck),
    ]
    return parts.flatMap { part, keys in keys.keys.sorted().map { part + $0 } }
  }
}
