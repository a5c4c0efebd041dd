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
    let ascii = Secret(copying: "Canary\"7\\qx".utf8)
    func lines(_ password: Secret, literalPlus: Bool = false) -> [Outgoing] {
      IMAPCommand.login(username: Canary.username, password: password, literalPlus: literalPlus).map { part in
        switch part {
        case .ready(let line), .awaitingContinuation(let line): line
        }
      }
    }
    return [
      ("AUTHENTICATE with initial response", [IMAPCommand.authenticate(.plain, Canary.plain.initialResponse)]),
      (
        "AUTHENTICATE, answer to the challenge",
        [IMAPCommand.authenticate(.plain, nil)] + [Canary.plain.initialResponse?.response].compactMap { $0 }
      ),
      ("LOGIN quoted", lines(ascii)),
      ("LOGIN with literals", lines(Canary.secret)),
      ("LOGIN with non-synchronising literals", lines(Canary.secret, literalPlus: true)),
      ("AUTH PLAIN", [SMTPCommand.auth(.plain, Canary.plain.initialResponse)].compactMap { $0 }),
      ("AUTH LOGIN", responses(LOGIN(username: Canary.username, password: Canary.secret), 2)),
    ]
  }()

  /// Returns the responses of `mechanism` to `count` challenges.
  private static func responses(_ mechanism: some SASLMechanism, _ count: Int) -> [Outgoing] {
    var mechanism = mechanism
    return (0..<count).compactMap { _ in try? mechanism.respond(to: SASLChallenge([])).response }
  }

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
    #expect(IMAPCommand.authenticate(.plain, Canary.plain.initialResponse).trace == "AUTHENTICATE PLAIN <initial-response>")
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
