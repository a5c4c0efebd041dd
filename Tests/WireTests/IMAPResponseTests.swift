// Reading IMAP responses line by line, and refusing lines that are not responses.

import Testing
import Vocabulary
import Wire

@Suite("IMAP responses") struct IMAPResponseTests {
  @Test(
    "status responses, tagged and untagged, in any case (imap-greeting-lowercase, imap-greeting-no-text, imap-tag-case-or-prefix)",
    arguments: [
      ("* OK ready", nil, .ok, nil, "ready"), ("* ok Ready", nil, .ok, nil, "Ready"), ("* OK", nil, .ok, nil, ""),
      ("* OK ", nil, .ok, nil, ""),
      ("* BYE Too many connections from your IP", nil, .bye, nil, "Too many connections from your IP"),
      ("* NO server too busy", nil, .no, nil, "server too busy"),
      ("* BAD go away", nil, .bad, nil, "go away"), ("* PREAUTH [CAPABILITY IMAP4rev1] welcome", nil, .preauth, "CAPABILITY", "welcome"),
      ("A1 OK done", "A1", .ok, nil, "done"), ("a2 No", "a2", .no, nil, ""), ("A21 BAD x  y ", "A21", .bad, nil, "x  y "),
      ("A2 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "A2", .no, "AUTHENTICATIONFAILED", "Invalid credentials (Failure)"),
    ] as [(String, String?, IMAPStatus.Condition, String?, String)])
  func status(_ line: String, _ tag: String?, _ condition: IMAPStatus.Condition, _ code: String?, _ text: String) throws {
    let status: IMAPStatus
    switch IMAPResponse(Array(line.utf8)) {
    case .tagged(let found, let value):
      #expect(found == tag)
      status = value
    case .untagged(let value):
      #expect(tag == nil)
      status = value
    case let other: throw Unexpected(response: other)
    }
    #expect(status.condition == condition)
    #expect(status.code == code)
    #expect(status.text.text == text)
  }

  @Test(
    "continuations with and without text (imap-continuation-with-text, imap-continuation-not-base64)",
    arguments: [("+", ""), ("+ ", ""), ("+ go ahead", "go ahead"), ("+ %%%", "%%%"), ("+  x", " x"), ("+ VXNlc***", "VXNlc***")])
  func continuation(_ line: String, _ text: String) { #expect(IMAPResponse(Array(line.utf8)) == .continuation(Array(text.utf8))) }

  @Test(
    "capability lists, unusual ones too (imap-capability-duplicate-and-odd, imap-starttls-word-lookalikes, imap-starttls-lowercase)",
    arguments: [
      ("* CAPABILITY IMAP4rev1 AUTH=PLAIN", ["IMAP4REV1", "AUTH=PLAIN"]), ("* capability imap4rev1 starttls", ["IMAP4REV1", "STARTTLS"]),
      (
        "* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=plain AUTH= =X  AUTH=PLAIN ",
        ["IMAP4REV1", "AUTH=PLAIN", "AUTH=PLAIN", "AUTH=", "=X", "AUTH=PLAIN"]
      ),
      ("* CAPABILITY XSTARTTLS STARTTLSX START-TLS", ["XSTARTTLS", "STARTTLSX", "START-TLS"]), ("* CAPABILITY", []), ("* CAPABILITY ", []),
    ])
  func capability(_ line: String, _ names: [String]) { #expect(IMAPResponse(Array(line.utf8)) == .capability(names)) }

  @Test(
    "data is recognized and skipped",
    arguments: [
      ("* 1 EXISTS", "1"), ("* LIST () \"/\" INBOX", "LIST"), ("* list", "LIST"), ("* FLAGS (\\Seen)", "FLAGS"), ("* X", "X"),
      ("* OKAY then", "OKAY"), ("* BYEBYE", "BYEBYE"), ("* ID (\"name\" \"\u{1b}]52;c;\")", "ID"), ("* [OK]", "[OK]"),
    ])
  func data(_ line: String, _ word: String) { #expect(IMAPResponse(Array(line.utf8)) == .data(word)) }

  @Test(
    "other lines are not responses (imap-greeting-pop3, imap-greeting-smtp, imap-greeting-utf16, imap-greeting-empty-lines)",
    arguments: [
      "", " ", "*", "* ", "*  OK", "**", "*OK ready", "+OK POP3 ready", "-ERR", "++", "220 mail ESMTP", "hello there", "A1", "A1 ",
      "A1  OK",
      "A1 BYE gone", "A1 PREAUTH hi", "A1 DONE", "A1 OKAY", " A1 OK", "\tA1 OK", "A.1 OK", "A-1 OK", "\"A1\" OK", "A1\u{0} OK", "密 OK",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa OK", "HTTP/1.1 400 Bad Request", "SSH-2.0-OpenSSH_9", "*\u{0} \u{0}O\u{0}K\u{0}",
    ])
  func none(_ line: String) { #expect(IMAPResponse(Array(line.utf8)) == nil) }

  @Test("no octets make the parser trap", arguments: UInt64(1)...300) func randomOctets(_ seed: UInt64) {
    var state = seed
    let alphabet = Array("* +A1OKNBY[]{}\"\\ 09\r\n\u{0}(-~".utf8) + [0x80, 0xff]
    let line = (0..<(Int(seed) % 40)).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    _ = IMAPResponse.mayHoldLiteral(line)
    if let count = IMAPResponse.announcedLiteral(line) { #expect(count >= 0) }
    if case .tagged(let tag, _) = IMAPResponse(line) { #expect(!tag.isEmpty && line.starts(with: tag.utf8)) }
  }

  private struct Unexpected: Error { let response: IMAPResponse? }
}
