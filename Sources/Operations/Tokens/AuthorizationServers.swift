// The authorization servers of accounts: from the catalog, or from what a server says about itself.

import AccountStore
import Catalog
import HTTP
import Net
import OAuth
import Posix
import SecretStores
import Vocabulary

/// A sign-in that failed, and the server at which it did.
package struct RefusedSignIn: Equatable, Sendable {
  package let failure: OAuthFailure
  package let host: HostName
  package let port: UInt16

  /// `address` is one of the server's.
  package init(_ failure: OAuthFailure, at address: WebAddress) { (self.failure, host, port) = (failure, address.host, address.port) }
}

package struct AuthorizationServers {
  private let networks: Networks
  private let directory: ProviderDirectory

  package init(_ networks: Networks, _ directory: ProviderDirectory) { (self.networks, self.directory) = (networks, directory) }

  /// Returns what is known about the server of `provider`. `nil` if nothing is.
  package func service(of provider: String?) -> OAuthService? { provider.flatMap { directory.provider(id: $0)?.oauth } }

  /// RFC 8707.
  func resource(of signIn: OAuthSignIn) -> String? { service(of: signIn.provider)?.resource }

  /// Returns the client for HTTPS requests with the trust of an account.
  package func http(trusting authorityFile: String?) throws(OperationError) -> HTTPClient {
    HTTPClient(try networks.network(trusting: authorityFile.map { .systemAnd(file: $0) } ?? .system))
  }

  /// Returns the client of a saved account's app. Throws `noAuthorizationServer` if the tokens are of another server than the one that
  /// the account names now. Waits only for `latch`.
  func client(
    of record: TokenRecord, _ signIn: OAuthSignIn, _ account: SavedAccount, undisturbed latch: Interrupt
  ) throws(OperationError) -> OAuthClient {
    let http = try AuthorizationServers(Networks(interrupt: latch), directory).http(trusting: account.authorityFile)
    let server = try server(record.issuer, provider: signIn.provider, tenant: record.tenant, http)
    guard server.issuer == record.issuer, let identity = ClientIdentity(id: record.clientID, secret: record.clientSecret) else {
      throw .noAuthorizationServer(account.name.text)
    }
    return OAuthClient(http, server, identity)
  }

  /// Returns the server of a provider's entry, or else asks `issuer` for its metadata.
  package func server(
    _ issuer: String, provider: String?, tenant: String?, _ http: HTTPClient
  ) throws(OperationError) -> AuthorizationServer {
    if let provider {
      guard let service = service(of: provider), let server = AuthorizationServer(service, tenant: tenant) else {
        throw .noAuthorizationServer(provider)
      }
      return server
    }
    guard let address = WebAddress(issuer) else { throw .noAuthorizationServer(issuer) }
    do throws(OAuthFailure) { return try AuthorizationServer.metadata(of: address, http) } catch {
      throw .oauth(RefusedSignIn(error, at: address))
    }
  }
}
