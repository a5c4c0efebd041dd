// `--save` and `--store` as operations.

import AccountStore
import Catalog
import CommandLine
import Operations
import SecretStores
import Sentences
import Vocabulary

extension CommandContext {
  /// Returns the saver of the account that a call verifies, or `nil` without `--save`. Throws the reason why the account cannot be
  /// saved, as far as it is known beforehand.
  func saver(
    _ arguments: Arguments, _ source: SecretSource, of kind: Secret.Kind, _ address: MailAddress, provider: Provider?
  ) throws(CommandError) -> AccountSaver? {
    let store = try keyring(arguments)
    guard let typed = arguments[.save] else { return nil }
    guard let name = AccountName(typed) else { throw .badValue(option: Option.save.spelling, value: typed, expected: .accountName) }
    if provider?.isDemo == true {
      throw .badValue(option: Option.save.spelling, value: address.description, expected: .lastingAccount)
    }
    return try operation(AccountSaver(name, for: address, source, of: kind, store, saving(isQuiet: arguments.isQuiet)))
  }

  /// Returns the keyring of `--store`, or `nil` without that option. Throws the reason why the secret cannot be saved there, as far
  /// as it is known before a verification.
  func keyring(_ arguments: Arguments) throws(CommandError) -> SecretSaver? {
    guard let word = arguments[.store] else { return nil }
    guard let keyring = Keyring(rawValue: word) else { throw .badValue(option: Option.store.spelling, value: word, expected: .keyring) }
    // `accounts edit` names the account in another way.
    guard arguments.has(.save) || [.accounts, .login].contains(arguments.command) else {
      throw .needsOption(Option.store.spelling, Option.save.spelling)
    }
    return try operation(saving(isQuiet: arguments.isQuiet).saver(for: keyring, isWarned: false))
  }

  /// Saves the account after a verification that succeeded, and says so.
  func keep(
    _ result: VerificationResult, _ secret: Secret, record: TokenRecord? = nil, _ saver: AccountSaver, _ arguments: Arguments
  ) throws(CommandError) {
    let saved = try operation(saver.keep(result, secret, record: record))
    if !arguments.isQuiet { console.say(AccountSentence.saved(saved)) }
  }
}

extension Arguments {
  /// Whether the call does not want to know what was done.
  var isQuiet: Bool { has(.quiet) || has(.json) }
}
