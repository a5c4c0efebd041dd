// Answers that are none: a named failure, nothing is stored, nothing is lost, and the old token is still there.

import Foundation
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite("an authorization server that answers wrongly", .waiting) struct BadAnswerTests {
  /// A wrong answer.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let answer: Answer
    let status: Int32
    /// A part of what the user is told.
    let said: String

    init(_ name: String, _ answer: Answer, _ status: Int32, _ said: String) {
      (self.name, self.answer, self.status, self.said) = (name, answer, status, said)
    }

    var testDescription: String { name }
  }

  /// Wrong answers to every kind of request. The codes are those of sysexits.h: protocol, temporary.
  static let rows = [
    Row("redirect", Answer(302, "", "Location: https://evil.example/token\r\n"), 76, "localhost named another address (HTTP 302)"),
    Row("redirect to itself", Answer(307, "", "Location: /token\r\n"), 76, "does not follow it"),
    Row("HTML", Answer(200, "<!DOCTYPE html><p>Sign in to the network", html), 76, "localhost sent a web page instead of data"),
    Row("not JSON", Answer(200, "access_token=a&token_type=bearer"), 76, "not valid JSON"),
    Row("two values of one key", Answer(200, #"{"access_token":"a","access_token":"b","token_type":"Bearer"}"#), 76, "not valid JSON"),
    Row("JSON of something else", Answer(200, #"{"hello":"world"}"#), 76, "The reply of localhost lacks "),
    Row("nothing", Answer(200, ""), 76, "localhost sent an empty reply"),
    Row("an error that nobody knows", .error("new_word"), 77, "The server replied: new_word"),
    Row("another protocol", Answer(raw: "* OK IMAP ready\r\n"), 76, "did not send a valid HTTP response"),
    Row("too long", Answer(raw: "HTTP/1.1 200 OK\r\nContent-Length: 300000000\r\n\r\n"), 76, "more than a sign-in needs"),
  ]

  /// Wrong answers after which a device grant asks again.
  static let passingRows = [
    Row("429", Answer(429, "", "Retry-After: 120\r\n"), 75, "localhost is not available now (HTTP 429). Try again in 120 s."),
    Row("500", Answer(500, "<h1>Internal Server Error", html), 75, "localhost is not available now (HTTP 500)"),
    Row("503", Answer(503, ""), 75, "localhost is not available now (HTTP 503)"),
    Row("a reset", .reset, 76, "closed the connection"),
  ]
  private static let html = "Content-Type: text/html\r\n"

  private let server: StrictServer
  private let bench: StrictBench

  init() throws {
    server = try StrictServer()
    bench = try StrictBench(server)
  }

  private func expect(_ result: ProcessResult, _ row: Row, _ place: String) {
    #expect(result.end == .exited(row.status), "\(row) \(place): \(result.complaint)")
    let told = result.text + result.complaint
    #expect(told.contains(row.said), "\(row) \(place): \(told)")
    // The port of this server, and not that of others. No password is involved.
    #expect(!told.contains(":443") && !told.contains("password"), "\(row) \(place): \(told)")
  }

  @Test("to a refresh") func refresh() throws {
    try bench.signIn("file")
    for row in Self.rows + Self.passingRows {
      try bench.expire(bench.file)
      let before = try #require(ProcessFolder.read(bench.file))
      for arguments in [["secret", "work"], ["check", "work"]] {
        server.answer("/token", with: [row.answer])
        let result = try bench.run(arguments)
        expect(result, row, arguments[0])
        #expect(ProcessFolder.read(bench.file) == before && bench.entries(StrictBench.filed) == [StrictBench.address], "\(row)")
        if arguments[0] == "secret" { #expect(result.output.isEmpty) }
      }
      #expect(bench.isGood(try bench.run(["secret", "work"])), "\(row)")
    }
  }

  private static let paths = ["/.well-known/oauth-authorization-server", "/device_authorization", "/token"]

  @Test("to a new sign-in, whose old one stays", arguments: paths) func login(_ path: String) throws {
    try bench.signIn("file")
    let before = (try #require(ProcessFolder.read(bench.file)), try #require(bench.home.octets))
    for row in Self.rows + (path == "/token" ? [] : Self.passingRows) {
      server.answer(path, with: [row.answer])
      expect(try bench.run(["login", "work"]), row, path)
      #expect(ProcessFolder.read(bench.file) == before.0 && bench.home.octets == before.1, "\(row)")
    }
    #expect(bench.isGood(try bench.run(["secret", "work"])))
  }

  @Test("to a first sign-in, of which nothing stays", arguments: paths) func first(_ path: String) throws {
    for row in Self.rows + (path == "/token" ? [] : Self.passingRows) {
      server.answer(path, with: [row.answer])
      expect(try bench.run(bench.signingIn("file")), row, path)
      #expect(try bench.hasNothing, "\(row)")
    }
    try bench.signIn("file")
    #expect(bench.isGood(try bench.run(["secret", "work"])))
  }

  @Test("a device grant outlasts what passes") func passing() throws {
    for row in Self.passingRows {
      server.answer("/token", with: [row.answer])
      let result = try bench.run(bench.signingIn("file"))
      #expect(result.end == .exited(0), "\(row): \(result.complaint)")
    }
  }

  @Test("another issuer, and addresses that do not belong to it") func foreign() throws {
    let issuer = server.issuer
    func metadata(_ named: String, _ token: String) -> Answer {
      Answer(200, #"{"issuer":"\#(named)","token_endpoint":"\#(token)","device_authorization_endpoint":"\#(issuer)/device_authorization"}"#)
    }
    func device(_ address: String) -> Answer {
      Answer(200, #"{"device_code":"d","user_code":"ABCD-EFGH","verification_uri":"\#(address)","expires_in":600,"interval":1}"#)
    }
    let rows: [(String, Answer, String)] = [
      (Self.paths[0], metadata("https://other.example", "\(issuer)/token"), "from another server than localhost"),
      (Self.paths[0], metadata(issuer + "/", "\(issuer)/token"), "from another server than localhost"),
      (Self.paths[0], metadata(issuer, "https://evil.example/token"), "does not belong to it: https://evil.example/token"),
      (Self.paths[0], metadata(issuer, "http://localhost/token"), "cannot be trusted: http://localhost/token"),
      (Self.paths[1], device("https://evil.example/device"), "does not belong to it: https://evil.example/device"),
      (Self.paths[1], device("https://localhost.evil.example/"), "does not belong to it: https://localhost.evil.example/"),
      (Self.paths[1], device("http://localhost/device"), "cannot be trusted: http://localhost/device"),
      (Self.paths[1], device("https://localhost@evil.example/"), "cannot be trusted: https://localhost@evil.example/"),
    ]
    for (path, answer, said) in rows {
      server.answer(path, with: [answer])
      let result = try bench.run(bench.signingIn("file"))
      #expect(result.end == .exited(76) && result.complaint.contains(said), "\(said): \(result.complaint)")
      #expect(!result.complaint.contains("ABCD-EFGH"), "\(result.complaint)")
      #expect(try bench.hasNothing)
    }
    #expect(server.refreshes == 0 && !server.requests.contains { $0.path == "/token" })
  }

  @Test("a code that nobody enters in time, one that is declined") func device() throws {
    let short = #"{"device_code":"d","user_code":"ABCD-EFGH","verification_uri":"\#(server.issuer)/device","expires_in":2,"interval":1}"#
    server.answer("/device_authorization", with: [Answer(200, short)])
    server.answer("/token", with: Array(repeating: .error("authorization_pending"), count: 10))
    let late = try bench.run(bench.signingIn("file"))
    #expect(late.end == .exited(75) && late.complaint.contains("The code was not entered in time."), "\(late.complaint)")
    server.answer("/token", with: [.error("access_denied")])
    let declined = try bench.run(bench.signingIn("file"))
    #expect(declined.end == .exited(77) && declined.complaint.contains("localhost rejected the sign-in."), "\(declined.complaint)")
    #expect(try bench.hasNothing)
  }

  @Test("the address of another sign-in, and one that names an error", arguments: ["code=a&state=other", "error=access_denied&state="])
  func pasted(_ answer: String) throws {
    let session = try bench.terminal(bench.arguments("paste", ["--client-id", "app", "--save", "work", "--store", "file"]))
    try session.wait(for: "Paste the address here")
    let page = try #require(session.text.firstMatch(of: /https:\/\/localhost:\d+\/authorization\S+/)).0
    let query = try AuthorizationTests.query(String(page))
    let state = answer.hasSuffix("state=") ? try #require(query.text("state")) : ""
    try session.enter("\(try #require(query.text("redirect_uri")))?\(answer)\(state)")
    let end = try session.finish().end
    #expect(end == .exited(state.isEmpty ? 76 : 77), "\(session.text)")
    #expect(session.text.contains(state.isEmpty ? "does not belong to this sign-in" : "rejected the sign-in"), "\(session.text)")
    #expect(try bench.hasNothing)
    #expect(!server.requests.contains { $0.path == "/token" })
  }

  @Test("redirects of others are ignored, the right one counts once, and Ctrl-C ends the wait", arguments: [true, false])
  func browser(_ comes: Bool) throws {
    let session = try bench.terminal(bench.arguments("browser", ["--client-id", "app", "--save", "work", "--store", "file"]))
    try session.wait(for: "Waiting for the browser")
    let page = try #require(session.text.firstMatch(of: /https:\/\/localhost:\d+\/authorization\S+/)).0
    let query = try AuthorizationTests.query(String(page))
    let (address, state) = (try #require(query.text("redirect_uri")), try #require(query.text("state")))
    for target in ["/?code=x&state=other", "/?error=access_denied&state=other", "/?code=x", "/other?code=x&state=\(state)"] {
      #expect(try RedirectTests.browse(address, target).hasPrefix("HTTP/1.1 40"), "\(target)")
    }
    if comes {
      #expect(try RedirectTests.browse(address, "/?code=right&state=\(state)").hasPrefix("HTTP/1.1 200"))
      // The port may be closed already.
      if let second = try? RedirectTests.browse(address, "/?code=second&state=\(state)") { #expect(!second.hasPrefix("HTTP/1.1 200")) }
      #expect(try session.finish().end == .exited(0), "\(session.text)")
      #expect(server.requests.compactMap { $0.form.text("code") } == ["right"])
    } else {
      session.signal(SIGINT)
      #expect(try session.finish().end == .signalled(SIGINT), "\(session.text)")
      #expect(try bench.hasNothing)
      #expect(!server.requests.contains { $0.path == "/token" })
    }
  }

  @Test("a refresh with too few scopes: named, and the new refresh token is kept") func scopes() throws {
    try bench.signIn("file")
    try bench.expire(bench.file)
    let answer = #"{"token_type":"Bearer","access_token":"a","refresh_token":"\#(server.canary.text)-r1","scope":"profile"}"#
    server.answer("/token", with: [Answer(200, answer)])
    let result = try bench.run(["secret", "work"])
    #expect(result.end == .exited(77) && result.output.isEmpty && result.complaint.contains("permission for mail"), "\(result.complaint)")
    // It was not printed, and is not printed later.
    #expect(bench.isGood(try bench.run(["secret", "work"])))
  }
}
