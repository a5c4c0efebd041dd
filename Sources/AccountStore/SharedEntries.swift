// Accounts that were given one entry of a keyring between them, as schema 1 allowed: each is told what is its own.

import Vocabulary

extension [SavedAccount] {
  /// Leaves each entry to one account: to the one that was proved last, of several such to the last in the file. The others
  /// have no secret any more; their names, in the order of the file. The same accounts always end the same way.
  package mutating func separateEntries() -> [AccountName] {
    var bereft: [AccountName] = []
    for position in indices {
      guard let place = self[position].secret else { continue }
      let sharing = indices.filter { $0 == position || place.isSameEntry(as: self[$0].secret) }
      let owner = sharing.max { (self[$0].provedAt, $0) < (self[$1].provedAt, $1) }
      if owner != position { bereft.append(self[position].name) }
    }
    for position in indices where bereft.contains(self[position].name) { self[position].secret = nil }
    return bereft
  }
}

extension SavedAccount {
  /// When its secret was last right at its servers, in seconds since 1970; long ago where nobody knows.
  fileprivate var provedAt: Int64 {
    guard let lastCheck, lastCheck.verdict == .verified else { return .min }
    return lastCheck.time.seconds
  }
}
