// The saved accounts as the commands use them: by name, with what an interrupted run has left undone settled first.

import AccountStore
import Posix
import SecretStores
import Vocabulary

package struct SavedAccounts {
  /// The keyrings of the user.
  let stores: SecretStorage
  private let environment: Environment
  private let interrupt: Interrupt
  private let notify: Notify

  /// The accounts of the user whom `environment` describes. `notify` receives what happened to entries of keyrings.
  package init(_ environment: Environment, _ interrupt: Interrupt, notify: @escaping Notify) {
    stores = SecretStorage(environment: environment, interrupt: interrupt)
    (self.environment, self.interrupt, self.notify) = (environment, interrupt, notify)
  }

  /// The keyrings of the user, with another interrupt.
  func stores(with interrupt: Interrupt) -> SecretStorage { SecretStorage(environment: environment, interrupt: interrupt) }

  /// Returns every saved account, in the order in which they were saved.
  package func all() throws(OperationError) -> [SavedAccount] {
    var document = try self.document()
    if !document.separated.isEmpty {
      for account in document.separated { notify(.separated(account)) }
      // From now on the file says so. If it cannot be written, the next run reads it in the same way.
      do throws(AccountStoreError) { try file().update { _ in } } catch { return document.accounts }
    }
    let unfinished = UnfinishedChanges(stores: stores, notify: notify)
    if unfinished.isAny(in: document) {
      do throws(AccountStoreError) { try unfinished.settle(file()) } catch { return document.accounts }
      document = try self.document()
    }
    return document.accounts
  }

  /// Returns the entries of keyrings that an interrupted run was working on, as far as they could not be settled.
  func pending() throws(OperationError) -> [PendingEntry] { try document().pending }

  private func document() throws(OperationError) -> AccountsDocument {
    do throws(AccountStoreError) { return try file().document() } catch { throw .registry(error) }
  }

  /// Runs `work` while no other run changes where secrets are.
  package func alone<Value>(_ work: () throws(OperationError) -> Value) throws(OperationError) -> Value {
    let result: Result<Value, OperationError>
    do throws(AccountStoreError) {
      result = try file().alone(until: interrupt, work)
    } catch {
      throw interrupt.isRaised ? .interrupted : .registry(error)
    }
    return try result.get()
  }

  /// Runs `work` while no other run requests tokens for the account with the entry `entry`.
  func aloneWithTokens<Value>(of entry: String, _ work: () throws(OperationError) -> Value) throws(OperationError) -> Value {
    let result: Result<Value, OperationError>
    do throws(AccountStoreError) {
      result = try file().aloneWithTokens(of: entry, until: interrupt, work)
    } catch {
      throw interrupt.isRaised ? .interrupted : .registry(error)
    }
    return try result.get()
  }

  /// Returns the account with the name or the address `word`. A word that is the name of one account and the address of another
  /// means neither, because everything that is saved would follow the word.
  package func named(_ word: String) throws(OperationError) -> SavedAccount { try Self.named(word, among: all()) }

  /// Returns the account with exactly the name `word`, even if the word could mean another one too. Without such a name it
  /// returns the same as `named`. For a change of the name.
  package func called(_ word: String) throws(OperationError) -> SavedAccount {
    let accounts = try all()
    if let exact = accounts.first(where: { $0.name.text == word }) { return exact }
    return try Self.named(word, among: accounts)
  }

  /// Returns the accounts that `words` name, each once, in the order of the words.
  package func named(_ words: [String]) throws(OperationError) -> [SavedAccount] {
    let accounts = try all()
    var found: [SavedAccount] = []
    for word in words {
      let account = try Self.named(word, among: accounts)
      if !found.contains(where: { $0.name == account.name }) { found.append(account) }
    }
    return found
  }

  private static func named(_ word: String, among accounts: [SavedAccount]) throws(OperationError) -> SavedAccount {
    let address = (try? TypedAddress(word))?.address
    let found = accounts.filter { $0.name.text == word || address != nil && $0.address == address }
    if let only = found.first, found.count == 1 { return only }
    if found.count > 1 { throw .severalAccounts(word, found.map(\.name.text)) }
    throw .unknownAccount(word, suggestions: Spelling.nearest(to: word, among: accounts.map(\.name.text)))
  }

  /// Applies `change` to the accounts as they are at that moment. Nothing is written if it changes nothing.
  package func update<Result>(_ change: (inout [SavedAccount]) -> Result) throws(OperationError) -> Result {
    do throws(AccountStoreError) { return try file().update(change) } catch { throw .registry(error) }
  }

  /// Throws the reason why an account cannot be saved, as far as it is known beforehand. Callers check this before they ask for a
  /// secret.
  package func check(_ name: AccountName, for address: MailAddress) throws(OperationError) {
    let accounts = try all()
    _ = try update { _ in }
    let old = accounts.first { $0.name == name }
    if let old, old.address != address { throw .nameTaken(name.text) }
    if old == nil, let clash = accounts.clash(of: name, address) { throw clash }
  }

  /// Replaces the account of the same name, or appends `account` if there is none. It stays paused if it was, and keeps what a
  /// later version of this program has written of it. In the same step its entry is no longer pending, and `removal` is.
  func put(_ account: SavedAccount, noting removal: PendingEntry?) throws(OperationError) {
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
  package func remove(_ names: [AccountName]) throws(OperationError) -> [SavedAccount] {
    try updateDocument { document in
      let removed = document.accounts.filter { names.contains($0.name) }
      document.accounts.removeAll { names.contains($0.name) }
      document.pending += removed.compactMap(\.pendingRemoval)
      return removed
    }
  }

  /// Records that an entry is about to be created.
  func note(_ entry: PendingEntry) throws(OperationError) {
    try updateDocument { document in
      document.pending.removeAll { $0.isAbout(.keyring(entry.keyring, entry: entry.entry)) }
      document.pending.append(entry)
    }
  }

  /// Records that the entry at `place` agrees with accounts.json.
  package func settle(_ place: SecretLocation?) throws(OperationError) {
    try updateDocument { $0.pending.removeAll { $0.isAbout(place) } }
  }

  /// Records whether the entry of the account `name` may contain another secret by now, and the stamp that it had before.
  func mark(_ name: AccountName, isUnsettled: Bool, before: String? = nil) throws(OperationError) {
    try update { accounts in
      for position in accounts.indices where accounts[position].name == name {
        (accounts[position].entryMarks.isUnsettled, accounts[position].entryMarks.before) = (isUnsettled, before)
      }
    }
  }

  /// Records the new stamp of an entry whose content is unchanged.
  func stamp(_ name: AccountName, _ stamp: String) throws(OperationError) {
    try update { accounts in
      for position in accounts.indices where accounts[position].name == name { accounts[position].entryMarks.stamp = stamp }
    }
  }

  /// Records the check of an account, unless another process has changed the account's settings. `isVerified` says whether a
  /// login was tried and succeeded: then an entry that an older version of this program wrote is known to be the right one.
  package func record(_ check: LastCheck?, of account: SavedAccount, isVerified: Bool) throws(OperationError) {
    try update { accounts in
      guard let position = accounts.firstIndex(where: { $0.name == account.name }), accounts[position].settings == account.settings
      else { return }
      accounts[position].lastCheck = check
      if isVerified, case .keyring(let keyring, _)? = accounts[position].secret, accounts[position].secret == account.secret,
        accounts[position].entryMarks.store == nil
      {
        accounts[position].entryMarks.store = stores.folder(of: keyring)
      }
    }
  }

  private func updateDocument<Result>(_ change: (inout AccountsDocument) -> Result) throws(OperationError) -> Result {
    do throws(AccountStoreError) { return try file().updateDocument(change) } catch { throw .registry(error) }
  }

  private func file() throws(AccountStoreError) -> AccountsFile {
    guard let file = AccountsFile(environment: environment) else { throw .noHome }
    return file
  }
}

extension [SavedAccount] {
  /// Returns why an account cannot have the name `name` and the address `address` next to these accounts: a word that is the name
  /// of one and the address of another would send the secret of the one to the servers of the other. `nil` if it can.
  package func clash(of name: AccountName, _ address: MailAddress) -> OperationError? {
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
  /// Whether a user who means `address` could write or read this name. Most servers ignore case.
  fileprivate func isWritten(like address: MailAddress) -> Bool {
    AddressSpelling.canonical(text) == AddressSpelling.canonical(address.description)
  }
}
