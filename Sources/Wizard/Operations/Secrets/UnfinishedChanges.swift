// What a run that was killed has left undone in a keyring: settled by the next run that reads accounts.

import AccountStore
import Posix
import SecretStores
import Sentences
import Vocabulary

struct UnfinishedChanges {
  private let terms: CommandContext
  /// Seconds. A keyring's program that the killed run had started may still be at work.
  private static let pause = 1.0

  init(_ terms: CommandContext) { self.terms = terms }

  func isAny(in document: AccountsDocument) -> Bool {
    !document.pending.isEmpty || document.accounts.contains { $0.entryMarks.isUnsettled && $0.entryMarks.before != nil }
  }

  /// Does what can be done, and warns of the rest once. Leaves everything to another run that is at work.
  func settle(_ file: AccountsFile) throws(AccountStoreError) {
    let result = file.aloneNow { () -> Result<Void, AccountStoreError> in
      do throws(AccountStoreError) { return .success(try settleNow(file)) } catch { return .failure(error) }
    }
    if case .failure(let error)? = result { throw error }
  }

  private func settleNow(_ file: AccountsFile) throws(AccountStoreError) {
    let document = try file.document()
    guard isAny(in: document) else { return }
    let settled = unchanged(document.accounts)
    var pending: [PendingEntry] = []
    for entry in document.pending where !document.accounts.contains(where: { entry.isAbout($0.secret) }) {
      if let rest = settle(entry) { pending.append(rest) }
    }
    if settled.isEmpty, pending == document.pending { return }
    try file.updateDocument { document in
      document.pending = pending
      for position in document.accounts.indices where settled.contains(document.accounts[position].name) {
        (document.accounts[position].entryMarks.isUnsettled, document.accounts[position].entryMarks.before) = (false, nil)
      }
    }
  }

  /// The accounts whose entry was to be changed, and was not.
  private func unchanged(_ accounts: [SavedAccount]) -> [AccountName] {
    let candidates = accounts.filter(isUnchanged)
    if candidates.isEmpty { return [] }
    Wait.pause(seconds: Self.pause)
    return candidates.filter(isUnchanged).map(\.name)
  }

  private func isUnchanged(_ account: SavedAccount) -> Bool {
    guard case .keyring(let keyring, let entry)? = account.secret, account.entryMarks.isUnsettled, let before = account.entryMarks.before,
      terms.keeper.isCurrent(keyring, store: account.entryMarks.store)
    else { return false }
    return terms.keeper.stamp(keyring, entry: entry) == before
  }

  /// What remains to be done about `entry`; `nil` if nothing does.
  private func settle(_ entry: PendingEntry) -> PendingEntry? {
    guard terms.keeper.isCurrent(entry.keyring, store: entry.store) else { return entry }
    do throws(SecretStoreError) {
      guard try terms.keeper.has(entry.keyring, entry: entry.entry) else { return nil }
      // Whether a person has made it since cannot be told without a stamp.
      guard entry.isRemoval, let stamp = entry.stamp else { return named(entry) }
      try terms.keeper.forget(entry.keyring, entry: entry.entry, stamp: stamp)
      terms.warn(AccountSentence.removedLater(entry.keyring, name(entry)))
      return nil
    } catch {
      if case .missing = error { return nil }
      let rest = named(entry)
      // A person's by now.
      if case .changed = error { return nil }
      if case .unalterable = error { return nil }
      return rest
    }
  }

  private func named(_ entry: PendingEntry) -> PendingEntry {
    if !entry.isNamed { terms.warn(AccountSentence.leftBehind(entry.keyring, name(entry), isRemoval: entry.isRemoval)) }
    var named = entry
    named.isNamed = true
    return named
  }

  private func name(_ entry: PendingEntry) -> Visible { Visible(entry.keyring.spelled(entry.entry), limit: 120) }
}
