// A saved account that was changed and verified: its secret, then the account, then the removal of what is not needed any more.

import AccountStore
import Vocabulary

package struct SecretUpdate {
  private let account: SavedAccount
  private let source: SecretSource?
  /// The keyring for the new secret. `nil` if the user named none.
  package var store: SecretSaver?
  private let saving: AccountSaving

  /// `source` is the call's source of the new secret, and `store` the keyring that it names.
  package init(of account: SavedAccount, _ source: SecretSource?, store: SecretSaver?, _ saving: AccountSaving) {
    (self.account, self.source, self.store, self.saving) = (account, source, store, saving)
  }

  /// Whether a new secret will be saved.
  package var isKept: Bool {
    if store != nil { return true }
    if case .command? = source { return true }
    if case .keyring = account.secret { return true }
    return false
  }

  /// Saves what was verified with `secret`. `isNew` is `false` if the secret was read from where the account has it.
  package func save(_ result: VerificationResult, _ secret: Secret, isNew: Bool) throws(OperationError) {
    let wish: SecretWish
    if let store {
      wish = .keep(store)
    } else if isNew {
      switch source {
      case .command(let words)?: wish = .command(words)
      case .prompt?, .standardInput?, .environment?, .file?, .descriptor?, nil: wish = result.signIn == .token ? .nowhere : .asBefore
      }
    } else {
      wish = .unchanged
    }
    _ = try saving.save(result, as: account.name, isEdited: true, secret, wish)
  }
}
