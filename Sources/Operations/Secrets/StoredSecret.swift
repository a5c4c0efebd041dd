// The secret of a saved account, read from where it is saved.

import AccountStore
import SecretStores
import Vocabulary

package struct StoredSecret {
  private let accounts: SavedAccounts
  private let reader: SecretReader

  package init(_ accounts: SavedAccounts, _ reader: SecretReader) { (self.accounts, self.reader) = (accounts, reader) }

  /// Throws the reason why the secret cannot be read, and `noSecretKept` if none is saved.
  package func read(_ account: SavedAccount) throws(OperationError) -> Secret {
    switch account.secret {
    case nil: throw .noSecretKept(account.name.text)
    case .later: throw .secretUnknown(account.name.text)
    case .keyring(let keyring, let entry):
      if account.entryMarks.isUnsettled { throw .secretUnsettled(account.name.text) }
      if let store = account.entryMarks.store, !accounts.stores.isCurrent(keyring, store: store) {
        throw .keeping(.elsewhere(keyring, folder: store))
      }
      let secret: Secret
      do throws(SecretStoreError) { secret = try accounts.stores.read(keyring, entry: entry) } catch { throw .keeping(error) }
      // Another run may be changing servers and secret. The secret could then be that of the new servers, which the old ones must
      // not get.
      let isSettled = try accounts.all().contains { now in
        now.name == account.name && now.settings == account.settings && now.secret == account.secret && !now.entryMarks.isUnsettled
      }
      guard isSettled else { throw .secretUnsettled(account.name.text) }
      return secret
    case .command(let words):
      let secret = try reader.read(.command(words))
      if let fault = secret.fault { throw .secret(SecretError(fault)) }
      return secret
    }
  }
}
