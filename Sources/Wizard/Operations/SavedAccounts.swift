// The saved accounts as commands use them: by name, with faults that can be said.

import AccountStore
import Catalog
import Posix
import Sentences
import Vocabulary

struct SavedAccounts {
  private let terms: CommandContext

  init(_ terms: CommandContext) { self.terms = terms }

  /// Every saved account, in the order in which they were saved. What a run that was killed has left undone is settled first.
  func all() throws(CommandError) -> [SavedAccount] {
    var document = try self.document()
    if !document.separated.isEmpty {
      for account in document.separated { terms.warn(AccountSentence.separated(account)) }
      // Once told it is so from then on. A file that cannot be written is read the same way the next time.
      do throws(AccountStoreError) { try file().update { _ in } } catch { return document.accounts }
    }
    let unfinished = UnfinishedChanges(terms)
    if unfinished.isAny(in: document) {
      do throws(AccountStoreError) { try unfinished.settle(file()) } catch { return document.accounts }
      document = try self.document()
    }
    return document.accounts
  }

  /// Entries of keyrings that a run was working on when it was killed, and that could not be settled.
  func pending() throws(CommandError) -> [PendingEntry] { try document().pending }

  private func document() throws(CommandError) -> AccountsDocument {
    do throws(AccountStoreError) { return try file().document() } catch { throw .registry(error) }
  }

  /// Does `work` while no other run changes where secrets are.
  func alone<Value>(_ work: () throws(CommandError) -> Value) throws(CommandError) -> Value {
    let result: Result<Value, CommandError>
    do throws(AccountStoreError) {
      result = try file().alone(until: terms.interrupt, work)
    } catch {
      throw terms.interrupt.isRaised ? .interrupted : .registry(error)
    }
    switch result {
    case .success(let value): return value
    case .failure(let fault): throw fault
    }
  }

  /// The account `word` means, by its name or by its address. Where it is the name of one and the address of another it means
  /// neither: everything that is kept would follow the word.
  func named(_ word: String) throws(CommandError) -> SavedAccount { try Self.named(word, among: all()) }

  /// The account whose very name `word` is, whatever else it could mean; else as `named`. For giving it another name.
  func called(_ word: String) throws(CommandError) -> SavedAccount {
    let accounts = try all()
    if let exact = accounts.first(where: { $0.name.text == word }) { return exact }
    return try Self.named(word, among: accounts)
  }

  /// The accounts `words` mean, each once, in the order of the words.
  func named(_ words: [String]) throws(CommandError) -> [SavedAccount] {
    let accounts = try all()
    var found: [SavedAccount] = []
    for word in words {
      let account = try Self.named(word, among: accounts)
      if !found.contains(where: { $0.name == account.name }) { found.append(account) }
    }
    return found
  }

  private static func named(_ word: String, among accounts: [SavedAccount]) throws(CommandError) -> SavedAccount {
    let address = try? MailAddress(AddressForm.corrected(word))
    let found = accounts.filter { $0.name.text == word || address != nil && $0.address == address }
    if let only = found.first, found.count == 1 { return only }
    if found.count > 1 { throw .severalAccounts(word, found.map(\.name.text)) }
    throw .unknownAccount(word, suggestions: Spelling.nearest(to: word, among: accounts.map(\.name.text)))
  }

  /// Has `change` work on the accounts as they are at that moment; nothing is written where it changes nothing.
  func update<Result>(_ change: (inout [SavedAccount]) -> Result) throws(CommandError) -> Result {
    do throws(AccountStoreError) { return try file().update(change) } catch { throw .registry(error) }
  }

  /// Throws what would keep an account from being saved, as far as it can be known beforehand: nobody should enter a secret
  /// for an account that cannot be kept.
  func check(_ name: AccountName, for address: MailAddress) throws(CommandError) {
    let accounts = try all()
    _ = try update { _ in }
    let old = accounts.first { $0.name == name }
    if let old, old.address != address { throw .nameTaken(name.text) }
    if old == nil, let clash = accounts.clash(of: name, address) { throw clash }
  }

  /// Puts `account` in the place of the one of its name, or behind all others if there is none. It stays paused if it was, and
  /// keeps what a later program has written of it. In the same step its entry is no longer pending, and `removal` is.
  func put(_ account: SavedAccount, noting removal: PendingEntry?) throws(CommandError) {
    try updateDocument { document in
      document.pending.removeAll { $0.isAbout(account.secret) }
      if let removal { document.pending.append(removal) }
      guard let position = document.accounts.firstIndex(where: { $0.name == account.name }) else {
        return document.accounts.append(account)
      }
      var account = account
      account.isPaused = document.accounts[position].isPaused
      account.keepUnknownKeys(of: document.accounts[position])
      document.accounts[position] = account
    }
  }

