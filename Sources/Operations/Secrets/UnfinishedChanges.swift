// What an interrupted run has left undone in a keyring. The next run that reads accounts settles it.

import AccountStore
import Posix
import SecretStores

struct UnfinishedChanges {
  let stores: SecretStorage
  let notify: Notify
  /// Seconds. A program that the interrupted run had started may still be working.
  private static let pause = 1.0

  func isAny(in document: AccountsDocument) -> Bool {
    !document.pending.isEmpty || document.accounts.contains { $0.entryMarks.isUnsettled && $0.entryMarks.before != nil }
  }

  /// Does what can be done, and reports the rest once. Does nothing while another run is working.
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

  /// Returns the accounts whose entry was about to be changed and was not.
  private func unchanged(_ accounts: [SavedAccount]) -> [AccountName] {
    let candidates = accounts.filter(isUnchanged)
    if candidates.isEmpty { return [] }
    Wait.pause(seconds: Self.pause)
    return candidates.filter(isUnchanged).map(\.name)
  }

  private func isUnchanged(_ account: SavedAccount) -> Bool {
    guard case .keyring(let keyring, let entry)? = account.secret, account.entryMarks.isUnsettled, let before = account.entryMarks.before,
      stores.isCurrent(keyring, store: account.entryMarks.store)
    else { return false }
    return stores.stamp(keyring, entry: entry) == before
  }

  /// Settles `entry` and returns what remains to be done about it. `nil` if nothing remains.
  private func settle(_ entry: PendingEntry) -> PendingEntry? {
    guard stores.isCurrent(entry.keyring, store: entry.store) else { return entry }
    do throws(SecretStoreError) {
      guard try stores.has(entry.keyring, entry: entry.entry) else { return nil }
      // Without a stamp it is not known whether a user has created the entry since.
      guard entry.isRemoval, let stamp = entry.stamp else { return named(entry) }
      try stores.forget(entry.keyring, entry: entry.entry, stamp: stamp)
      notify(.removedLater(entry.keyring, entry: entry.keyring.spelled(entry.entry)))
      return nil
    } catch {
      if case .missing = error { return nil }
      let rest = named(entry)
      // The entry is a user's by now.
      if case .changed = error { return nil }
      if case .unalterable = error { return nil }
      return rest
    }
  }

  private func named(_ entry: PendingEntry) -> PendingEntry {
    if !entry.isNamed {
      notify(.leftBehind(entry.keyring, entry: entry.keyring.spelled(entry.entry), isRemoval: entry.isRemoval))
    }
    var named = entry
    named.isNamed = true
    return named
  }
}
