// `--store KEYRING`: where the secret of an account that is saved is to be kept, once it is proved.

import AccountStore
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

    var place: SecretLocation { .keyring(keyring, entry: entry) }
  }

  /// Finds the entry for `secret` of the account `name`: its own one where `old`, as it was saved before, has one in this
  /// keyring, else the one of its address, else one that no other of `accounts` has. Asks before what a person wrote is
  /// changed; throws where nobody can be asked.
  func plan(
    _ secret: Secret, for name: AccountName, _ address: MailAddress, _ old: SavedAccount?, among accounts: [SavedAccount]
  ) throws(CommandError) -> Plan {
    if case .keyring(keyring, let entry)? = old?.secret, let old {
      let seen = try look(at: entry)
      let holdsIt = seen?.holds(secret) ?? false
      let isOurs = !old.entryMarks.isFound && (seen?.isOneLine ?? true)
      if !holdsIt, !isOurs, try mayReplace(entry, orBeside: false) != true { throw .keeping(occupied(entry)) }
      var plan = Plan(keyring: keyring, entry: entry, seen: seen, holdsIt: holdsIt)
      plan.marks.isFound = seen != nil && old.entryMarks.isFound
      return plan
    }
    // Its own entry of another keyring counts, too: gopass may have the files of pass.
    let taken = accounts.compactMap(\.secret)
    for (number, entry) in Self.entries(address, name).enumerated() {
      if taken.contains(where: { $0.mayBe(keyring, entry) }) { continue }
      guard let seen = try look(at: entry) else { return Plan(keyring: keyring, entry: entry, seen: nil, holdsIt: false) }
      var plan = Plan(keyring: keyring, entry: entry, seen: seen, holdsIt: seen.holds(secret))
      plan.marks.isFound = true
      if plan.holdsIt { return plan }
      guard number == 0 else { continue }
      guard let mayReplace = try mayReplace(entry, orBeside: true) else { throw .keeping(occupied(entry)) }
      if mayReplace { return plan }
    }
    throw .keeping(occupied(address.description))
  }

  /// The entry's names that are tried, the best first. No address has a number sign behind its `@`.
  private static func entries(_ address: MailAddress, _ name: AccountName) -> some Sequence<String> {
    let plain = name.text.utf8.count <= 64 && name.text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
    let first = ["\(address)"] + (plain ? ["\(address)#\(name)"] : [])
    return first + (2...AccountsDocument.most + 1).map { "\(address)#\($0)" }
  }

  /// Has the secret where `plan` says; gives how to undo it, nil where nothing was written. The file is not used without a
  /// warning.
  func carryOut(_ plan: Plan, _ secret: Secret) throws(CommandError) -> Kept? {
    if plan.holdsIt {
      say(SecretStoreSentence.heldAlready(keyring, Visible(keyring.spelled(plan.entry), limit: 120)))
      return nil
    }
    if keyring == .file, !isWarned { terms.warn(SecretStoreSentence.lastResort) }
    let kept: Kept
    do throws(SecretStoreError) {
      kept = try keeper.keep(secret, in: keyring, entry: plan.entry, over: plan.seen)
    } catch {
      throw .keeping(error)
    }
    say(SecretStoreSentence.kept(keyring))
    if plan.entry.utf8.contains(UInt8(ascii: "#")) { say(SecretStoreSentence.keptAs(Visible(keyring.spelled(plan.entry), limit: 120))) }
    return kept
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
    do throws(Farewell) {
      if case .given(let agreed) = try terms.interlocutor(tty).agrees(question) { return agreed }
      return false
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .left: return nil
      }
    }
  }

  private var keeper: SecretStorage { terms.keeper }
}

extension CommandContext {
  /// The keyrings of whoever runs this program.
  var keeper: SecretStorage { SecretStorage(environment: Locale.environment, interrupt: interrupt) }
}

extension SecretLocation {
  /// Whether an entry of this name could be the one of this place, on a disk that knows no capitals, too.
  fileprivate func mayBe(_ keyring: Keyring, _ entry: String) -> Bool {
    guard case .keyring(let own, let name) = self else { return false }
    return SecretLocation.keyring(own, entry: name.lowercasedASCII).isSameEntry(as: .keyring(keyring, entry: entry.lowercasedASCII))
  }
}
