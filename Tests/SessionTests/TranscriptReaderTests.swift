// The reader and player of transcripts: what they do not notice they cannot prove.

import Net
import Posix
import Session
import TestSupport
import Testing
import Vocabulary

@Suite struct TranscriptReaderTests {
  private static let good = """
    protocol: imap

    X: tls
    S: * OK [CAPABILITY IMAP4rev1] ready
    C: A1 LOGIN "you@example.org" <password>
    S: A1 NO no
    C: A2 LOGOUT
    = login refused, condition NO, secretSent true, mechanism LOGIN
    """

  @Test("the transcript that the tables below change passes") func unchanged() throws { try play(Self.good) }

  @Test(
    "deviations are noticed",
    arguments: [
      ("<password>", "<response>"), ("LOGIN \"you@example.org\"", "LOGIN you@example.org"), ("A1 LOGIN", "a1 LOGIN"),
      ("C: A2 LOGOUT\n", ""), ("C: A2 LOGOUT", "C: A2 LOGOUT\nC: A3 LOGOUT"), ("C: A2 LOGOUT", "C: A2 LOGOUT\nS: * BYE"),
      ("X: tls\n", ""), ("X: tls", "S: * OK ready\nX: tls"), ("S: A1 NO no", "X: silence"), ("S: A1 NO no", "X: fin"),
      ("C: A2 LOGOUT", "X: fin"), ("login refused", "inbox refused"), ("login refused", "login temporary"),
      ("= login refused", "= verified"), ("secretSent true", "secretSent false"), ("condition NO", "condition BAD"),
      ("mechanism LOGIN", "mechanism PLAIN"), ("condition NO", "responseCode ALERT"),
      ("C: A1", "C: A0 NOOP\nC+ A1"), ("* OK [", "* OK [" + "X ["),
    ])
  func noticed(_ part: String, _ replacement: String) throws {
    let text = Self.good.replacing(part, with: replacement)
    #expect(text != Self.good)
    for delivery in ScriptedConnection.Delivery.allCases {
      #expect(try !TranscriptRun(Transcript(name: "changed", text: text), delivery).discrepancies.isEmpty)
    }
  }

  @Test(
    "invalid transcripts are refused",
    arguments: [
      ("protocol: imap", "protocol: pop3"), ("protocol: imap\n", ""), ("protocol: imap", "protocol: imap\nprotocol: imap"),
      ("protocol: imap", "protocol: imap\nnonsense: 1"), ("protocol: imap", "protocol: imap\nquirks: none"),
      ("protocol: imap", "protocol: imap\nsecurity: none"), ("X: tls", "X: ssl"), ("S: A1 NO no", "S: A1 NO\\q"),
      ("S: A1 NO no", "S: A1 NO no "), ("S: A1 NO no", "A1 NO no"), ("= login", "= nowhere"), ("refused,", "rejected,"),
      (", secretSent true", ""), ("secretSent true", "secretSent"), ("= login", "= verified\n= login"), ("C: A1", "C+ A1"),
    ])
  func refused(_ part: String, _ replacement: String) {
    #expect(throws: TranscriptFault.self) { try Transcript(name: "changed", text: Self.good.replacing(part, with: replacement)) }
  }

  @Test(
    "placeholders are the exact octets",
    arguments: [
      (#"a"b\\c"#, #"A1 LOGIN <password>"#, #"A1 LOGIN "a\"b\\c""#),
      ("secret", "A1 AUTHENTICATE PLAIN <initial-response>", "A1 AUTHENTICATE PLAIN AHlvdUBleGFtcGxlLm9yZwBzZWNyZXQ="),
      ("secret", "<response>", "AHlvdUBleGFtcGxlLm9yZwBzZWNyZXQ="),
      ("secret", #"<username> \x41"#, #""you@example.org" A"#),
    ])
  func placeholders(_ secret: String, _ line: String, _ wire: String) throws {
    let text = "protocol: imap\nsecret: \(secret)\n\nC: \(line)\n= greeting timedOut, secretSent false"
    guard case .client(let lines) = try Transcript(name: "inline", text: text).events.first else { throw NoClientLine() }
    #expect(lines.map { String(decoding: $0.wire, as: UTF8.self) } == [wire])
    #expect(lines.map(\.trace) == [line.replacing(#"\x41"#, with: "A")])
  }

  @Test(
    "in SMTP they are base64, after a literal the octets themselves",
    arguments: [
      ("smtp", "C: <username>\nC: <password>", ["eW91QGV4YW1wbGUub3Jn", "c2VjcmV0"]),
      ("imap", "C: A1 LOGIN {15}\nC: <username> {6+}\nC+ <password>", ["A1 LOGIN {15}", "you@example.org {6+}", "secret"]),
    ])
  func contexts(_ mailProtocol: String, _ lines: String, _ wire: [String]) throws {
    let text = "protocol: \(mailProtocol)\nsecret: secret\n\n\(lines)\n= greeting timedOut, secretSent false"
    let written = try Transcript(name: "inline", text: text).events.flatMap { event -> [String] in
      if case .client(let lines) = event { lines.map { String(decoding: $0.wire, as: UTF8.self) } } else { [] }
    }
    #expect(written == wire)
  }

  @Test(
    "the secret is found in every form",
    arguments: [
      "tEst-cAnary-7391", "1937-yranAc-tsEt", "dEVzdC1jQW5hcnktNzM5MQ", "AHlvdUBleGFtcGxlLm9yZwB0RXN0LWNBbmFyeS03Mzkx",
      "xyz0RXN0LWNBbmFyeS03Mzkx", "xyRFc3QtY0FuYXJ5LTczOT", "744573742d63416e6172792d37333931", "744573742D63416E6172792D37333931",
      "%74%45%73%74%2D%63%41%6E%61%72%79%2D%37%33%39%31",
    ])
  func secretForms(_ text: String) {
    #expect(TestAccount.forms.found(in: "before \(text) after") != nil)
    #expect(TestAccount.forms.found(in: "before \(text.dropFirst(7).dropLast(3)) after") == nil)
  }

  @Test("the secret is noticed if it is written literally") func inClear() throws {
    let text = "protocol: smtp\nsecurity: starttls\n\nC: <password>\n= greeting timedOut, secretSent false"
    let connection = ScriptedConnection(try Transcript(name: "inline", text: text), .atOnce)
    try connection.write(Secret(copying: Array("dEVzdC1jQW5hcnktNzM5MQ==\r\n".utf8)), until: .now)
    connection.close()
    #expect(connection.discrepancies == ["the secret was written in clear, in base64"])
  }
}

private struct NoClientLine: Error {}
