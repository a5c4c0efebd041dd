// Accounts with the same entry of a keyring, which schema 1 allowed. At most one of them keeps the entry.

import Vocabulary

/// An account that had the same entry as another one and now has no secret.
package struct SeparatedAccount: Sendable, Equatable {
  package let name: AccountName
  package let keyring: Keyring
  package let entry: String
  /// Whether another account keeps the entry. If not, it is unknown which account's secret it contains.
  package let isKeptByAnother: Bool
}

extension [SavedAccount] {
  /// Leaves each entry to at most one account, and returns the other accounts in the order of the file. The result depends on the
  /// accounts alone.
  ///
  /// An entry contains the secret that was stored last. Only a verification shows which account that was: no other account of the
  /// entry was verified after it. An account whose last check had another outcome may have stored its secret at any earlier time,
  /// because only the last check is saved. So the account that was verified last keeps the entry if all of them were verified, at
  /// different times. Otherwise no account keeps it. The entry itself is not changed.
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

  /// Returns the position of the account that was verified last. `nil` if one of them was not verified, or if two were verified at
  /// the same time.
  private func lastVerified(of positions: [Int]) -> Int? {
    var times: [Int64: Int] = [:]
    for position in positions {
      guard let lastCheck = self[position].lastCheck, lastCheck.outcome == .verified else { return nil }
      guard times.updateValue(position, forKey: lastCheck.time.seconds) == nil else { return nil }
    }
    return times.max { $0.key < $1.key }?.value
  }
}

extension SavedAccount {
  /// Returns whether both secrets are in one entry. Entries of different stores are different, even with the same name.
  fileprivate func sharesEntry(with other: SavedAccount) -> Bool {
    guard let secret, secret.isSameEntry(as: other.secret) else { return false }
    guard let store = entryMarks.store, let another = other.entryMarks.store else { return true }
    return store == another
  }
}
