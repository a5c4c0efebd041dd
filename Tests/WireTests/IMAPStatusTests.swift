// Response codes in brackets, and announcements of literals at the ends of lines.

import Testing
import Vocabulary
import Wire

@Suite("IMAP response codes and literals") struct IMAPStatusTests {
  @Test(
    "a code is read up to its own bracket, known or not (imap-unknown-response-code, imap-referral-login, imap-no-expired-contactadmin-limit)",
    arguments: [
      ("[ALERT] text", "ALERT", "", "text"), ("[alert] text", "ALERT", "", "text"), ("[ALERT]text", "ALERT", "", "text"),
      ("[ALERT]", "ALERT", "", ""),
      ("[ALERT]  two blanks", "ALERT", "", "two blanks"),
      ("[CAPABILITY IMAP4rev1 AUTH=PLAIN] ok", "CAPABILITY", "IMAP4rev1 AUTH=PLAIN", "ok"),
      ("[X-FOO (a (b \"c]d\")) {3+}] done", "X-FOO", "(a (b \"c]d\")) {3+}", "done"), ("[X \"a\\\"]b\"] t", "X", "\"a\\\"]b\"", "t"),
      ("[X \"a\\\\\"] t", "X", "\"a\\\\\"", "t"), ("[X a\\] t", "X", "a\\", "t"),
      ("[REFERRAL IMAP://;AUTH=*@attacker.example.org:243/] try", "REFERRAL", "IMAP://;AUTH=*@attacker.example.org:243/", "try"),
      ("[EXPIRED] x", "EXPIRED", "", "x"), ("[CONTACTADMIN] x", "CONTACTADMIN", "", "x"), ("[A] [B] x", "A", "", "[B] x"),
    ])
  func code(_ rest: String, _ code: String, _ arguments: String, _ text: String) throws {
    let status = try Self.status(rest)
    #expect(status.code == code)
    #expect(status.arguments.text == arguments)
    #expect(status.text.text == text)
  }

  @Test(
    "a code without a closing bracket, or without an opening one, is text",
    arguments: ["[ALERT text", "[", "text [ALERT] more", " [ALERT] x", "[X \"abc] text", "(ALERT) x", "]", "{3}", "{3+}"])
  func text(_ rest: String) throws {
    let status = try Self.status(rest)
    #expect(status.code == nil)
    #expect(status.arguments.isEmpty)
    #expect(status.text.text == rest)
  }

  @Test("the capabilities of a greeting are read from its code only") func capabilities() throws {
    #expect(try Self.status("[CAPABILITY IMAP4rev1 auth=plain] x").capabilities == ["IMAP4REV1", "AUTH=PLAIN"])
    #expect(try Self.status("[CAPABILITY] x").capabilities == [])
    #expect(try Self.status("[ALERT] CAPABILITY IMAP4rev1").capabilities == nil)
    #expect(try Self.status("CAPABILITY IMAP4rev1").capabilities == nil)
  }

  @Test(
    "the diagnosis receives condition, code and text",
    arguments: [
      ("NO [AUTHENTICATIONFAILED] Invalid", "NO", "AUTHENTICATIONFAILED", "[AUTHENTICATIONFAILED] Invalid"),
      ("NO [x-foo Bar baz] Invalid", "NO", "X-FOO", "[X-FOO Bar baz] Invalid"),
      ("BAD Request not ending with", "BAD", nil, "Request not ending with"),
      ("bye", "BYE", nil, ""),
    ] as [(String, String, String?, String)])
  func serverReply(_ line: String, _ condition: String, _ code: String?, _ text: String) throws {
    guard case .untagged(let status) = IMAPResponse(Array("* \(line)".utf8)) else { throw Unexpected() }
    #expect(status.serverReply == ServerReply(condition: condition, responseCode: code, octets: Array(text.utf8)))
  }

  @Test(
    "lengths are read at the end of a line, and only there (imap-literal-zero, imap-literal-negative-and-odd)",
    arguments: [
      ("* ID {0}", 0), ("* ID {3}", 3), ("* ID {3+}", 3), ("* ID {4096}", 4_096), ("{7}", 7), ("* LIST () \"/\" {12}", 12),
      ("* X {a {5}", 5),
      ("* ID {999999999}", 999_999_999),
      ("* ID {-1}", nil), ("* ID {+5}", nil), ("* ID {}", nil), ("* ID {+}", nil), ("* ID { 5}", nil), ("* ID {5 }", nil),
      ("* ID {05}", nil),
      ("* ID {00}", nil), ("* ID {0x10}", nil), ("* ID {5++}", nil), ("* ID ~{5}", nil), ("* ID {5} ", nil), ("* ID {5}x", nil),
      ("* ID 5}", nil),
      ("* ID {5", nil), ("}", nil), ("", nil), ("{", nil), ("* ID {٥}", nil), ("* ID {5.0}", nil), ("* ID {1_0}", nil),
    ] as [(String, Int?)])
  func announced(_ line: String, _ count: Int?) { #expect(IMAPResponse.announcedLiteral(Array(line.utf8)) == count) }

  @Test(
    "numbers beyond every limit count as one, without overflow (imap-literal-bomb-4g, imap-literal-bomb-u64)",
    arguments: [
      "1000000000", "4294967295", "9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999999",
    ])
  func bombs(_ digits: String) throws {
    let count = try #require(IMAPResponse.announcedLiteral(Array("* ID {\(digits)}".utf8)))
    var buffer = LineBuffer()
    #expect(throws: WireError.literalTooLong) { try buffer.octets(count) }
  }

  @Test(
    "only data ends in literals, never the text of a status (imap-literal-in-text)",
    arguments: [
      ("* ID {3}", true), ("* 1 FETCH (BODY[] {3}", true), ("* X {3}", true), ("* OK hello {3}", false), ("* no {3}", false),
      ("* BYE {3}", false),
      ("* PREAUTH {3}", false), ("A1 OK {3}", false), ("+ {3}", false), ("* CAPABILITY {3}", false), ("", false), ("hello {3}", false),
    ])
  func mayHold(_ line: String, _ expected: Bool) { #expect(IMAPResponse.mayHoldLiteral(Array(line.utf8)) == expected) }

  private struct Unexpected: Error {}

  private static func status(_ rest: String) throws -> IMAPStatus {
    guard case .tagged("A1", let status) = IMAPResponse(Array("A1 NO \(rest)".utf8)) else { throw Unexpected() }
    return status
  }
}
