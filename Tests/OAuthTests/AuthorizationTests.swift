// The address for the browser, the proof key, and the exchange of the code.

import Catalog
import OAuth
import TestSupport
import Testing
import Vocabulary
import Wire

@Suite(.waiting) struct AuthorizationTests {
  static let redirect = "http://127.0.0.1:49152/"

  static func request(_ client: OAuthClient, redirect: String = redirect) throws(OAuthFailure) -> AuthorizationRequest {
    try AuthorizationRequest(client, redirect: redirect, scopes: TokenServer.scopes)
  }

  /// The parameters of an address.
  static func query(_ address: String) throws -> HTTPFormFields {
    let mark = try #require(address.firstIndex(of: "?"))
    return try #require(HTTPFormFields(address[address.index(after: mark)...].utf8))
  }

  @Test("RFC 7636, appendix B")
  func example() throws {
    let pkce = try #require(PKCE(verifier: TokenServer.secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")))
    #expect(pkce.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test("a verifier has 43 unreserved characters, and is new each time")
  func verifiers() throws {
    let pkces = try (0..<20).map { _ in try #require(PKCE()) }
    for pkce in pkces {
      #expect(pkce.verifier.count == 43)
      #expect(pkce.verifier.text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_".utf8.contains($0) })
      #expect(pkce.challenge.count == 43 && !"\(pkce)".contains(pkce.verifier.text))
    }
    #expect(Set(pkces.map(\.challenge)).count == pkces.count)
  }

  @Test("RFC 6749, section 4.1.1, RFC 7636, section 4.3, RFC 8707")
  func address() throws {
    let client = try TokenServer.client()
    let request = try AuthorizationRequest(
      client, redirect: Self.redirect, scopes: TokenServer.scopes, loginHint: "me@example.com",
      parameters: [OAuthService.Parameter(name: "access_type", value: "offline")], resource: "https://id.example.com/mail")
    #expect(
      request.address.hasPrefix(
        "https://id.example.com/authorize?response_type=code&client_id=app%201&redirect_uri=http%3A%2F%2F127.0.0.1%3A"))
    let query = try Self.query(request.address)
    #expect(query.text("redirect_uri") == Self.redirect && query.text("scope") == "mail offline_access")
    #expect(query.text("code_challenge_method") == "S256" && query.text("code_challenge")?.count == 43 && query.text("state")?.count == 43)
    #expect(query.text("login_hint") == "me@example.com" && query.text("access_type") == "offline")
    #expect(query.text("resource") == "https://id.example.com/mail")
    #expect(query["client_secret"] == nil)
    let other = try Self.request(client)
    #expect(try Self.query(other.address).text("state") != query.text("state"))
  }

  @Test("the exchange: the code, the verifier of its request, and the same redirect")
  func exchange() throws {
    let challenges = try TokenServer.play([.tokens]) { client throws(OAuthFailure) in
      let request = try Self.request(client)
      let tokens = try client.tokens(for: TokenServer.secret("code/1"), of: request)
      return (request.address, tokens.accessToken.text)
    }
    let (address, token) = try challenges.result.get()
    #expect(token == "acc-1")
    let form = try TokenServer.form(challenges.received.first)
    #expect(form.text("grant_type") == "authorization_code" && form.text("code") == "code/1" && form.text("redirect_uri") == Self.redirect)
    let verifier = try #require(form["code_verifier"])
    #expect(PKCE(verifier: verifier)?.challenge == (try Self.query(address).text("code_challenge")))
    #expect(!address.contains(verifier.text))
  }

  @Test("a code that was used before is refused by name")
  func usedTwice() throws {
    let exchange = try TokenServer.play([.error("invalid_grant")]) { client throws(OAuthFailure) in
      try client.tokens(for: TokenServer.secret("code/1"), of: Self.request(client))
    }
    #expect(exchange.failure?.causes == [.tokenExpired])
  }

  @Test("a server without the endpoint")
  func noEndpoint() throws {
    let token = try TokenServer.address("/token")
    let server = AuthorizationServer(
      issuer: "https://id.example.com", authorize: nil, token: token, device: nil, revoke: nil, register: nil, hosts: [],
      issuerCheck: .never)
    let client = OAuthClient(try TokenServer.http(port: 1), server, try #require(ClientIdentity(id: "a")))
    #expect(throws: OAuthFailure.noEndpoint(.authorize)) { try Self.request(client) }
    #expect(throws: OAuthFailure.noEndpoint(.device)) { try client.authorizeDevice(TokenServer.scopes) }
    #expect(throws: OAuthFailure.noEndpoint(.revoke)) { try client.revoke(TokenServer.secret("a")) }
    #expect(throws: OAuthFailure.noEndpoint(.register)) {
      try server.register(redirect: Self.redirect, scopes: TokenServer.scopes, client.http)
    }
  }
}
