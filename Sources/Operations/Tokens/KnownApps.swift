// The apps of saved accounts: a second account at the same provider needs no other one.

import AccountStore
import Catalog
import OAuth
import SecretStores
import Vocabulary

extension AccountTokens {
  /// An app, and the tenant with which it was used.
  package struct App: Sendable {
    package let identity: ClientIdentity
    package let tenant: String?
  }

  /// Returns the app of a saved account at the same authorization server, the account `preferred` first. `nil` if there is none. The
  /// client secret is read from the keyring unless apps there have none (`secret`).
  package func app(
    provider: String?, issuer: String, secret rule: OAuthService.ClientSecret, preferring preferred: SavedAccount?
  ) throws(OperationError) -> App? {
    let fitting = try accounts.all().filter { account in
      guard let signIn = account.signIn.oauth else { return false }
      return provider == nil ? signIn.provider == nil && signIn.issuer == issuer : signIn.provider == provider
    }
    for account in fitting.filter({ $0.name == preferred?.name }) + fitting.filter({ $0.name != preferred?.name }) {
      guard let signIn = account.signIn.oauth else { continue }
      let secret = rule == .never ? nil : clientSecret(of: account)
      if rule == .required, secret == nil { continue }
      if let identity = ClientIdentity(id: signIn.clientID, secret: secret) { return App(identity: identity, tenant: signIn.tenant) }
    }
    return nil
  }

  /// `nil` also if the keyring does not give the record: then the user is asked, as without it.
  private func clientSecret(of account: SavedAccount) -> Secret? {
    guard case .keyring(let keyring, let entry)? = account.secret else { return nil }
    do throws(SecretStoreError) {
      return try TokenStorage(accounts.stores, keyring, entry: entry).read().clientSecret
    } catch {
      return nil
    }
  }
}
