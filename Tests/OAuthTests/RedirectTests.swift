// The redirect of a browser to this computer, and everything else that may arrive at its port.

import Catalog
import LoopbackServer
import Net
import OAuth
import Platform
import Posix
import Synchronization
import TestSupport
import Testing
import Vocabulary
import Wire

@Suite(.waiting) struct RedirectTests {
  private static let pages = RedirectPages(received: Text("Back <now>", "回到终端"), ignored: Text("Ignored", "已忽略"))

  /// Sends a request to the loopback server and returns the response.
  static func browse(_ address: String, _ target: String, method: String = "GET", host: String? = nil) throws -> String {
    let port = try #require(UInt16(address.split(separator: ":")[2].prefix(while: \.isNumber)))
    let network = try TokenServer.http(port: port).network
    let endpoint = Endpoint(host: try #require(HostName("127.0.0.1")), port: port, security: .tls)
    let connection = try network.open(endpoint, OpeningStages(begin: { _ in .after(seconds: 5) }, end: {}))
    defer { connection.close() }
    let request = "\(method) \(target) HTTP/1.1\r\nUser-Agent: test\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n\r\n"
    try connection.write(TokenServer.secret(request), until: .after(seconds: 5))
    var received: [UInt8] = []
    while let octets = try? connection.read(until: .after(seconds: 5)) { received += octets }
    return received.text
  }

  /// Waits for a redirect while `visits` are made with the state of the request. Returns what came of both.
  private func wait(
    _ host: OAuthService.LoopbackHost = .address, path: String = "/", check: AuthorizationServer.IssuerCheck = .ifPresent,
    seconds: Double = 10, _ visits: @escaping @Sendable (String, String) throws -> [String]
  ) throws -> (code: Result<Secret, OAuthFailure>, responses: [String]) {
    let redirect = try LoopbackRedirect.start(host, path: path, pages: Self.pages)
    defer { redirect.stop() }
    let client = try TokenServer.client(check: check)
    let request = try AuthorizationTests.request(client, redirect: redirect.address)
    let state = try #require(try AuthorizationTests.query(request.address).text("state"))
    let address = redirect.address
    let worker = try Worker.start {
      // The wait has to begin first.
      Wait.pause(seconds: 0.2)
      return Result { try visits(address, state) }
    }
    let code: Result<Secret, OAuthFailure>
    do throws(OAuthFailure) {
      code = .success(try redirect.code(for: request, until: .after(seconds: seconds), or: client.http.network.interrupt))
    } catch {
      code = .failure(error)
    }
    let calm = try #require(Interrupt())
    return (code, try worker.wait(until: .after(seconds: 10), or: calm).get())
  }

  @Test("the right redirect is taken, after everything else was ignored")
  func redirect() throws {
    let (code, responses) = try wait { address, state in
      try [
        Self.browse(address, "/favicon.ico"), Self.browse(address, "/?code=x&state=wrong"), Self.browse(address, "/?code=x"),
        Self.browse(address, "/?error=access_denied&state=wrong"), Self.browse(address, "/other?code=x&state=\(state)"),
        Self.browse(address, "/?code=x&state=\(state)", method: "POST"),
        Self.browse(address, "/?code=x&state=\(state)", host: "evil.example"), Self.browse(address, "/?code=x&code=y&state=\(state)"),
        Self.browse(address, "/?code=%zz&state=\(state)"), Self.browse(address, "/?code=good%2F1&state=\(state)"),
      ]
    }
    #expect(try code.get().text == "good/1")
    let statuses = responses.map { $0.dropFirst(9).prefix(3) }
    #expect(statuses == ["404", "400", "400", "400", "404", "405", "400", "400", "400", "200"])
    let last = try #require(responses.last)
    #expect(last.contains("<p lang=\"en\">Back &lt;now&gt;</p><p lang=\"zh-Hans\">回到终端</p>"))
    #expect(!last.contains("good") && !last.contains("<script"))
    for field in ["Cache-Control: no-store", "Referrer-Policy: no-referrer", "Content-Security-Policy: default-src 'none'"] {
      #expect(last.contains(field))
    }
  }

  @Test("of two redirects the second is refused")
  func twice() throws {
    let redirect = try LoopbackRedirect.start(.address, path: "/done", pages: Self.pages)
    defer { redirect.stop() }
    let client = try TokenServer.client()
    #expect(redirect.address.hasSuffix("/done"))
    let request = try AuthorizationTests.request(client, redirect: redirect.address)
    let state = try #require(try AuthorizationTests.query(request.address).text("state"))
    #expect(try Self.browse(redirect.address, "/done?code=early&state=\(state)").hasPrefix("HTTP/1.1 400"))
    let address = redirect.address
    let worker = try Worker.start {
      Wait.pause(seconds: 0.2)
      return try? Self.browse(address, "/done?code=one&state=\(state)")
    }
    let interrupt = client.http.network.interrupt
    #expect(try redirect.code(for: request, until: .after(seconds: 10), or: interrupt).text == "one")
    #expect(try Self.browse(redirect.address, "/done?code=two&state=\(state)").hasPrefix("HTTP/1.1 409"))
    _ = try worker.wait(until: .after(seconds: 5), or: interrupt)
  }

  @Test("both families for localhost")
  func localhost() throws {
    let (code, _) = try wait(.localhost) { address, state in
      #expect(address.hasPrefix("http://localhost:"))
      return [try Self.browse(address, "/?state=\(state)&code=a", host: "localhost:\(address.split(separator: ":")[2].dropLast())")]
    }
    #expect(try code.get().text == "a")
  }

  static let answerRows: [(String, AuthorizationServer.IssuerCheck, OAuthFailure)] = [
    ("error=access_denied", .ifPresent, .refused(OAuthError("access_denied", status: nil))),
    (
      "error=interaction_required&error_description=AADSTS50076%3A+x", .ifPresent,
      .refused(OAuthError("interaction_required", description: Visible("AADSTS50076: x"), status: nil))
    ),
    ("code=a&iss=https%3A%2F%2Fother.example.com", .ifPresent, .untrusted(.otherIssuer(Visible("https://other.example.com")))),
    ("code=a&iss=https%3A%2F%2Fother.example.com", .always, .untrusted(.otherIssuer(Visible("https://other.example.com")))),
    ("error=x&iss=https%3A%2F%2Fother.example.com", .always, .untrusted(.otherIssuer(Visible("https://other.example.com")))),
    ("code=a", .always, .untrusted(.otherIssuer(nil))), ("x=y", .ifPresent, .malformed(.missing(key: "code"))),
    ("code=", .ifPresent, .malformed(.unusableToken(key: "code"))),
  ]

  @Test("RFC 9207: another issuer, none, and the errors of a redirect", arguments: answerRows)
  func answers(_ answer: String, _ check: AuthorizationServer.IssuerCheck, _ failure: OAuthFailure) throws {
    let (code, responses) = try wait(check: check) { address, state in [try Self.browse(address, "/?\(answer)&state=\(state)")] }
    #expect(throws: failure) { try code.get() }
    #expect(responses.first?.hasPrefix("HTTP/1.1 200") == true)
  }

  @Test("the right issuer, and one that cannot be known")
  func issuers() throws {
    for (check, issuer) in [(AuthorizationServer.IssuerCheck.always, "https%3A%2F%2Fid.example.com"), (.never, "other")] {
      let (code, _) = try wait(check: check) { address, state in [try Self.browse(address, "/?code=a&iss=\(issuer)&state=\(state)")] }
      #expect(try code.get().text == "a")
    }
  }

  @Test("nobody comes")
  func nobody() throws {
    let (code, _) = try wait(seconds: 0.5) { _, _ in [] }
    #expect(throws: OAuthFailure.expired(.redirect)) { try code.get() }
  }

  @Test("a port that is taken")
  func taken() throws {
    let first = try LoopbackRedirect.start(.address, path: "/", pages: Self.pages)
    defer { first.stop() }
    let port = try #require(UInt16(first.address.split(separator: ":")[2].prefix(while: \.isNumber)))
    #expect(throws: OAuthFailure.system(SystemError(EADDRINUSE))) {
      try LoopbackRedirect.start(.address, path: "/", port: port, pages: Self.pages)
    }
  }

