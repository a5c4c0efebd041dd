// SMTP reply lines, enhanced status codes, and the extensions in a reply to EHLO.

import Testing
import Vocabulary
import Wire

@Suite("SMTP replies") struct SMTPReplyTests {
  @Test(
    "a line is code, separator, text (smtp-ehlo-no-text, smtp-greeting-multiline)",
    arguments: [
      ("250 ok", 250, "ok", true), ("250-mail", 250, "mail", false), ("250", 250, "", true), ("250 ", 250, "", true),
      ("250-", 250, "", false),
      ("220  two", 220, " two", true), ("334 VXNlcm5hbWU6", 334, "VXNlcm5hbWU6", true), ("599 x", 599, "x", true),
      ("200 x", 200, "x", true),
      ("250 mail\r250 AUTH PLAIN", 250, "mail\r250 AUTH PLAIN", true), ("535 \u{0}x", 535, "\u{0}x", true),
    ])
  func line(_ line: String, _ code: Int, _ text: String, _ isLast: Bool) throws {
    let parsed = try #require(SMTPReply.Line(Array(line.utf8)))
    #expect(parsed.code == code)
    #expect(parsed.text.text == text)
    #expect(parsed.isLast == isLast)
  }

  @Test(
    "nothing else is a reply",
    arguments: [
      "", "2", "25", "x50 ok", "25x ok", " 250 ok", "2500 ok", "250\tok", "250_ok", "250.ok", "150 ok", "650 ok", "050 ok", "-250 ok",
      "+OK POP3",
      "* OK IMAP4rev1", "２５０ ok", "HTTP/1.1 200 OK", "250=x", "250\u{0}",
    ])
  func noLine(_ line: String) { #expect(SMTPReply.Line(Array(line.utf8)) == nil) }

  @Test("the first digit is the severity", arguments: [(220, 2), (334, 3), (454, 4), (599, 5)])
  func severity(_ code: Int, _ severity: Int) { #expect(SMTPReply(code: code, lines: []).severity == severity) }

  @Test(
    "an enhanced code counts only if it agrees with the reply code and is well-formed (smtp-enhanced-mismatch)",
    arguments: [
      (535, "5.7.8 Authentication failed", EnhancedCode(5, 7, 8)), (535, "5.7.8", EnhancedCode(5, 7, 8)),
      (454, "4.7.0 x", EnhancedCode(4, 7, 0)),
      (235, "2.7.0 ok", EnhancedCode(2, 7, 0)), (550, "5.123.999 x", EnhancedCode(5, 123, 999)), (535, "5.07.008 x", EnhancedCode(5, 7, 8)),
      (535, "2.7.8 ok", nil), (535, "4.7.8 x", nil), (454, "5.7.8 x", nil), (535, "5.7.8.9 x", nil), (535, "5.1000.0 x", nil),
      (535, "5..8 x", nil),
      (535, "5.7 x", nil), (535, "5.7. x", nil), (535, ".7.8 x", nil), (535, "5.7.8x y", nil), (535, "x 5.7.8", nil),
      (535, " 5.7.8 x", nil),
      (535, "", nil), (535, "5.7.-8 x", nil), (535, "5.7.٨ x", nil), (535, "[5.7.8] x", nil), (535, "5.99999999999999999999.8 x", nil),
    ] as [(Int, String, EnhancedCode?)])
  func enhanced(_ code: Int, _ text: String, _ expected: EnhancedCode?) {
    let reply = SMTPReply(code: code, lines: [Array(text.utf8)]).serverReply
    #expect(reply.enhanced == expected)
    // The text stays complete, whether an enhanced code was read or not.
    #expect(reply.octets.text == text)
    #expect(reply.code == code)
    #expect(reply.condition == nil)
    #expect(reply.responseCode == nil)
  }

  @Test("lines are joined by a blank, and the enhanced code that all of them have is there once (smtp-auth-534-app-password)") func joined()
  {
    let lines = ["5.7.9 Application-specific password required. For more information, go to", "5.7.9  https://support.google.com/x"]
    let reply = SMTPReply(code: 534, lines: lines.map { Array($0.utf8) }).serverReply
    #expect(reply.octets.text == "5.7.9 Application-specific password required. For more information, go to https://support.google.com/x")
    #expect(reply.enhanced == EnhancedCode(5, 7, 9))
    #expect(SMTPReply(code: 534, lines: [Array("no".utf8), Array("5.7.9 x".utf8)]).serverReply.enhanced == nil)
    #expect(SMTPReply(code: 534, lines: []).serverReply.octets == [])
  }

  @Test(
    "EHLO keywords are whole words in any case, and the first line has none (smtp-ehlo-keywords-odd, smtp-ehlo-keyword-first-line)",
    arguments: [
      (["mail", "AUTH PLAIN LOGIN"], ["PLAIN", "LOGIN"]),
      (["mail", "auth=PLAIN LOGIN", "AUTH", "AUTH  PLAIN\tLOGIN ", "XAUTH CRAM-MD5", "Auth plain"], ["PLAIN", "LOGIN"]),
      (["AUTH PLAIN"], []), (["STARTTLS", "AUTH PLAIN"], ["PLAIN"]), (["mail"], []), ([], []), (["mail", "AUTH"], []),
      (["mail", "AUTH="], []),
      (["mail", "AUTHPLAIN", "AUTH-PLAIN LOGIN", "XAUTH PLAIN", "AUTH:PLAIN"], []), (["mail", "", " ", "\t"], []),
      (["mail", " AUTH PLAIN"], ["PLAIN"]), (["mail", "AUTH=LOGIN", "AUTH PLAIN LOGIN"], ["LOGIN", "PLAIN"]),
      (["mail", "AUTH XOAUTH2 oauthbearer"], ["XOAUTH2", "OAUTHBEARER"]),
    ] as [([String], [String])])
  func mechanisms(_ lines: [String], _ expected: [String]) {
    #expect(Self.extensions(lines).mechanisms == expected)
  }

  @Test(
    "a keyword is offered as a whole word or not at all (smtp-ehlo-keyword-first-line)",
    arguments: [
      (["mail", "STARTTLS"], "STARTTLS", true), (["mail", "starttls"], "STARTTLS", true), (["mail", "STARTTLS "], "STARTTLS", true),
      (["mail", "STARTTLS REQUIRED"], "STARTTLS", true), (["STARTTLS", "AUTH PLAIN"], "STARTTLS", false),
      (["mail", "XSTARTTLS"], "STARTTLS", false),
      (["mail", "STARTTLSX"], "STARTTLS", false), (["mail", "START-TLS"], "STARTTLS", false),
      (["mail", "HELP STARTTLS"], "STARTTLS", false),
      (["mail", "SIZE 52428800", "PIPELINING"], "PIPELINING", true), (["mail", "SIZE 52428800"], "SIZE", true), ([], "STARTTLS", false),
      // Found by the fuzzer: a combining mark joins the space before it into one character.
      (["mail", "AUTH \u{0612}PLAIN"], "AUTH", true), (["mail", "STARTTLS\u{0612}"], "STARTTLS", false),
    ] as [([String], String, Bool)])
  func offers(_ lines: [String], _ keyword: String, _ expected: Bool) { #expect(Self.extensions(lines).offers(keyword) == expected) }

  @Test("keywords are listed without stray blanks") func keywords() {
    #expect(
      Self.extensions(["mail", "auth=plain  LOGIN ", "AUTH=", "size\t10", "8bitmime"]).keywords == [
        "AUTH PLAIN LOGIN", "AUTH", "SIZE 10", "8BITMIME",
      ])
  }

  private static func extensions(_ lines: [String]) -> SMTPExtensions {
    SMTPExtensions(SMTPReply(code: 250, lines: lines.map { Array($0.utf8) }))
  }
}
