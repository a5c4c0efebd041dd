// The commands of IMAP and SMTP, octet by octet.

import Testing
import Vocabulary
import Wire

@Suite("Commands") struct CommandTests {
  @Test(
    "IMAP commands are exactly these (imap-nothing-but-login)",
    arguments: [
      (IMAPCommand.capability, "CAPABILITY"), (IMAPCommand.startTLS, "STARTTLS"), (IMAPCommand.listFolders, "LIST \"\" \"%\""),
      (IMAPCommand.examineInbox, "EXAMINE INBOX"), (IMAPCommand.logout, "LOGOUT"),
      (IMAPCommand.authenticate(.plain, nil), "AUTHENTICATE PLAIN"),
      (IMAPCommand.id(version: "1.0"), "ID (\"name\" \"setup\" \"version\" \"1.0\" \"vendor\" \"setup\")"),
    ])
  func imap(_ command: Outgoing, _ octets: String) { #expect(Self.wire([command]) == octets + "\r\n") }

  @Test(
    "a version with quotation marks or line breaks cannot leave its quoted string (imap-id-injection, imap-id-advertised)",
    arguments: [("1.0\r\nA9 LOGIN a b", "1.0A9 LOGIN a b"), ("1\" \"os\" \"x", "1 os x"), ("1\\", "1"), ("1\u{0}é", "1"), ("", "")])
  func version(_ version: String, _ kept: String) {
    #expect(Self.wire([IMAPCommand.id(version: version)]) == "ID (\"name\" \"setup\" \"version\" \"\(kept)\" \"vendor\" \"setup\")\r\n")
  }

  @Test(
    "SMTP commands are exactly these; EHLO names no machine (smtp-ehlo-name)",
    arguments: [
      (SMTPCommand.ehlo, "EHLO [127.0.0.1]"), (SMTPCommand.startTLS, "STARTTLS"),
      (SMTPCommand.rset, "RSET"),
      (SMTPCommand.quit, "QUIT"), (SMTPCommand.cancel, "*"),
    ])
  func smtp(_ command: Outgoing, _ octets: String) { #expect(Self.wire([command]) == octets + "\r\n") }

  @Test("MAIL FROM contains the address unchanged", arguments: ["you@example.org", "\"a b\"@example.org", "-x@example.org"])
  func mailFrom(_ address: String) throws {
    #expect(Self.wire([SMTPCommand.mailFrom(try MailAddress(address))]) == "MAIL FROM:<\(address)>\r\n")
  }

  @Test("a long response is sent after the challenge: the line stays within 512 octets (smtp-auth-line-limit)", arguments: 1...1_024)
  func authPlain(_ count: Int) {
    let mechanism = PLAIN(username: "u", password: Secret(copying: [UInt8](repeating: 0x61, count: count)))
    let command = SMTPCommand.auth(.plain, mechanism.initialResponse)
    #expect((command != nil) == (11 + Base64.encodedCount(count + 3) + 2 <= 512))
    #expect(command.map { $0.count + 2 <= 512 && $0.holdsSecret } ?? true)
    #expect(SMTPCommand.auth(.plain, nil).map { Self.wire([$0]) } == "AUTH PLAIN\r\n")
  }

  @Test(
    "LOGIN quotes what it can, and sends the rest as literals (imap-username-quotes, imap-password-non-ascii, imap-password-leading-trailing-space)",
    arguments: [
      ("you", "secret", false, [(true, "LOGIN \"you\" \"secret\"")]),
      ("a\"b\\@example.org", "x", false, [(false, "LOGIN {16}"), (true, "a\"b\\@example.org \"x\"")]),
      ("you", " a b\"\\{5} ", false, [(false, "LOGIN \"you\" {10}"), (true, " a b\"\\{5} ")]),
      ("you", " a b {5} ", false, [(true, "LOGIN \"you\" \" a b {5} \"")]),
      ("you", #"a\b"#, true, [(true, "LOGIN \"you\" {3+}"), (true, #"a\b"#)]),
      ("", "", false, [(true, "LOGIN \"\" \"\"")]),
      ("you", "pässwörd密码", false, [(false, "LOGIN \"you\" {16}"), (true, "pässwörd密码")]),
      ("you", "pässwörd密码", true, [(true, "LOGIN \"you\" {16+}"), (true, "pässwörd密码")]),
      ("ü", "ä", false, [(false, "LOGIN {2}"), (false, "ü {2}"), (true, "ä")]),
      ("ü", "ä", true, [(true, "LOGIN {2+}"), (true, "ü {2+}"), (true, "ä")]),
      ("ü", "x", false, [(false, "LOGIN {2}"), (true, "ü \"x\"")]),
      ("you", "tab\there", false, [(false, "LOGIN \"you\" {8}"), (true, "tab\there")]),
    ] as [(String, String, Bool, [(Bool, String)])])
  func login(_ username: String, _ password: String, _ literalPlus: Bool, _ expected: [(isReady: Bool, line: String)]) {
    let credentials = Credentials(username: username, password: Secret(copying: password.utf8))
    let parts = IMAPCommand.login(username: username, password: credentials.secret, literalPlus: literalPlus)
    #expect(parts.count == expected.count)
    for (part, wanted) in zip(parts, expected) {
      switch part {
      case .ready(let line):
        #expect(wanted.isReady)
        #expect(Self.wire([line]) == wanted.line + "\r\n")
      case .awaitingContinuation(let line):
        #expect(!wanted.isReady)
        #expect(Self.wire([line]) == wanted.line + "\r\n")
        // A literal is sent only after the server's request, so no secret is sent before.
        #expect(!line.holdsSecret || username != "you")
      }
    }
    #expect(IMAPCommand.fitsQuotedStrings(credentials) == (expected.count == 1))
  }

  private static func wire(_ lines: [Outgoing]) -> String { Outgoing.wire(lines).withOctets { $0.text } }
}
