// The access tokens of saved accounts whose tokens this program requests.

import AccountStore
import Catalog
import HTTP
import OAuth
import Posix
import SecretStores
import Vocabulary

package struct AccountTokens {
  /// An access token, and where it comes from.
  package struct Issued: Sendable {
    package let token: Secret
    /// Whether the authorization server has issued it just now. A token that was saved may have been revoked since.
    package let isFresh: Bool
    /// Whether the new tokens could be saved. If not, the user was told, and the next run may need a new sign-in.
    package let isSaved: Bool
  }

  let accounts: SavedAccounts
  let servers: AuthorizationServers
  let notify: Notify

  package init(_ accounts: SavedAccounts, _ servers: AuthorizationServers, notify: @escaping Notify) {
    (self.accounts, self.servers, self.notify) = (accounts, servers, notify)
  }

  /// Returns an access token that is valid for a while. Requests a new one only if the saved one is about to expire, or is `refused`,
  /// which a mail server has just refused. Of several processes that ask at the same time one requests it, and all get the same.
  ///
  /// Throws `signInExpired` if the user has to sign in again, and `oauth` for everything else that the authorization server did.
  package func token(of account: SavedAccount, insteadOf refused: Secret? = nil) throws(OperationError) -> Issued {
    guard let signIn = account.signIn.oauth, case .keyring(let keyring, let entry)? = account.secret else {
      if case .later? = account.secret { throw .secretUnknown(account.name.text) }
      throw .noSecretKept(account.name.text)
    }
    if account.entryMarks.isUnsettled { throw .secretUnsettled(account.name.text) }
    if let store = account.entryMarks.store, !accounts.stores.isCurrent(keyring, store: store) {
      throw .keeping(.elsewhere(keyring, folder: store))
    }
    if let saved = try saved(TokenStorage(accounts.stores, keyring, entry: entry), besides: refused) {
      try checkIsUnchanged(account)
      return saved
    }
    // A signal must not part a refresh token that was used from the one that came for it.
    guard let latch = Interrupt() else { throw .system(.error(.last)) }
    let storage = TokenStorage(accounts.stores(with: latch), keyring, entry: entry)
    return try accounts.aloneWithTokens(of: entry) { () throws(OperationError) in
      try checkIsUnchanged(account)
      let record: TokenRecord
      do throws(StoringError) { record = try storage.settled() } catch { throw error.isRestored ? .keeping(error.reason) : .storing(error) }
      if let access = record.access, access.isUsable(at: .now), refused?.matches(access.token) != true {
        return Issued(token: access.token, isFresh: false, isSaved: true)
      }
      return try refresh(record, signIn, of: account, storage, latch)
    }
  }

  /// Returns the saved access token if it can be used. `nil` also for an entry that another run is changing at this moment.
  private func saved(_ storage: TokenStorage, besides refused: Secret?) throws(OperationError) -> Issued? {
    let record: TokenRecord
    do throws(SecretStoreError) { record = try storage.read() } catch {
      switch error {
      case .noRecord(_, entry: _, .notARecord), .missing, .unusable, .failed: return nil
      case _: throw .keeping(error)
      }
    }
    guard let access = record.access, access.isUsable(at: .now), refused?.matches(access.token) != true else { return nil }
    return Issued(token: access.token, isFresh: false, isSaved: true)
  }

  /// Another run may be changing the account: then the tokens could be those of another one.
  private func checkIsUnchanged(_ account: SavedAccount) throws(OperationError) {
    let isSame = try accounts.all().contains { now in
      now.name == account.name && now.settings == account.settings && now.secret == account.secret && !now.entryMarks.isUnsettled
    }
    guard isSame else { throw .secretUnsettled(account.name.text) }
  }

  private func refresh(
    _ record: TokenRecord, _ signIn: OAuthSignIn, of account: SavedAccount, _ storage: TokenStorage, _ latch: Interrupt
  ) throws(OperationError) -> Issued {
    guard let old = record.refreshToken else { throw .signInExpired(account.name.text, nil) }
    let client = try servers.client(of: record, signIn, account, undisturbed: latch)
    do throws(StoringError) { try storage.rehearse(record) } catch { throw error.isRestored ? .keeping(error.reason) : .storing(error) }
    let response: TokenResponse
    do throws(OAuthFailure) {
      response = try client.refresh(old, resource: servers.resource(of: signIn))
    } catch {
      storage.tidy()
      if error.causes.first == .tokenExpired { throw .signInExpired(account.name.text, RefusedSignIn(error, at: client.server.token)) }
      throw .oauth(RefusedSignIn(error, at: client.server.token))
    }
    // An access token that cannot read mail is not kept. The refresh token is: the old one may be worthless.
    let missing = response.missing(signIn.scopes)
    let access = missing.isEmpty ? TokenRecord.Access(response.accessToken, lifetime: response.lifetime) : nil
    var isSaved = true
    do throws(StoringError) { try storage.replace(rehearsed: record.refreshed(access, refreshToken: response.refreshToken)) } catch {
      // The token is good for this run.
      notify(.failed(.storing(error)))
      isSaved = false
    }
    guard missing.isEmpty else { throw .oauth(RefusedSignIn(.missingScopes(missing), at: client.server.token)) }
    return Issued(token: response.accessToken, isFresh: true, isSaved: isSaved)
  }
}
