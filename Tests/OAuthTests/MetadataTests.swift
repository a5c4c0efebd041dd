// Metadata (RFC 8414) and open registration (RFC 7591).

import OAuth
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct MetadataTests {
  private static func document(_ issuer: String = "https://id.example.com/tenant", _ more: String = "", host: String = "id.example.com")
    -> String
  {
    """
    {"issuer":"\(issuer)","authorization_endpoint":"https://\(host)/a","token_endpoint":"https://\(host)/t",\
    "device_authorization_endpoint":"https://\(host)/d","registration_endpoint":"https://\(host)/r"\(more)}
    """
  }

  private func metadata(_ answers: [Answer]) throws -> Exchange<AuthorizationServer> {
    try TokenServer.play(answers, lines: 6) { client throws(OAuthFailure) in
      guard let issuer = WebAddress("https://id.example.com/tenant") else { throw .interrupted }
      return try AuthorizationServer.metadata(of: issuer, client.http)
    }
  }

  @Test("RFC 8414, section 3.1: the path of the issuer comes after the well-known part")
  func metadata() throws {
    let exchange = try metadata([
      Answer(200, Self.document("https://id.example.com/tenant", ",\"authorization_response_iss_parameter_supported\":true"))
    ])
    let server = try exchange.result.get()
    #expect(exchange.received[0].hasPrefix("GET /.well-known/oauth-authorization-server/tenant HTTP/1.1\r\n"))
    #expect(server.token.text == "https://id.example.com/t" && server.register?.text == "https://id.example.com/r" && server.revoke == nil)
    #expect(server.issuerCheck == .always && server.hosts == ["id.example.com"])
  }

  @Test("OpenID Connect's place if the first is empty")
  func fallback() throws {
    let exchange = try metadata([Answer(404, ""), Answer(200, Self.document())])
    #expect(try exchange.result.get().issuerCheck == .ifPresent)
    #expect(exchange.received[1].hasPrefix("GET /tenant/.well-known/openid-configuration "))
    #expect(try metadata([Answer(404, ""), Answer(404, "")]).failure == .noEndpoint(.metadata))
  }

  @Test("another issuer, and endpoints on other hosts, are not trusted")
  func untrusted() throws {
    let other = "https://id.example.com/other"
    #expect(try metadata([Answer(200, Self.document(other))]).failure == .untrusted(.otherIssuer(Visible(other))))
    let foreign = Answer(200, Self.document(host: "evil.example"))
    #expect(try metadata([foreign]).failure == .untrusted(.foreignHost(Visible("https://evil.example/t"))))
    let plain = Self.document().replacing("https://id.example.com/t\"", with: "http://id.example.com/t\"")
    #expect(try metadata([Answer(200, plain)]).failure == .untrusted(.unusableAddress(Visible("http://id.example.com/t"))))
    #expect(try metadata([Answer(200, "{}")]).failure == .malformed(.missing(key: "issuer")))
    #expect(try metadata([Answer(200, "<html>")]).failure == .malformed(.html))
    #expect(try metadata([Answer(301, "")]).failure == .http(.redirected(status: 301)))
    #expect(try metadata([Answer(500, "")]).failure == .unavailable(status: 500, retryAfter: nil))
  }

  private func register(_ answer: Answer) throws -> Exchange<[String?]> {
    try TokenServer.play([answer]) { client throws(OAuthFailure) in
      let result = try client.server.register(redirect: AuthorizationTests.redirect, scopes: TokenServer.scopes, client.http)
      return [result.identity.id, result.identity.secret?.text, result.redirect]
    }
  }

  @Test("RFC 7591, section 3: a public, native client")
  func registration() throws {
    let exchange = try register(Answer(201, "{\"client_id\":\"new\",\"redirect_uris\":[\"http://localhost:49152/\"]}"))
    #expect(try exchange.result.get() == ["new", nil, "http://localhost:49152/"])
    let received = try #require(exchange.received.first)
    #expect(received.hasPrefix("POST /register ") && received.contains("Content-Type: application/json\r\n"))
    for part in ["\"token_endpoint_auth_method\" : \"none\"", "\"application_type\" : \"native\"", "\"http://127.0.0.1:49152/\""] {
      #expect(received.contains(part))
    }
    #expect(
      try register(Answer(201, "{\"client_id\":\"new\",\"client_secret\":\"s\"}")).result.get() == [
        "new", "s", AuthorizationTests.redirect,
      ])
  }

  @Test("a registration that was refused or changed")
  func refusedRegistration() throws {
    for other in ["http://127.0.0.1:1/", "https://evil.example/", "http://127.0.0.1:49152/other"] {
      let answer = Answer(201, "{\"client_id\":\"new\",\"redirect_uris\":[\"\(other)\"]}")
      #expect(try register(answer).failure == .untrusted(.otherRedirect))
    }
    #expect(try register(.error("invalid_redirect_uri")).failure == .refused(OAuthError("invalid_redirect_uri", status: 400)))
    #expect(try register(Answer(201, "{}")).failure == .malformed(.missing(key: "client_id")))
    #expect(try register(Answer(403, "")).failure == .refusedSilently(status: 403))
  }
}