  /// Removes the accounts called `names` and returns them. In the same step their entries are pending.
  func remove(_ names: [AccountName]) throws(CommandError) -> [SavedAccount] {
    try updateDocument { document in
      let removed = document.accounts.filter { names.contains($0.name) }
      document.accounts.removeAll { names.contains($0.name) }
      document.pending += removed.compactMap(\.pendingRemoval)
      return removed
    }
  }

  /// Notes that an entry is about to be made.
  func note(_ entry: PendingEntry) throws(CommandError) {
    try updateDocument { document in
      document.pending.removeAll { $0.isAbout(.keyring(entry.keyring, entry: entry.entry)) }
      document.pending.append(entry)
    }
  }

  /// The entry at `place` is as the registry says.
  func settle(_ place: SecretLocation?) throws(CommandError) {
    try updateDocument { $0.pending.removeAll { $0.isAbout(place) } }
  }

  /// Notes whether the entry with the secret of the account `name` may be another's by now, and its stamp `before` that.
  func mark(_ name: AccountName, isUnsettled: Bool, before: String? = nil) throws(CommandError) {
    try update { accounts in
      for position in accounts.indices where accounts[position].name == name {
        (accounts[position].entryMarks.isUnsettled, accounts[position].entryMarks.before) = (isUnsettled, before)
      }
    }
  }

  /// Notes that the entry of the account `name`, which is as it was, has another stamp.
  func stamp(_ name: AccountName, _ stamp: String) throws(CommandError) {
    try update { accounts in
      for position in accounts.indices where accounts[position].name == name { accounts[position].entryMarks.stamp = stamp }
    }
  }

  private func updateDocument<Result>(_ change: (inout AccountsDocument) -> Result) throws(CommandError) -> Result {
    do throws(AccountStoreError) { return try file().updateDocument(change) } catch { throw .registry(error) }
  }

  private func file() throws(AccountStoreError) -> AccountsFile {
    guard let file = AccountsFile(environment: .process) else { throw .noHome }
    return file
  }
}

extension [SavedAccount] {
  /// Why an account of these cannot be called `name` and have `address`: a word that is the name of one and the address of
  /// another would lead what is kept for the one to the servers of the other. nil where it can.
  func clash(of name: AccountName, _ address: MailAddress) -> CommandError? {
    let others = filter { $0.name != name }
    if let other = others.first(where: { name.isWritten(like: $0.address) }) {
      return .nameIsAddress(name.text, of: other.name.text)
    }
    if let other = others.first(where: { $0.name.isWritten(like: address) }) {
      return .addressIsName(address.description, of: other.name.text)
    }
    return nil
  }
}

extension AccountName {
  /// Whether somebody who means `address` could write or read this: most servers know no capitals.
  fileprivate func isWritten(like address: MailAddress) -> Bool {
    AddressSpelling.canonical(text) == AddressSpelling.canonical(address.description)
  }
}

extension SavedAccount {
  /// What was proved just now.
  init(proved outcomes: VerificationResult, name: AccountName, secret: SecretLocation?) {
    precondition(outcomes.verdict == .verified, "only what was verified is saved")
    let (imap, smtp) = (outcomes.report.imap, outcomes.report.smtp)
    self.init(
      name: name, address: outcomes.address, provider: outcomes.provider?.id, imap: imap.endpoint, smtp: smtp.endpoint,
      imapUsername: imap.username, smtpUsername: smtp.username, authorityFile: outcomes.authority?.path, secret: secret)
    lastCheck = LastCheck(outcomes)
  }

  /// What mail programs are told.
  var settings: ServerSettings { ServerSettings(imap: imap, smtp: smtp, imapUsername: imapUsername, smtpUsername: smtpUsername) }
}

extension LastCheck {
  /// What came of a verification that has ended now.
  init(_ outcomes: VerificationResult) {
    let diagnosis = outcomes.diagnosis
    // A secret that one server has taken cannot be the reason to lock the account.
    let isRefused = outcomes.verdict == .refused && diagnosis?.isSecretRight == false
    self.init(
      time: .now, verdict: outcomes.verdict, cause: diagnosis?.causes.first, isRisky: isRefused || diagnosis?.risksLockout == true)
  }
}

extension AccountInput {
  /// The same call about a saved account: its own servers, user names and authority, and its provider where the catalog still has it.
  /// Throws where the file of the authority cannot be used any more.
  func about(_ account: SavedAccount, in directory: ProviderDirectory) throws(CommandError) -> AccountInput {
    var given = self
    given.provider = account.provider.flatMap { directory.provider(id: $0) }
    (given.address, given.servers) = (account.address, (account.imap, account.smtp))
    given.usernames = Usernames(imap: account.imapUsername, smtp: account.smtpUsername)
    // The account's own, but for a call that names another.
    if given.authority == nil {
      given.authority = try account.authorityFile.map { (path) throws(CommandError) in try AuthorityFile(path) }
    }
    given.settle(in: directory)
    return given
  }
}
