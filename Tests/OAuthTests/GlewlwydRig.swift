// A configured glewlwyd, and a browser that signs in there.

import Documents
import HTTP
import Net
import OAuth
import Platform
import Posix
import RealServers
import Testing
import Vocabulary
import Wire

/// The real authorization server of the tests, with the user `user` and two apps: `setup`, which is public, and `confident`.
struct GlewlwydRig: Sendable {
  static let shared = Result { try GlewlwydRig() }
  static let redirect = "http://127.0.0.1:18888/"
  static let scopes = AuthorizationRequest.Scopes(needed: ["mail"])
  /// All scopes that the user may grant.
  private static let known = scopes.needed + ["other"] + openScopes
  private static let openScopes = ["urn:ietf:params:oauth:scope:mail", "offline_access"]

  let server: Glewlwyd
  let http: HTTPClient

  private init() throws {
    Platform.ignore(SIGPIPE)
    server = try Glewlwyd()
    let port = server.port
    let interrupt = try #require(Interrupt())
    http = HTTPClient(
      Network(context: try TLSContext(.systemAnd(file: server.caFile)), interrupt: interrupt, resolve: { _, _, _, _ in [.loopback(port)] }))
    try configure()
  }

  func address(_ path: String) throws -> WebAddress { try #require(WebAddress("https://localhost:\(server.port)/api/\(path)")) }

  var metadata: AuthorizationServer { get throws { try AuthorizationServer.metadata(of: address("oidc"), http) } }

  private func configure() throws {
    let admin = Browser(http, port: server.port)
    try admin.call("POST", "auth/", ["username": .text("admin"), "password": .text("password")])
    for scope in Self.known {
      try admin.call(
        "POST", "scope/",
        [
          "name": .text(scope), "display_name": .text(scope), "description": .text(scope), "password_required": .flag(true),
          "password_max_age": .integer(0), "scheme": .object([:]),
        ])
    }
    let yes = [
      "allow-non-oidc", "oauth-as-iss-id", "refresh-token-rolling", "auth-type-code-enabled", "auth-type-client-enabled",
      "auth-type-refresh-enabled", "auth-type-device-enabled", "pkce-allowed", "pkce-required", "introspection-revocation-allowed",
      "introspection-revocation-allow-target-client", "register-client-allowed",
    ]
    let no = ["auth-type-token-enabled", "auth-type-implicit-enabled", "auth-type-password-enabled", "pkce-method-plain-allowed"]
    var parameters: [String: JSONValue] = [
      "iss": .text(try address("oidc").text), "jwt-type": .text("rsa"), "jwt-key-size": .text("256"), "key": .text(server.tokenKeys.key),
      "cert": .text(server.tokenKeys.public), "subject-type": .text("public"), "code-duration": .integer(60),
      "access-token-duration": .integer(30), "refresh-token-duration": .integer(1_209_600), "refresh-token-one-use": .text("always"),
      "device-authorization-expiration": .integer(600), "device-authorization-interval": .integer(1),
      "introspection-revocation-auth-scope": .list([]), "register-client-auth-scope": .list([]),
      // glewlwyd 2.7.5 takes every client for confidential whose `token_endpoint_auth_method` is a text, also "none"
      // (protocol_oidc.c, convert_client_registration_to_glewlwyd). This makes those that register themselves public.
      "register-default-properties": .object(["token_endpoint_auth_method": .object(["value": .texts(["none"])])]),
    ]
    for key in yes { parameters[key] = .flag(true) }
    for key in no { parameters[key] = .flag(false) }
    try admin.call(
      "POST", "mod/plugin/",
      [
        "module": .text("oidc"), "name": .text("oidc"), "display_name": .text("oidc"), "enabled": .flag(true),
        "parameters": .object(parameters),
      ])
    try admin.call(
      "POST", "user/",
      [
        "username": .text("user"), "name": .text("user"), "email": .text("user@example.test"), "password": .text("userpw12345"),
        "scope": .texts(Self.known), "enabled": .flag(true),
      ])
    for (id, secret) in [("setup", nil), ("confident", "s3cr3t-of-app")] {
      var client: [String: JSONValue] = [
        "client_id": .text(id), "name": .text(id), "confidential": .flag(secret != nil),
        "authorization_type": .texts(["code", "refresh_token", "device_authorization"]), "redirect_uri": .texts([Self.redirect]),
        "scope": .texts(Self.known), "enabled": .flag(true),
      ]
      if let secret {
        client["client_secret"] = .text(secret)
        client["token_endpoint_auth_method"] = .texts(["client_secret_post", "client_secret_basic"])
      }
      try admin.call("POST", "client/", client)
    }
  }

  /// A client of one of the two apps.
  func client(_ id: String = "setup", secret: String? = nil) throws -> OAuthClient {
    let identity = try #require(ClientIdentity(id: id, secret: secret.map { TokenServer.secret($0) }))
    return OAuthClient(http, try metadata, identity)
  }

  /// Signs in as the user and agrees for an app.
  func consent(_ client: String) throws -> Browser {
    let browser = Browser(http, port: server.port)
    try browser.call("POST", "auth/", ["username": .text("user"), "password": .text("userpw12345")])
    try browser.call("PUT", "auth/grant/\(client)", ["scope": .text((Self.scopes.needed + Self.openScopes).joined(separator: " "))])
    return browser
  }

  /// What the user does for a device grant.
  func approve(_ device: DeviceAuthorization, for client: String) throws { try approve(device.userCode.text, for: client) }

  func approve(_ code: String, for client: String) throws {
    let browser = try consent(client)
    let response = try browser.request("GET", "/api/oidc/device?code=\(code)&g_continue", body: nil)
    #expect(response.fields.values(of: "Location").first?.contains("deviceComplete") == true)
  }
}

/// The smallest browser: it keeps cookies and shows redirects.
final class Browser {
  private let http: HTTPClient
  private let port: UInt16
  private var cookies: [String: String] = [:]

  init(_ http: HTTPClient, port: UInt16) { (self.http, self.port) = (http, port) }

  /// Calls the server's API. Requires success.
  func call(_ method: String, _ path: String, _ body: [String: JSONValue], at place: SourceLocation = #_sourceLocation) throws {
    let response = try request(method, "/api/\(path)", body: JSONValue.object(body).json)
    #expect((200...299).contains(response.status), "\(method) \(path): \(response.status) \(response.body.text)", sourceLocation: place)
  }

  func request(_ method: String, _ target: String, body: String?) throws -> HTTPResponse {
    let host = try #require(HostName("localhost"))
    let connection = try http.network.open(
      Endpoint(host: host, port: port, security: .tls), OpeningStages(begin: { _ in .after(seconds: 20) }, end: {}))
    defer { connection.close() }
    _ = try connection.secure(until: .after(seconds: 20))
    var lines = ["\(method) \(target) HTTP/1.1", "Host: localhost:\(port)", "Connection: close"]
    if !cookies.isEmpty { lines.append("Cookie: " + cookies.map { "\($0)=\($1)" }.joined(separator: "; ")) }
    if let body { lines += ["Content-Type: application/json", "Content-Length: \(body.utf8.count)"] }
    try connection.write(TokenServer.secret(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")), until: .after(seconds: 20))
    var parser = HTTPResponseParser()
    while true {
      let octets: [UInt8]
      do { octets = try connection.read(until: .after(seconds: 20)) } catch { return try kept(parser.end()) }
      if let response = try parser.append(octets) { return kept(response) }
    }
  }

  private func kept(_ response: HTTPResponse) -> HTTPResponse {
    for cookie in response.fields.values(of: "Set-Cookie") {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
    return response
  }
}
