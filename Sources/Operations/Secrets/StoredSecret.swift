// The secret of a saved account, read from where it is saved.

import AccountStore
import SecretStores
import Vocabulary

package struct StoredSecret {
  private let accounts: SavedAccounts
  private let reader: SecretReader
  private let tokens: AccountTokens

  package init(_ accounts: SavedAccounts, _ reader: SecretReader, _ tokens: AccountTokens) {
    (self.accounts, self.reader, self.tokens) = (accounts, reader, tokens)
  }

  /// Returns the password or a valid access token. Throws the reason why the secret cannot be read, and `noSecretKept` if none is saved.
  package func read(_ account: SavedAccount) throws(OperationError) -> Secret {
    switch account.signIn {
    case .password, .token: try saved(account)
    case .oauth: try tokens.token(of: account).token
    }
  }

  private func saved(_ account: SavedAccount) throws(OperationError) -> Secret {
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
      let secret = try reader.read(.command(words), as: account.signIn.secretKind)
      guard let fault = secret.fault(as: account.signIn.secretKind) else { return secret }
      throw account.signIn.usesToken ? .token(SecretError(fault)) : .secret(SecretError(fault))
    }
  }
}
