// `--store KEYRING`: where the secret of an account that is saved is to be kept, once it is proved.

import Keeping
import Registry
import Sentences
import Terminal
import Vocabulary

struct SecretKeeping {
  private let keyring: Keyring
  /// Whether the human has agreed to the file already.
  private let isWarned: Bool
  private let terms: Terms
  private let isQuiet: Bool

  /// nil without `--store`. Throws what would keep the secret from being stored, as far as it is known beforehand: nobody
  /// should wait for a proof to hear it.
  init?(_ arguments: Arguments, _ terms: Terms) throws(UsageFault) {
    guard let word = arguments[.store] else { return nil }
    guard let keyring = Keyring(rawValue: word) else {
      throw .badValue(option: Option.store.spelling, value: word, expected: KeepingSentence.needsKeyring)
    }
    // Who edits a saved account has named it.
    guard arguments.has(.save) || arguments.command == .accounts else { throw .needsOption(Option.store.spelling, Option.save.spelling) }
    try self.init(keyring, terms, isQuiet: arguments.has(.quiet) || arguments.has(.json))
  }

  /// In a keyring that was chosen from those that are there.
  init(_ keyring: Keyring, _ terms: Terms, isWarned: Bool = false, isQuiet: Bool = false) throws(UsageFault) {
    (self.keyring, self.terms, self.isWarned, self.isQuiet) = (keyring, terms, isWarned, isQuiet)
    do throws(KeepingFault) { try Self.keeper(terms).check(keyring) } catch { throw .keeping(error) }
  }

  /// What can be chosen from here and now, best first.
  static func choices(_ terms: Terms) -> [Keyring] { keeper(terms).available() }

  /// Keeps `secret`, reads it back, says so; gives the place for the registry. The file is not used without a warning.
  func keep(_ secret: Secret, for account: MailAddress) throws(UsageFault) -> SecretPlace {
    if keyring == .file, !isWarned { terms.warn(KeepingSentence.lastResort) }
    let entry = account.description
    do throws(KeepingFault) { try Self.keeper(terms).keep(secret, in: keyring, entry: entry) } catch { throw .keeping(error) }
    if !isQuiet { terms.talk.line(KeepingSentence.kept(keyring)[terms.language]) }
    return .keyring(keyring, entry: entry)
  }

  private static func keeper(_ terms: Terms) -> Keeper { Keeper(environment: Locale.environment, interrupt: terms.interrupt) }
}
