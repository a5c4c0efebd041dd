// The record of an account in a keyring, changed so that a run may end at any step.

import AccountStore
import Vocabulary

/// A record is written to a second entry first, read back there, and only then replaces the account's own entry. Programs such as pass
/// truncate an entry before they write it; a refresh token that is lost with it cannot be had again without the user.
package struct TokenStorage {
  private let stores: SecretStorage
  private let keyring: Keyring
  private let entry: String

  /// The entry of an account. No entry that this program makes has another name with this end.
  package init(_ stores: SecretStorage, _ keyring: Keyring, entry: String) {
    (self.stores, self.keyring, self.entry) = (stores, keyring, entry)
  }

  private var draft: String { entry + "~new" }

  /// Returns the record in the account's own entry.
  package func read() throws(SecretStoreError) -> TokenRecord { try read(entry) }

  private func read(_ name: String) throws(SecretStoreError) -> TokenRecord {
    let line = try stores.read(keyring, entry: name, as: .tokenRecord)
    do throws(TokenRecord.Error) { return try TokenRecord(reading: line) } catch {
      throw .noRecord(keyring, entry: keyring.spelled(name), error)
    }
  }

  /// Returns the newest record, after completing a change that another run has left undone. Only while no other run changes the record.
  package func settled() throws(StoringError) -> TokenRecord {
    do throws(SecretStoreError) {
      guard try stores.has(keyring, entry: draft) else { return try read() }
    } catch {
      throw StoringError(reason: error, isRestored: true)
    }
    let (own, new) = (try unlessBroken(entry), try unlessBroken(draft))
    guard let new, new.serial > own?.serial ?? 0 else {
      discard(draft)
      guard let own else { throw StoringError(reason: .missing(keyring, entry: keyring.spelled(entry)), isRestored: true) }
      return own
    }
    try put(new, entry)
    discard(draft)
    return new
  }

  /// Returns the record in an entry. `nil` if there is none, or something else. Throws if the keyring does not say.
  private func unlessBroken(_ name: String) throws(StoringError) -> TokenRecord? {
    do throws(SecretStoreError) { return try read(name) } catch {
      switch error {
      case .missing, .noRecord(_, entry: _, .notARecord), .unusable: return nil
      case _: throw StoringError(reason: error, isRestored: true)
      }
    }
  }

  /// Throws if the keyring cannot store `record` now. Called before a refresh token is sent, because many servers accept it only once:
  /// what comes back must not be lost.
  package func rehearse(_ record: TokenRecord) throws(StoringError) { try put(record, draft) }

  /// Stores `record` and reads it back. If this throws, the account's own entry is as before, or the new record is in the second entry,
  /// where `settled` finds it.
  private func write(_ record: TokenRecord) throws(StoringError) {
    try put(record, draft)
    try finish(record)
  }

  private func finish(_ record: TokenRecord) throws(StoringError) {
    try put(record, entry)
    discard(draft)
  }

  /// Stores what the server has issued for the record that was rehearsed. The server may already refuse the old refresh token, so the
  /// second entry is written at once, and the old record is not restored there. If that fails, the new one is tried in the account's
  /// own entry, then with the room that the second entry took, and without the access token.
  ///
  /// If this throws, the account's own entry is as before. The new record may be in the second entry, where `settled` finds it.
  package func replace(rehearsed record: TokenRecord) throws(StoringError) {
    let isInDraft: Bool
    do throws(SecretStoreError) {
      try stores.replace(Self.line(of: record, in: keyring, stores), as: .tokenRecord, in: keyring, entry: draft)
      isInDraft = true
    } catch {
      // The keyring may have it nevertheless. What it says later counts.
      isInDraft = false
    }
    do throws(StoringError) { try finish(record) } catch {
      if isInDraft || mayBeInDraft(record) { throw error }
      discard(draft)
      try put(record.withoutAccess, entry)
    }
  }

  /// `true` also if the keyring does not say.
  private func mayBeInDraft(_ record: TokenRecord) -> Bool {
    do throws(StoringError) { return try unlessBroken(draft).map { $0.serial >= record.serial } ?? false } catch { return true }
  }

  /// Stores the record of a new sign-in. `seen` is the account's own entry (`nil`: there is none). A record in it is replaced as `write`
  /// does. Returns the way to undo that.
  package func keep(_ record: TokenRecord, over seen: Entry?) throws(StoringError) -> Kept {
    if seen != nil, let old = try unlessBroken(entry) {
      let new = try settled().replaced(by: record)
      try write(new)
      return Kept(isOurs: true) { [self] in
        do throws(StoringError) { try write(new.replaced(by: old)) } catch { return false }
        return true
      }
    }
    discard(draft)
    let line: Secret
    do throws(SecretStoreError) { line = try Self.line(of: record, in: keyring, stores) } catch {
      throw StoringError(reason: error, isRestored: true)
    }
    return try stores.keep(line, as: .tokenRecord, in: keyring, entry: entry, over: seen)
  }

  /// Removes the second entry, if there is one.
  package func tidy() { discard(draft) }

  private func put(_ record: TokenRecord, _ name: String) throws(StoringError) {
    let seen: Entry?
    let line: Secret
    do throws(SecretStoreError) {
      line = try Self.line(of: record, in: keyring, stores)
      seen = try stores.look(at: keyring, entry: name)
    } catch {
      throw StoringError(reason: error, isRestored: true)
    }
    if let seen, seen.holds(line) { return }
    _ = try stores.keep(line, as: .tokenRecord, in: keyring, entry: name, over: seen)
  }

  /// Returns the line of `record` as `keyring` can store it. The access token is left out if there is no room for it.
  package static func line(of record: TokenRecord, in keyring: Keyring, _ stores: SecretStorage) throws(SecretStoreError) -> Secret {
    let candidates = [record.line, record.withoutAccess.line]
    guard let line = candidates.first(where: { $0.fault(as: .tokenRecord) == nil && stores.hasRoom(for: $0, in: keyring) }) else {
      throw .noRoom(keyring)
    }
    return line
  }

  /// A second entry that stays is removed by the next run that finds it.
  private func discard(_ name: String) {
    do throws(SecretStoreError) {
      if try stores.has(keyring, entry: name) { try stores.forget(keyring, entry: name, stamp: nil) }
    } catch {
      return
    }
  }
}
