// A new sign-in for an account that does not work completely: the tokens are replaced, and nothing else.

import AccountStore
import SecretStores

extension AccountSaving {
  /// Replaces the tokens of `account` by those of `signedIn`, and records `check`. Throws if the account has no tokens.
  package func renew(_ account: SavedAccount, _ signedIn: SignedIn, _ check: LastCheck) throws(OperationError) {
    guard case .keyring(let keyring, let entry)? = account.secret, account.signIn.oauth != nil else {
      throw .noSecretKept(account.name.text)
    }
    try accounts.alone { () throws(OperationError) in
      try accounts.aloneWithTokens(of: entry) { () throws(OperationError) in
        let storage = TokenStorage(accounts.stores, keyring, entry: entry)
        do throws(SecretStoreError) {
          let seen = try accounts.stores.look(at: keyring, entry: entry)
          do throws(StoringError) { _ = try storage.keep(signedIn.record, over: seen) } catch { throw error.reason }
        } catch {
          throw .keeping(error)
        }
      }
      try accounts.update { saved in
        for position in saved.indices where saved[position].name == account.name && saved[position].secret == account.secret {
          saved[position].signIn = .oauth(signedIn.signIn)
          saved[position].lastCheck = check
        }
      }
    }
  }
}
