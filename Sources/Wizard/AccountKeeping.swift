// `--save NAME` and `--store KEYRING`: what becomes of an account that a call has proved.

import Account
import Registry
import Sentences
import Vocabulary

struct AccountKeeping {
  private let name: AccountName
  private let source: SecretSource
  private let store: SecretKeeping?
  private let isQuiet: Bool
  private let terms: Terms

  /// nil where nothing is to be kept. Throws what would keep the account from being saved: nobody should enter a secret in
  /// vain.
  init?(_ arguments: Arguments, _ source: SecretSource, _ address: MailAddress, provider: Provider?, _ terms: Terms) throws(UsageFault) {
    store = try SecretKeeping(arguments, terms)
    guard let typed = arguments[.save] else { return nil }
    guard let name = AccountName(typed) else {
      throw .badValue(option: Option.save.spelling, value: typed, expected: AccountSentence.goodName)
    }
    if provider?.id == DemoProvider.id {
      throw .badValue(option: Option.save.spelling, value: address.description, expected: AccountSentence.realAccount)
    }
    try SavedAccounts(terms).check(name, for: address)
    (self.name, self.source, self.terms) = (name, source, terms)
    isQuiet = arguments.has(.quiet) || arguments.has(.json)
  }

  /// Stores the secret where the call says, then saves the account. Only after a verification that went well.
  func keep(_ outcomes: Outcomes, _ secret: Secret) throws(UsageFault) {
    var place: SecretPlace?
    if case .command(let words) = source { place = .command(words) }
    if let store { place = try store.keep(secret, for: outcomes.address) }
    let saved = try SavedAccounts(terms).save(outcomes, as: name, secret: place)
    if !isQuiet { terms.talk.line(AccountSentence.saved(saved.name, saved.secret)[terms.language]) }
  }
}
