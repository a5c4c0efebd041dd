// Saves the secret of a verified account in a keyring.

import AccountStore
import Platform
import SecretStores
import Vocabulary

package struct SecretSaver {
  /// Asks whether the first line of an entry that this program did not write may be replaced. `orBeside` says whether another entry
  /// would be created otherwise. Returns `nil` if there is no terminal for a question.
  package typealias Question = (Keyring, _ entry: String, _ orBeside: Bool) throws(OperationError) -> Bool?

  package let keyring: Keyring
  private let stores: SecretStorage
  /// Whether the user knows that a file is not encrypted.
  private let isWarned: Bool
  private let notify: Notify
  private let mayReplace: Question

  /// Throws the reason why the secret cannot be saved there, as far as it is known before a verification.
  init(
    _ keyring: Keyring, _ stores: SecretStorage, isWarned: Bool, notify: @escaping Notify, mayReplace: @escaping Question
  ) throws(OperationError) {
    (self.keyring, self.stores, self.isWarned, self.notify, self.mayReplace) = (keyring, stores, isWarned, notify, mayReplace)
    do throws(SecretStoreError) { try stores.check(keyring) } catch { throw .keeping(error) }
  }

  /// The steps that put a secret into the keyring.
  struct Plan {
    let keyring: Keyring
    let entry: String
    var marks = EntryMarks()
    /// The existing entry. `nil` if it has to be created.
    let seen: Entry?
    /// Whether the entry contains the secret already and is not changed.
    let holdsIt: Bool
    /// Whether the account had this entry before.
    var isOwn = false
    /// Whether this program wrote all of the entry as it is now.
    var isAsWritten = false

    var place: SecretLocation { .keyring(keyring, entry: entry) }
  }

  /// Finds the entry for `secret` of the account `name`.
  ///
  /// This is the account's own entry if `old`, the account as it was saved, has one in this keyring. Else it is the entry of the
  /// address, else one that no other of `accounts` has. The user is asked before an entry is changed that this program did not
  /// write, and the function throws if there is no terminal for the question. An entry that one of `pending` has begun to create
  /// is this program's if it contains `secret`, or a record, for a `secret` that is one (`isRecord`).
  func plan(
    _ secret: Secret, isRecord: Bool, for name: AccountName, _ address: MailAddress, _ old: SavedAccount?,
    among accounts: [SavedAccount], pending: [PendingEntry]
  ) throws(OperationError) -> Plan {
    let store = stores.folder(of: keyring)
    if let old, let entry = ownEntry(of: old) {
      let seen = try look(at: entry)
      let holdsIt = seen?.holds(secret) ?? false
      let isAsWritten = isAsWritten(entry, old.entryMarks)
      let isOurs = !old.entryMarks.isFound && (seen?.isOneLine ?? true) && isAsWritten
      if !holdsIt, !isOurs, try mayReplace(keyring, entry, false) != true { throw .keeping(occupied(entry)) }
      var plan = Plan(keyring: keyring, entry: entry, seen: seen, holdsIt: holdsIt, isOwn: true)
      plan.marks.isFound = seen != nil && old.entryMarks.isFound
      (plan.marks.store, plan.marks.stamp) = (store, holdsIt ? old.entryMarks.stamp : nil)
      plan.isAsWritten = isAsWritten && old.entryMarks.stamp != nil
      return plan
    }
    let taken = accounts.filter { $0.name != name || mayShare($0) }.compactMap(\.secret)
    for (number, entry) in Self.entries(address, name).enumerated() {
      if taken.contains(where: { $0.mayBe(keyring, entry) }) { continue }
      var plan = Plan(keyring: keyring, entry: entry, seen: try look(at: entry), holdsIt: false)
      plan.marks.store = store
      guard let seen = plan.seen else { return plan }
      let isBegun = pending.contains { $0.isAbout(plan.place) && !$0.isRemoval && seen.isOneLine }
      if isRecord, isBegun, seen.isTokenRecord { return plan }
      if seen.holds(secret) {
        plan = Plan(keyring: keyring, entry: entry, marks: plan.marks, seen: seen, holdsIt: true)
        plan.marks.isFound = !isBegun
        if isBegun { plan.marks.stamp = stores.stamp(keyring, entry: entry) }
        return plan
      }
      plan.marks.isFound = true
      guard number == 0 else { continue }
      guard let mayReplace = try mayReplace(keyring, entry, true) else { throw .keeping(occupied(entry)) }
      if mayReplace { return plan }
    }
    throw .keeping(occupied(address.description))
  }

  /// Returns the entry that `old` has in this keyring, in the store that is used now. `nil` if it has none. pass and gopass can have
  /// the same files.
  private func ownEntry(of old: SavedAccount) -> String? {
    guard case .keyring(let before, let entry)? = old.secret, stores.sharesFiles(before, keyring),
      stores.isCurrent(before, store: old.entryMarks.store)
    else { return nil }
    return entry
  }

  /// Whether an account's entry could be in this keyring, though accounts.json says that it is in another one.
  private func mayShare(_ account: SavedAccount) -> Bool {
    guard case .keyring(let keyring, _)? = account.secret else { return false }
    return stores.isCurrent(keyring, store: account.entryMarks.store)
  }

  /// Whether no other program has written the entry since this program did.
  private func isAsWritten(_ entry: String, _ marks: EntryMarks) -> Bool {
    guard let stamp = marks.stamp, let now = stores.stamp(keyring, entry: entry) else { return true }
    return stamp == now
  }

  /// The names of entries to try, best first. No address contains a number sign after its `@`.
  private static func entries(_ address: MailAddress, _ name: AccountName) -> some Sequence<String> {
    let plain = name.text.utf8.count <= 64 && name.text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
    let first = ["\(address)"] + (plain ? ["\(address)#\(name)"] : [])
    return first + (2...AccountsDocument.most + 1).map { "\(address)#\($0)" }
  }

  /// Returns the line that this keyring can store for `record`. Throws if it has no room for it.
  package func line(of record: TokenRecord) throws(OperationError) -> Secret {
    do throws(SecretStoreError) { return try TokenStorage.line(of: record, in: keyring, stores) } catch { throw .keeping(error) }
  }

  /// Writes the secret as `plan` says. Returns how to undo it, or `nil` if nothing was written. Reports a file without encryption
  /// before it is used.
  func carryOut(_ plan: Plan, _ secret: Secret) throws(OperationError) -> Kept? {
    if plan.holdsIt {
      notify(.heldAlready(keyring, entry: keyring.spelled(plan.entry)))
      return nil
    }
    if keyring == .file, !isWarned { notify(.lastResort) }
    do throws(StoringError) {
      return try stores.keep(secret, in: keyring, entry: plan.entry, over: plan.seen)
    } catch {
      throw .storing(error)
    }
  }

  /// Writes the tokens of a sign-in as `plan` says, while no other run requests tokens for the entry. Returns how to undo it.
  func carryOut(_ plan: Plan, _ record: TokenRecord) throws(OperationError) -> Kept? {
    if keyring == .file, !isWarned { notify(.lastResort) }
    do throws(StoringError) {
      return try TokenStorage(stores, keyring, entry: plan.entry).keep(record, over: plan.seen)
    } catch {
      throw .storing(error)
    }
  }

  /// Reports where the secret is, after the account was saved.
  func report(_ plan: Plan) {
    if plan.holdsIt { return }
    notify(.kept(keyring))
    if plan.entry.utf8.contains(UInt8(ascii: "#")) { notify(.keptAs(entry: keyring.spelled(plan.entry))) }
  }

  /// Returns the stamp that an unchanged entry still has. `nil` if the keyring has no stamp that is precise enough: only the time of
  /// a file is.
  func exactStamp(_ plan: Plan) -> String? {
    keyring == .file || keyring.isPasswordTree ? stores.stamp(keyring, entry: plan.entry) : nil
  }

  private func look(at entry: String) throws(OperationError) -> Entry? {
    do throws(SecretStoreError) { return try stores.look(at: keyring, entry: entry) } catch { throw .keeping(error) }
  }

  private func occupied(_ entry: String) -> SecretStoreError { .occupied(keyring, entry: keyring.spelled(entry)) }
}

extension SecretLocation {
  /// Whether an entry of this name could be the one of this place, also on a disk that ignores case.
  fileprivate func mayBe(_ keyring: Keyring, _ entry: String) -> Bool {
    guard case .keyring(let own, let name) = self else { return false }
    return SecretLocation.keyring(own, entry: name.lowercasedASCII).isSameEntry(as: .keyring(keyring, entry: entry.lowercasedASCII))
  }
}
