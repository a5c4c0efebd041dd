// Accounts that name the same entry of a keyring, as schema 1 allowed: at most one of them keeps it.

import Vocabulary

/// An account that named the entry of another one and has no secret any more.
package struct SeparatedAccount: Sendable, Equatable {
  package let name: AccountName
  package let keyring: Keyring
  package let entry: String
  /// Whether another account keeps the entry. If not, nothing says whose secret is in it.
  package let isKeptByAnother: Bool
}

extension [SavedAccount] {
  /// Leaves each entry to one account, and returns the others in the order of the file. The same accounts always end the same way.
  ///
  /// An entry has the secret that was stored last, and only a verification tells which account that was: later than that, no
  /// other account of the entry was verified. An account whose last check ended differently may have stored its secret at any
  /// time before, because only the last check is kept. So the account that was verified last keeps the entry if all of them were
  /// verified, at different times. Otherwise none keeps it, and the entry stays as it is.
  package mutating func separateEntries() -> [SeparatedAccount] {
    var separated: [SeparatedAccount] = []
    for position in indices {
      guard case .keyring(let keyring, let entry)? = self[position].secret else { continue }
      let sharing = indices.filter { self[position].sharesEntry(with: self[$0]) || $0 == position }
      guard sharing.count > 1 else { continue }
      let owner = lastVerified(of: sharing)
      if owner == position { continue }
      separated.append(
        SeparatedAccount(name: self[position].name, keyring: keyring, entry: entry, isKeptByAnother: owner != nil))
    }
    let names = Set(separated.map(\.name))
    for position in indices where names.contains(self[position].name) { self[position].secret = nil }
    return separated
  }

  /// Which of the accounts at `positions` was verified last. `nil` if one of them was not, or if two were at the same time.
  private func lastVerified(of positions: [Int]) -> Int? {
    var times: [Int64: Int] = [:]
    for position in positions {
      guard let lastCheck = self[position].lastCheck, lastCheck.verdict == .verified else { return nil }
      guard times.updateValue(position, forKey: lastCheck.time.seconds) == nil else { return nil }
    }
    return times.max { $0.key < $1.key }?.value
  }
}

extension SavedAccount {
  /// Whether both secrets are in one entry. Entries of different stores are not the same, whatever they are called.
  fileprivate func sharesEntry(with other: SavedAccount) -> Bool {
    guard let secret, secret.isSameEntry(as: other.secret) else { return false }
    guard let store = entryMarks.store, let another = other.entryMarks.store else { return true }
    return store == another
  }
}
