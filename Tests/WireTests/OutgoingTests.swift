// The octets that are sent, and the text in the trace instead of a secret.

import Testing
import Vocabulary
import Wire

@Suite("Outgoing lines") struct OutgoingTests {
  @Test("lines are sent with CRLF, together and in order") func wire() {
    let lines = [Outgoing("A1 NOOP"), Outgoing("A2 LOGIN ") + .secret(Secret(copying: "pw".utf8), name: "password"), Outgoing("")]
    #expect(Outgoing.wire(lines).withOctets { $0.text } == "A1 NOOP\r\nA2 LOGIN pw\r\n\r\n")
    #expect(Outgoing.wire([]).count == 0)
    #expect(lines.map(\.count) == [7, 11, 0])
    #expect(lines.map(\.holdsSecret) == [false, true, false])
  }

  /// Every command with a secret. The names say in which case the secret could leak.
  private static let secretLines: [(String, [Outgoing])] = {
    let response = SASL.plain(Canary.credentials)
    let ascii = Credentials(username: Canary.username, secret: Secret(copying: "Canary\"7\\qx".utf8))
    func lines(_ parts: [IMAPCommand.LoginPart]) -> [Outgoing] {
      parts.map { part in
        switch part {
        case .ready(let line), .awaitingContinuation(let line): line
        }
      }
    }
    return [
      ("AUTHENTICATE with initial response", [IMAPCommand.authenticatePlain(initialResponse: response)]),
      (
        "AUTHENTICATE, answer to the challenge", [IMAPCommand.authenticatePlain(initialResponse: nil), .secret(response, name: "response")]
      ),
      ("LOGIN quoted", lines(IMAPCommand.login(ascii, literalPlus: false))),
      ("LOGIN with literals", lines(IMAPCommand.login(Canary.credentials, literalPlus: false))),
      ("LOGIN with non-synchronising literals", lines(IMAPCommand.login(Canary.credentials, literalPlus: true))),
      ("AUTH PLAIN", [SMTPCommand.authPlain(response).command]),
      (
        "AUTH LOGIN",
        [
          SMTPCommand.authLogin, Outgoing(SASL.login(Canary.credentials).username),
          .secret(SASL.login(Canary.credentials).password, name: "password"),
        ]
      ),
    ]
  }()

  @Test("the trace contains the secret in no form (imap-trace-redaction-all-forms)", arguments: secretLines)
  func trace(_ situation: String, _ lines: [Outgoing]) {
    let trace = lines.map(\.trace).joined(separator: "\n")
    #expect(Canary.found(in: trace) == [])
    #expect(lines.map(\.holdsSecret).contains(true))
    #expect(trace.contains("<"))
    // Other ways of printing do not show the secret either.
    #expect(Canary.found(in: "\(lines)") == [])
    #expect(Canary.found(in: String(reflecting: lines)) == [])
    var dumped = ""
    dump(lines, to: &dumped)
    #expect(Canary.found(in: dumped) == [])
    // The control: the octets for the wire contain the secret.
    let wire = Outgoing.wire(lines).withOctets { $0.text }
    #expect(Canary.found(in: wire) != [])
  }

  @Test("the trace names what it omits") func names() {
    #expect(IMAPCommand.authenticatePlain(initialResponse: SASL.plain(Canary.credentials)).trace == "AUTHENTICATE PLAIN <initial-response>")
    #expect((Outgoing("x ") + .secret(Canary.secret, name: "password") + Outgoing(" y")).trace == "x <password> y")
  }

  @Test(
    "CR, LF and NUL cannot be in a line (imap-id-injection)",
    arguments: [("a", true), ("", true), ("ä\u{1b}", true), ("a\rb", false), ("a\nb", false), ("a\u{0}", false), ("\r\nA9 LOGIN", false)])
  func oneLine(_ text: String, _ expected: Bool) { #expect(Outgoing.isOneLine(text.utf8) == expected) }

  @Test("a command with a line break ends the program, not the line (imap-id-injection)") func injection() async {
    await #expect(processExitsWith: .failure) { _ = Outgoing("A1 NOOP\r\nA2 LOGIN a b") }
  }
}
