// An authorization server that issues access tokens for the users of the mail servers.

import Foundation
import Synchronization

/// A running glewlwyd with the users' logins as names, the scopes `mail` and `other`, and one app.
///
/// The browser of a user, and the administrator, are calls of curl. `stop()` ends the server.
package final class MailTokens: Sendable {
  /// What this machine lacks. Tests are to be skipped unless it is empty.
  package static var missing: [String] {
    Glewlwyd.missing + (Installed.isProgram(Installed.curl) ? [] : ["curl"])
  }

  /// Where the mail servers ask about a token.
  package let introspection: TokenIntrospection

  private let server: Glewlwyd
  private let directory: String
  private static let password = "userpw12345"
  private static let app = "setup"
  private static let mailServer = (id: "dovecot", secret: "s3cr3t")

  /// Starts the server.
  ///
  /// - Parameter life: The seconds after which an access token expires.
  package init(users: [User], life: Int = 3_600) throws {
    server = try Glewlwyd()
    var template = Array("/tmp/mail-tokens-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StartFailure.system("making a directory in /tmp") }
    directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    introspection = TokenIntrospection(
      url: "https://\(Self.mailServer.id):\(Self.mailServer.secret)@localhost:\(server.port)/api/oidc/introspect",
      authority: read(server.caFile), scope: "mail")
    try configure(users, life: life)
  }

  deinit { stop() }

  /// Ends the server and removes its files. A second call has no effect.
  package func stop() {
    server.stop()
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Returns a new access token, which the user has allowed by a device grant (RFC 8628).
  package func token(of user: User, scope: String = "mail") throws -> String {
    let address = "https://localhost:\(server.port)/api/oidc"
    let begun = try json(["-d", "client_id=\(Self.app)&scope=\(scope)", "\(address)/device_authorization"])
    guard let device = begun["device_code"] as? String, let code = begun["user_code"] as? String else {
      throw StartFailure("no device code: \(begun)")
    }
    let session = directory + "/" + UUID().uuidString
    try call("POST", "auth/", ["username": user.login, "password": Self.password], session: session)
    try call("PUT", "auth/grant/\(Self.app)", ["scope": scope], session: session)
    _ = try curl(["-c", session, "-b", session, "-o", "/dev/null", "\(address)/device?code=\(code)&g_continue"])
    let grant = "grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=\(Self.app)&device_code=\(device)"
    var answer: [String: Any] = [:]
    // Its database is locked now and then if several tests ask at once. A second request must not come within the interval.
    for _ in 0..<10 {
      answer = try json(["-d", grant, "\(address)/token"])
      if let token = answer["access_token"] as? String { return token }
      usleep(1_100_000)
    }
    throw StartFailure("no token: \(answer)")
  }

  /// Ends a token before its time (RFC 7009).
  package func revoke(_ token: String) throws {
    _ = try curl([
      "--fail-with-body", "-u", "\(Self.mailServer.id):\(Self.mailServer.secret)", "-d", "token=\(token)",
      "https://localhost:\(server.port)/api/oidc/revoke",
    ])
  }

  private func configure(_ users: [User], life: Int) throws {
    let admin = directory + "/admin"
    try call("POST", "auth/", ["username": "admin", "password": "password"], session: admin)
    for scope in ["mail", "other"] {
      try call(
        "POST", "scope/",
        [
          "name": scope, "display_name": scope, "description": scope, "password_required": true, "password_max_age": 0,
          "scheme": [String: String](),
        ], session: admin)
    }
    var parameters: [String: Any] = [
      "iss": "https://localhost:\(server.port)/api/oidc", "jwt-type": "rsa", "jwt-key-size": "256", "key": server.tokenKeys.key,
      "cert": server.tokenKeys.public, "subject-type": "public", "code-duration": 60, "access-token-duration": life,
      "refresh-token-duration": 1_209_600, "device-authorization-expiration": 600, "device-authorization-interval": 1,
      // Without it a client sees its own tokens only.
      "introspection-revocation-auth-scope": ["introspect"],
    ]
    for key in [
      "allow-non-oidc", "auth-type-code-enabled", "auth-type-client-enabled", "auth-type-refresh-enabled", "auth-type-device-enabled",
      "pkce-allowed", "introspection-revocation-allowed", "introspection-revocation-allow-target-client",
    ] { parameters[key] = true }
    for key in ["auth-type-token-enabled", "auth-type-implicit-enabled", "auth-type-password-enabled"] { parameters[key] = false }
    try call(
      "POST", "mod/plugin/",
      ["module": "oidc", "name": "oidc", "display_name": "oidc", "enabled": true, "parameters": parameters], session: admin)
    for user in users {
      try call(
        "POST", "user/",
        [
          "username": user.login, "name": user.login, "email": user.senders.first ?? user.login, "password": Self.password,
          "scope": ["mail", "other"], "enabled": true,
        ], session: admin)
    }
    try call(
      "POST", "client/",
      [
        "client_id": Self.app, "name": Self.app, "confidential": false, "authorization_type": ["device_authorization", "refresh_token"],
        "redirect_uri": [String](), "scope": ["mail", "other"], "enabled": true,
      ], session: admin)
    let (id, secret) = Self.mailServer
    try call(
      "POST", "client/",
      [
        "client_id": id, "name": id, "confidential": true, "client_secret": secret, "password": secret,
        "authorization_type": ["client_credentials"], "token_endpoint_auth_method": ["client_secret_basic"], "redirect_uri": [String](),
        "scope": ["mail"], "enabled": true,
      ], session: admin)
  }

  /// Calls the server's API as the user who has signed in in `session`, a file of cookies.
  private func call(_ method: String, _ path: String, _ body: [String: Any], session: String) throws {
    let data = try JSONSerialization.data(withJSONObject: body)
    let file = session + ".json"
    try data.write(to: URL(fileURLWithPath: file))
    _ = try curl([
      "--fail-with-body", "-c", session, "-b", session, "-X", method, "-H", "Content-Type: application/json", "--data-binary", "@\(file)",
      "https://localhost:\(server.port)/api/\(path)",
    ])
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let text = try curl(arguments)
    guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
      throw StartFailure("not JSON: \(text)")
    }
    return object
  }

  /// Returns what curl prints.
  private func curl(_ arguments: [String]) throws -> String {
    let output = directory + "/" + UUID().uuidString
    defer { unlink(output) }
    try run(Installed.curl, ["--silent", "--show-error", "--noproxy", "*", "--cacert", server.caFile] + arguments, output: output)
    return read(output)
  }
}

/// Where and how a mail server asks about an access token (RFC 7662).
package struct TokenIntrospection: Sendable {
  /// The address, with the user and the password of the mail server.
  let url: String
  /// The root certificate of the authorization server, in PEM.
  let authority: String
  /// The scope that a token must have.
  let scope: String
}
