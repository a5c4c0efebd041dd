// The endpoints and pages of the demo's authorization server, on the loopback interface.

import Catalog
import LoopbackServer
import OAuth
import Posix
import Vocabulary
import Wire

/// Endpoints over TLS for this program, and pages without it for the browser: no browser trusts an authority that exists for one run.
package final class DemoAuthorizationServer: Sendable {
  private let endpoints: Listener
  private let pages: Listener
  private let state: DemoAuthorization
  /// The client ID that every run of the demo uses.
  package static let clientID = "setup-demo"

  /// Starts both servers. The texts of the pages are those of the entry `provider`. Access tokens are valid for `lifetime` seconds.
  package static func start(
    as identity: ServerIdentity, for owner: String, at provider: Provider, lifetime: Int = 3_600
  ) throws(SystemError) -> DemoAuthorizationServer {
    let state = DemoAuthorization(owner: owner, lifetime: lifetime)
    let texts = DemoPages(provider, owner: owner)
    let endpoints = try Listener.start { _, connection in
      guard (try? connection.startTLS(as: identity)) != nil, let request = DemoRequest(connection) else { return end(connection) }
      answer(request, state).send(on: connection)
    }
    let pages = try Listener.start { _, connection in
      guard let request = DemoRequest(connection) else { return end(connection) }
      show(request, state, texts).send(on: connection)
    }
    return DemoAuthorizationServer(endpoints, pages, state)
  }

  private init(_ endpoints: Listener, _ pages: Listener, _ state: DemoAuthorization) {
    (self.endpoints, self.pages, self.state) = (endpoints, pages, state)
  }

  /// Ends a connection without an answer.
  private static func end(_ connection: ServerConnection) { connection.leave() }

  /// Closes the ports.
  package func stop() {
    endpoints.stop()
    pages.stop()
  }

  /// The tokens that the mail servers accept.
  package var tokens: DemoTokens { DemoTokens { [state] in state.owner(of: $0) } }

  /// The beginning of the addresses of the endpoints, and that of the pages which a browser can open instead.
  package var secureOrigin: String { "https://localhost:\(endpoints.port)" }
  package var plainOrigin: String { "http://127.0.0.1:\(pages.port)" }

  /// The server as a client knows it. `nil` never, because the addresses are legal.
  package var server: AuthorizationServer? {
    func address(_ path: String) -> WebAddress? { WebAddress(secureOrigin + path) }
    guard let token = address("/token") else { return nil }
    return AuthorizationServer(
      issuer: secureOrigin, authorize: address("/authorize"), token: token, device: address("/device"), revoke: address("/revoke"),
      register: nil, hosts: ["localhost"], issuerCheck: .ifPresent)
  }

  // The endpoints

  private static func answer(_ request: DemoRequest, _ state: DemoAuthorization) -> DemoResponse {
    guard request.isPOST, request.form.text("client_id") == clientID else { return error("invalid_client", status: "401 Unauthorized") }
    switch request.path {
    case "/device":
      guard let (device, user) = state.startDevice() else { return error("temporarily_unavailable") }
      return .json(
        #"{"device_code":"\#(device)","user_code":"\#(user)","verification_uri":"https://localhost/device","expires_in":900,"interval":1}"#)
    case "/token":
      guard let grant = grant(request.form) else { return error("unsupported_grant_type") }
      switch state.exchange(grant) {
      case .error(let word): return error(word)
      case .tokens(let access, let refresh, let lifetime):
        return .json(
          #"{"token_type":"Bearer","access_token":"\#(access)","refresh_token":"\#(refresh)","expires_in":\#(lifetime),"scope":"mail"}"#)
      }
    case "/revoke":
      if let token = request.form.text("token") { state.revoke(token) }
      return .json("{}")
    case _: return .notFound
    }
  }

  private static func error(_ word: String, status: String = "400 Bad Request") -> DemoResponse {
    .json("{\"error\":\"\(word)\"}", status: status)
  }

  private static func grant(_ form: HTTPFormFields) -> DemoAuthorization.Grant? {
    switch form.text("grant_type") {
    case "urn:ietf:params:oauth:grant-type:device_code": form.text("device_code").map { .device($0) }
    case "refresh_token": form.text("refresh_token").map { .refresh($0) }
    case "authorization_code":
      if let code = form.text("code"), let verifier = form["code_verifier"], let redirect = form.text("redirect_uri") {
        .code(code, verifier: verifier, redirect: redirect)
      } else {
        nil
      }
    case _: nil
    }
  }

  // The pages

  private static func show(_ request: DemoRequest, _ state: DemoAuthorization, _ pages: DemoPages) -> DemoResponse {
    let isAllowed = request.form["allow"] != nil
    switch (request.isPOST, request.path) {
    case (false, "/device"): return .page(pages.device)
    case (true, "/device"):
      guard state.answer(request.form.text("code") ?? "", isAllowed: isAllowed) else {
        return .page(pages.unknown, status: "404 Not Found")
      }
      return .page(pages.done)
    case (false, "/authorize"):
      let query = request.query
      let browser = DemoAuthorization.Request(
        redirect: query.text("redirect_uri") ?? "", state: query.text("state") ?? "", challenge: query.text("code_challenge") ?? "")
      guard query.text("client_id") == clientID, query.text("code_challenge_method") == "S256", let number = state.start(browser) else {
        return .page(pages.unknown, status: "400 Bad Request")
      }
      return .page(pages.consent(number))
    case (true, "/authorize"):
      guard let address = state.answer(form: request.form.text("form") ?? "", isAllowed: isAllowed) else {
        return .page(pages.unknown, status: "404 Not Found")
      }
      return .redirect(address)
    case _: return .notFound
    }
  }
}
