// `--save NAME` and `--store KEYRING`: saves the account that a call has verified.

import AccountStore
import SecretStores
import Vocabulary

package struct AccountSaver {
  private let name: AccountName
  private let wish: SecretWish
  private let saving: AccountSaving

  /// Throws the reason why the account cannot be saved, as far as it is known beforehand, so that the user does not enter a secret
  /// in vain. `saver` is the keyring that the call names. `nil` if it names none. A token that no command prints is not saved, because
  /// it expires within hours.
  package init(
    _ name: AccountName, for address: MailAddress, _ source: SecretSource, of kind: Secret.Kind, _ saver: SecretSaver?,
    _ saving: AccountSaving
  ) throws(OperationError) {
    (self.name, self.saving) = (name, saving)
    try saving.accounts.check(name, for: address)
    if let saver {
      wish = .keep(saver)
    } else if case .command(let words) = source {
      wish = .command(words)
    } else if kind != .password {
      wish = .nowhere
    } else {
      wish = .asBefore
      // The new secret replaces the one that is saved.
      let old = try saving.accounts.all().first { $0.name == name }
      if case .keyring(let keyring, _)? = old?.secret { _ = try saving.saver(for: keyring, isWarned: false) }
    }
  }

  /// Saves the account and its secret, or the record of its sign-in, after a verification that succeeded. Returns the account as it was saved.
  package func keep(_ result: VerificationResult, _ secret: Secret, record: TokenRecord?) throws(OperationError) -> SavedAccount {
    try saving.save(result, as: name, secret, record: record, wish)
  }
}