  @Test("an address that was pasted")
  func pasted() throws {
    let client = try TokenServer.client()
    let request = try AuthorizationTests.request(client)
    let state = try #require(try AuthorizationTests.query(request.address).text("state"))
    func code(_ text: String) throws -> String { try request.code(inPasted: TokenServer.secret(text)).text }
    #expect(try code("http://127.0.0.1:49152/?code=a%2Fb&state=\(state)") == "a/b")
    #expect(try code("  http://localhost:49152/?state=\(state)&code=a#_=_\n") == "a")
    #expect(try code("http://127.0.0.1:49152/?code=a&sta\n te=\(state)") == "a")
    #expect(try code("?code=a&state=\(state)") == "a")
    #expect(try code("code=a&state=\(state)") == "a")
    for other in [
      "http://127.0.0.1:49152/?code=a&state=other", "http://127.0.0.1:49153/?code=a&state=\(state)",
      "https://127.0.0.1:49152/?code=a&state=\(state)", "http://127.0.0.1:49152/x?code=a&state=\(state)",
      "http://evil.example/?code=a&state=\(state)", "http://127.0.0.1:49152/?code=a", "", "hello",
    ] {
      #expect(throws: OAuthFailure.untrusted(.otherSignIn), "\(other)") { try code(other) }
    }
    #expect(throws: OAuthFailure.refused(OAuthError("access_denied", status: nil))) { try code("?error=access_denied&state=\(state)") }
    #expect(throws: OAuthFailure.malformed(.wrongType(key: "redirect"))) { try code("?code=%") }
  }

  @Test("a code that a page of the provider showed")
  func shown() throws {
    let client = try TokenServer.client()
    let request = try AuthorizationTests.request(client, redirect: "https://id.example.com/verification_code")
    #expect(try request.code(shown: TokenServer.secret(" 1234567\n")).text == "1234567")
    #expect(throws: OAuthFailure.malformed(.unusableToken(key: "code"))) { try request.code(shown: TokenServer.secret("")) }
    // Where the browser comes back to this computer, a code alone proves nothing.
    let loopback = try AuthorizationTests.request(client)
    #expect(throws: OAuthFailure.untrusted(.otherSignIn)) { try loopback.code(shown: TokenServer.secret("1234567")) }
  }
}
