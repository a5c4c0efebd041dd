// Removes a saved secret that no account needs any more.

import AccountStore
import SecretStores

package struct SecretRemover {
  private let accounts: SavedAccounts
  private let notify: Notify

  package init(_ accounts: SavedAccounts, notify: @escaping Notify) { (self.accounts, self.notify) = (accounts, notify) }

  private var stores: SecretStorage { accounts.stores }

  /// Removes the secret that was saved for `account`, which is no longer in accounts.json there, and reports what was done. An entry
  /// that a user made or wrote stays. Returns `false` if an entry that this program made is left behind.
  package func forget(_ account: SavedAccount) -> Bool {
    let (keyring, entry): (Keyring, String)
    switch account.secret {
    case nil: return true
    case .command:
      notify(.commandStays)
      return true
    case .later:
      notify(.laterStays)
      return true
    case .keyring(let used, let named): (keyring, entry) = (used, named)
    }
    let name = keyring.spelled(entry)
    if account.entryMarks.isFound {
      notify(.theirsStays(keyring, entry: name))
      return true
    }
    do throws(SecretStoreError) {
      guard stores.isCurrent(keyring, store: account.entryMarks.store) else {
        throw .elsewhere(keyring, folder: account.entryMarks.store ?? "")
      }
      if account.signIn.oauth == nil {
        try stores.forget(keyring, entry: entry, stamp: account.entryMarks.stamp)
      } else {
        try forgetTokens(keyring, entry)
      }
      notify(.forgotten(keyring))
      return true
    } catch {
      if case .unalterable = error {
        notify(.notesStay(keyring, entry: name))
        return true
      }
      if case .changed = error {
        notify(.changedStays(keyring, entry: name))
        return true
      }
      notify(.failed(.keeping(error)))
      notify(.notForgotten(keyring, entry: name))
      return false
    }
  }

  /// Removes tokens while no other run requests new ones.
  private func forgetTokens(_ keyring: Keyring, _ entry: String) throws(SecretStoreError) {
    let result: Result<Void, SecretStoreError>
    do throws(OperationError) {
      result = try accounts.aloneWithTokens(of: entry) { () throws(OperationError) -> Result<Void, SecretStoreError> in
        TokenStorage(stores, keyring, entry: entry).tidy()
        do throws(SecretStoreError) { return .success(try stores.forget(keyring, entry: entry, stamp: nil)) } catch {
          return .failure(error)
        }
      }
    } catch {
      // Without the lock another run could write the entry again.
      throw error == .interrupted ? .interrupted : .changed(keyring, entry: keyring.spelled(entry))
    }
    try result.get()
  }
}
