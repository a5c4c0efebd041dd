// The end of the access that an account's app has, when the account is removed.

import AccountStore
import OAuth
import Posix
import SecretStores
import Vocabulary

extension AccountTokens {
  /// Asks the authorization server to forget the sign-in of `account` (RFC 7009), and reports what was done. Does nothing for an account
  /// whose tokens this program does not request. The account is removed in any case, so a failure is only reported.
  package func revoke(_ account: SavedAccount) {
    guard let signIn = account.signIn.oauth, case .keyring(let keyring, let entry)? = account.secret else { return }
    let consents = servers.service(of: signIn.provider)?.consents
    do throws(OperationError) {
      let record: TokenRecord
      do throws(SecretStoreError) {
        record = try TokenStorage(accounts.stores, keyring, entry: entry).read()
      } catch {
        throw .keeping(error)
      }
      guard let token = record.refreshToken ?? record.access?.token else { return }
      guard let latch = Interrupt() else { throw .system(.error(.last)) }
      let client = try servers.client(of: record, signIn, account, undisturbed: latch)
      guard client.server.revoke != nil else { return notify(.accessStays(consents)) }
      do throws(OAuthFailure) { try client.revoke(token, isRefreshToken: record.refreshToken != nil) } catch {
        throw .oauth(RefusedSignIn(error, at: client.server.token))
      }
      notify(.accessEnded)
    } catch {
      notify(.failed(error))
      notify(.accessStays(consents))
    }
  }
}
