// `--store KEYRING`: where the secret of an account that is saved is to be kept, once it is proved.

import AccountStore
import Posix
import SecretStores
import Sentences
import Terminal
import Vocabulary

struct SecretSaver {
  let keyring: Keyring
  /// Whether the human has agreed to the file already.
  private let isWarned: Bool
  private let terms: CommandContext
  private let isQuiet: Bool

  /// nil without `--store`. Throws what would keep the secret from being stored, as far as it is known beforehand: nobody
  /// should wait for a proof to hear it.
  init?(_ arguments: Arguments, _ terms: CommandContext) throws(CommandError) {
    guard let word = arguments[.store] else { return nil }
    guard let keyring = Keyring(rawValue: word) else {
      throw .badValue(option: Option.store.spelling, value: word, expected: SecretStoreSentence.needsKeyring)
    }
    // Who edits a saved account has named it.
    guard arguments.has(.save) || arguments.command == .accounts else { throw .needsOption(Option.store.spelling, Option.save.spelling) }
    try self.init(keyring, terms, isQuiet: arguments.has(.quiet) || arguments.has(.json))
  }

  /// In a keyring that was chosen from those that are there.
  init(_ keyring: Keyring, _ terms: CommandContext, isWarned: Bool = false, isQuiet: Bool = false) throws(CommandError) {
    (self.keyring, self.terms, self.isWarned, self.isQuiet) = (keyring, terms, isWarned, isQuiet)
    do throws(SecretStoreError) { try keeper.check(keyring) } catch { throw .keeping(error) }
  }

  /// What can be chosen from here and now, best first.
  static func choices(_ terms: CommandContext) -> [Keyring] { terms.keeper.available() }

  /// What is to be done to have a secret in the keyring.
  struct Plan {
    let keyring: Keyring
    let entry: String
    var marks = EntryMarks()
    /// What is there; nil for an entry that is still to be made.
    let seen: Entry?
    /// Whether it holds the secret already: then it is not touched.
    let holdsIt: Bool
    /// Whether it is the entry that the account has had before.
    var isOwn = false
    /// Whether this program had written all of the entry as it is.
    var isAsWritten = false

    var place: SecretLocation { .keyring(keyring, entry: entry) }
  }

  /// Finds the entry for `secret` of the account `name`: its own one where `old`, as it was saved before, has one in this
  /// keyring, else the one of its address, else one that no other of `accounts` has. Asks before what a person wrote is
  /// changed; throws where nobody can be asked. An entry that one of `pending` has begun to make is no person's.
  func plan(
    _ secret: Secret, for name: AccountName, _ address: MailAddress, _ old: SavedAccount?, among accounts: [SavedAccount],
    pending: [PendingEntry]
  ) throws(CommandError) -> Plan {
    let store = keeper.folder(of: keyring)
    if let old, let entry = ownEntry(of: old) {
      let seen = try look(at: entry)
      let holdsIt = seen?.holds(secret) ?? false
      let isAsWritten = isAsWritten(entry, old.entryMarks)
      let isOurs = !old.entryMarks.isFound && (seen?.isOneLine ?? true) && isAsWritten
      if !holdsIt, !isOurs, try mayReplace(entry, orBeside: false) != true { throw .keeping(occupied(entry)) }
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
      if seen.holds(secret) {
        let isBegun = pending.contains { $0.isAbout(plan.place) && !$0.isRemoval && seen.isOneLine }
        plan = Plan(keyring: keyring, entry: entry, marks: plan.marks, seen: seen, holdsIt: true)
        plan.marks.isFound = !isBegun
        if isBegun { plan.marks.stamp = keeper.stamp(keyring, entry: entry) }
        return plan
      }
      plan.marks.isFound = true
      guard number == 0 else { continue }
      guard let mayReplace = try mayReplace(entry, orBeside: true) else { throw .keeping(occupied(entry)) }
      if mayReplace { return plan }
    }
    throw .keeping(occupied(address.description))
  }

  /// The entry that `old` has in this keyring, in the store that is used now. `nil` if it has none. pass and gopass can have the
  /// same files.
  private func ownEntry(of old: SavedAccount) -> String? {
    guard case .keyring(let before, let entry)? = old.secret, keeper.sharesFiles(before, keyring),
      keeper.isCurrent(before, store: old.entryMarks.store)
    else { return nil }
    return entry
  }

