// One sign-in in a browser, from the app to the tokens. It asks nothing and prints nothing.

import AccountStore
import Catalog
import Demo
import HTTP
import Net
import OAuth
import Posix
import SecretStores
import Vocabulary

/// The tokens of a sign-in that has ended well, and what is saved of it.
package struct SignedIn: Sendable {
  package let signIn: OAuthSignIn
  package let record: TokenRecord
  package let accessToken: Secret
}

package struct SignInSession: Sendable {
  package let server: AuthorizationServer
  /// The entry of the catalog. `nil` for a server that describes itself.
  package let service: OAuthService?
  private let provider: String?
  private let tenant: String?
  private let http: HTTPClient
  /// The app. `nil` until it is known.
  package var identity: ClientIdentity?
  /// The pages of the demo, which have no certificate that a browser trusts.
  private var plainPages: (secure: String, plain: String)?

  /// Seconds for a sign-in in a browser. Users may have to find a password and a second factor first.
  package static let patience = 600.0

  /// Finds the authorization server of `provider`, or the one at the issuer of `app`. Throws `noAuthorizationServer` if there is none.
  package init(
    _ app: AppInput, provider: Provider?, at name: String, tenant known: String?, _ servers: AuthorizationServers, authorityFile: String?
  ) throws(OperationError) {
    http = try servers.http(trusting: authorityFile)
    tenant = app.tenant ?? known
    if let issuer = app.issuer {
      (service, self.provider) = (nil, nil)
      server = try servers.server(issuer.text, provider: nil, tenant: nil, http)
    } else {
      guard let provider, let service = provider.oauth, let server = AuthorizationServer(service, tenant: tenant) else {
        throw .noAuthorizationServer(name)
      }
      (self.service, self.provider, self.server) = (service, provider.id, server)
    }
    identity = app.clientID.flatMap { id in
      ClientIdentity(id: id, secret: service?.clientSecret == .never ? nil : app.clientSecret)
    }
  }

  /// The sign-in at the demo's authorization server.
  init?(demo: DemoAuthorizationServer, _ network: Network) {
    guard let server = demo.server else { return nil }
    (self.server, service, provider, tenant, http) = (server, Provider.demoOAuth.oauth, Provider.demoOAuth.id, nil, HTTPClient(network))
    identity = ClientIdentity(id: DemoAuthorizationServer.clientID)
    plainPages = (demo.secureOrigin, demo.plainOrigin)
  }

  /// Returns an address of the server as a browser can open it. Only the demo's differ.
  package func shown(_ address: String) -> String {
    guard let plainPages else { return address }
    for origin in [plainPages.secure, "https://localhost"] where address.hasPrefix(origin) {
      return plainPages.plain + address.dropFirst(origin.count)
    }
    return address
  }

  /// The ways in which the server lets users sign in, the best first.
  package var ways: [SignInWay] {
    if let service {
      return service.grants.map { grant in
        switch grant {
        case .browser: .browser
        case .device: .device
        case .paste: .paste
        }
      }
    }
    return (server.authorize == nil ? [] : [.browser, .paste]) + (server.device == nil ? [] : [.device])
  }

  /// Whether the program itself can register as an app (RFC 7591).
  package var canRegister: Bool { server.register != nil && (service == nil || service?.registration == .automatic) }

  /// Whether an app here has a client secret that the user has to bring.
  package var needsSecret: Bool { service?.clientSecret == .required }

  private var scopes: AuthorizationRequest.Scopes { service.map { .init($0) } ?? .open }

  private func client() throws(OperationError) -> OAuthClient {
    guard let identity else { throw .noAuthorizationServer(server.host.text) }
    return OAuthClient(http, server, identity)
  }

  private func refused(_ failure: OAuthFailure) -> OperationError {
    failure == .interrupted ? .interrupted : .oauth(RefusedSignIn(failure, at: server.token))
  }

  // The device grant

  /// Starts a device grant. Only for a user who has asked for it.
  package mutating func startDevice() throws(OperationError) -> DeviceAuthorization {
    if identity == nil, canRegister { _ = try register(redirect: "http://127.0.0.1/", hasDevice: true) }
    let client = try client()
    do throws(OAuthFailure) { return try client.authorizeDevice(scopes) } catch { throw refused(error) }
  }

  /// Waits until the user has entered the code.
  package func finish(_ device: DeviceAuthorization) throws(OperationError) -> SignedIn {
    let client = try client()
    do throws(OAuthFailure) { return signedIn(try client.tokens(for: device, scopes), .device) } catch { throw refused(error) }
  }

  // A browser

  /// Starts the server to which the browser comes back.
  package func listen(on port: UInt16, _ pages: RedirectPages) throws(OperationError) -> LoopbackRedirect {
    let (host, path): (OAuthService.LoopbackHost, String) =
      switch service?.redirect {
      case .loopback(let host, let path)?: (host, path)
      case .page?, nil: (.address, "/")
      }
    do throws(OAuthFailure) { return try LoopbackRedirect.start(host, path: path, port: port, pages: pages) } catch { throw refused(error) }
  }

  /// Returns the redirect address for a browser on another computer. Nothing listens there: the page does not load, and its address
  /// contains the code. The port is one that programs are rarely at.
  package var redirectElsewhere: String {
    switch service?.redirect {
    case .page(let page)?: page.text
    case .loopback(let host, let path)?: "http://\(host.rawValue):\(UInt16.random(in: 49_152...65_535))\(path)"
    case nil: "http://127.0.0.1:\(UInt16.random(in: 49_152...65_535))/"
    }
  }

  /// Whether the last page shows a code instead of not loading.
  package var showsCode: Bool { if case .page? = service?.redirect { true } else { false } }

  /// Returns the request whose address the user opens. `hint` is the address of the account.
  package mutating func request(redirect: String, hint: MailAddress) throws(OperationError) -> AuthorizationRequest {
    var redirect = redirect
    if identity == nil, canRegister { redirect = try register(redirect: redirect, hasDevice: false) }
    let client = try client()
    do throws(OAuthFailure) {
      return try AuthorizationRequest(
        client, redirect: redirect, scopes: scopes, loginHint: hint.description, parameters: service?.parameters ?? [],
        resource: service?.resource)
    } catch {
      throw refused(error)
    }
  }

  /// Waits for the browser to come back with the code of `request`, and exchanges it.
  package func finish(
    _ request: AuthorizationRequest, at redirect: LoopbackRedirect, or interrupt: Interrupt
  ) throws(OperationError) -> SignedIn {
    let client = try client()
    do throws(OAuthFailure) {
      let code = try redirect.code(for: request, until: .after(seconds: Self.patience), or: interrupt)
      return signedIn(try client.tokens(for: code, of: request), .browser)
    } catch {
      throw refused(error)
    }
  }

  /// Exchanges the code in what the user has pasted.
  package func finish(_ request: AuthorizationRequest, pasted: Secret) throws(OperationError) -> SignedIn {
    let client = try client()
    do throws(OAuthFailure) {
      let code = try request.code(shown: pasted)
      return signedIn(try client.tokens(for: code, of: request), .paste)
    } catch {
      throw refused(error)
    }
  }

  // What all have in common

  /// Registers this program. Returns the redirect address as the server has written it down.
  private mutating func register(redirect: String, hasDevice: Bool) throws(OperationError) -> String {
    do throws(OAuthFailure) {
      let registration = try server.register(redirect: redirect, scopes: scopes, hasDevice: hasDevice, http)
      identity = registration.identity
      return registration.redirect
    } catch {
      throw refused(error)
    }
  }

  private func signedIn(_ tokens: TokenResponse, _ way: SignInWay) -> SignedIn {
    let id = identity?.id ?? ""
    return SignedIn(
      signIn: OAuthSignIn(
        provider: provider, issuer: server.issuer, clientID: id, tenant: tenant ?? service?.tenants.first, scopes: scopes.needed, way: way),
      record: TokenRecord(
        issuer: server.issuer, tenant: tenant ?? service?.tenants.first, clientID: id, clientSecret: identity?.secret,
        refreshToken: tokens.refreshToken, access: .init(tokens.accessToken, lifetime: tokens.lifetime)),
      accessToken: tokens.accessToken)
  }
}
