// `--save NAME` and `--store KEYRING`: what becomes of an account that a call has proved.

import AccountStore
import Catalog
import Sentences
import Vocabulary

struct AccountSaver {
  private let name: AccountName
  private let wish: SecretWish
  private let isQuiet: Bool
  private let terms: CommandContext

  /// nil where nothing is to be kept. Throws what would keep the account from being saved: nobody should enter a secret in
  /// vain.
  init?(_ arguments: Arguments, _ source: SecretSource, _ address: MailAddress, provider: Provider?, _ terms: CommandContext)
    throws(CommandError)
  {
    let store = try SecretSaver(arguments, terms)
    guard let typed = arguments[.save] else { return nil }
    guard let name = AccountName(typed) else {
      throw .badValue(option: Option.save.spelling, value: typed, expected: AccountSentence.goodName)
    }
    if provider?.id == DemoProvider.id {
      throw .badValue(option: Option.save.spelling, value: address.description, expected: AccountSentence.realAccount)
    }
    try SavedAccounts(terms).check(name, for: address)
    (self.name, self.terms) = (name, terms)
    isQuiet = arguments.has(.quiet) || arguments.has(.json)
    if let store {
      wish = .keep(store)
    } else if case .command(let words) = source {
      wish = .command(words)
    } else {
      wish = .asBefore
      // It goes where the one before is.
      let old = try SavedAccounts(terms).all().first { $0.name == name }
      if case .keyring(let keyring, _)? = old?.secret { _ = try SecretSaver(keyring, terms) }
    }
  }

  /// Stores the secret where the call says, then saves the account. Only after a verification that went well.
  func keep(_ outcomes: VerificationResult, _ secret: Secret) throws(CommandError) {
    let saved = try AccountSaving(terms: terms, isQuiet: isQuiet).save(outcomes, as: name, secret, wish)
    if !isQuiet { terms.talk.line(AccountSentence.saved(saved.name, saved.secret)[terms.language]) }
  }
}