  /// Whether an account's entry, which is not in this keyring as far as that is known, could be there anyway.
  private func mayShare(_ account: SavedAccount) -> Bool {
    guard case .keyring(let keyring, _)? = account.secret else { return false }
    return keeper.isCurrent(keyring, store: account.entryMarks.store)
  }

  /// Whether nobody has written the entry since this program did.
  private func isAsWritten(_ entry: String, _ marks: EntryMarks) -> Bool {
    guard let stamp = marks.stamp, let now = keeper.stamp(keyring, entry: entry) else { return true }
    return stamp == now
  }

  /// The entry's names that are tried, the best first. No address has a number sign behind its `@`.
  private static func entries(_ address: MailAddress, _ name: AccountName) -> some Sequence<String> {
    let plain = name.text.utf8.count <= 64 && name.text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
    let first = ["\(address)"] + (plain ? ["\(address)#\(name)"] : [])
    return first + (2...AccountsDocument.most + 1).map { "\(address)#\($0)" }
  }

  /// Has the secret where `plan` says, and returns how to undo it; `nil` if nothing was written. The file is not used without a
  /// warning.
  func carryOut(_ plan: Plan, _ secret: Secret) throws(CommandError) -> Kept? {
    if plan.holdsIt {
      say(SecretStoreSentence.heldAlready(keyring, Visible(keyring.spelled(plan.entry), limit: 120)))
      return nil
    }
    if keyring == .file, !isWarned { terms.warn(SecretStoreSentence.lastResort) }
    do throws(StoringError) {
      return try keeper.keep(secret, in: keyring, entry: plan.entry, over: plan.seen)
    } catch {
      throw .storing(error)
    }
  }

  /// Says where the secret is, once the account is saved with it.
  func report(_ plan: Plan) {
    if plan.holdsIt { return }
    say(SecretStoreSentence.kept(keyring))
    if plan.entry.utf8.contains(UInt8(ascii: "#")) { say(SecretStoreSentence.keptAs(Visible(keyring.spelled(plan.entry), limit: 120))) }
  }

  /// The stamp by which an entry that is changed with its servers can be told to be unchanged. Only the time of a file is
  /// precise enough.
  func exactStamp(_ plan: Plan) -> String? {
    keyring == .file || keyring.isPasswordTree ? keeper.stamp(keyring, entry: plan.entry) : nil
  }

  private func say(_ text: Text) { if !isQuiet { terms.talk.line(text[terms.language]) } }

  private func look(at entry: String) throws(CommandError) -> Entry? {
    do throws(SecretStoreError) { return try keeper.look(at: keyring, entry: entry) } catch { throw .keeping(error) }
  }

  private func occupied(_ entry: String) -> SecretStoreError { .occupied(keyring, entry: keyring.spelled(entry)) }

  /// Whether the first line of what a person wrote may be replaced; nil where nobody can be asked. `--yes` does not say so:
  /// who gave it had not seen what is there.
  private func mayReplace(_ entry: String, orBeside: Bool) throws(CommandError) -> Bool? {
    guard terms.isInteractive, let tty = terms.tty else { return nil }
    let question = SecretStoreSentence.mayReplace(keyring, Visible(keyring.spelled(entry), limit: 120), orBeside: orBeside)
    return try terms.interlocutor(tty).confirms(question)
  }

  private var keeper: SecretStorage { terms.keeper }
}

extension CommandContext {
  /// The keyrings of whoever runs this program.
  var keeper: SecretStorage { SecretStorage(environment: .process, interrupt: interrupt) }
}

extension SecretLocation {
  /// Whether an entry of this name could be the one of this place, on a disk that knows no capitals, too.
  fileprivate func mayBe(_ keyring: Keyring, _ entry: String) -> Bool {
    guard case .keyring(let own, let name) = self else { return false }
    return SecretLocation.keyring(own, entry: name.lowercasedASCII).isSameEntry(as: .keyring(keyring, entry: entry.lowercasedASCII))
  }
}
