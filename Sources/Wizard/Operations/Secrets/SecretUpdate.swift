// A saved account after it was changed and proved: its secret, then the account, then what nobody needs any more.

import AccountStore
import SecretStores
import Sentences
import Vocabulary

struct SecretUpdate {
  private let account: SavedAccount
  private let source: SecretSource?
  /// The keyring for it; nil where none was named.
  var store: SecretSaver?
  private let terms: CommandContext
  private let isQuiet: Bool

  /// `source` is where the call has the new secret from; `store` is the keyring it names for it.
  init(of account: SavedAccount, _ source: SecretSource?, store: SecretSaver?, isQuiet: Bool, _ terms: CommandContext) {
    (self.account, self.source, self.store, self.isQuiet, self.terms) = (account, source, store, isQuiet, terms)
  }

  /// Whether a new secret has a place to go to.
  var isKept: Bool {
    if store != nil { return true }
    if case .command? = source { return true }
    if case .keyring = account.secret { return true }
    return false
  }

  /// Saves what was proved with `secret`; it is not a new one where it was read from where the account keeps it.
  func save(_ outcomes: VerificationResult, _ secret: Secret, isNew: Bool) throws(CommandError) {
    let wish: SecretWish
    if let store {
      wish = .keep(store)
    } else if isNew {
      if case .command(let words)? = source { wish = .command(words) } else { wish = .asBefore }
    } else {
      wish = .unchanged
    }
    _ = try AccountSaving(terms: terms, isQuiet: isQuiet).save(outcomes, as: account.name, isEdited: true, secret, wish)
  }
}
