// The message that an address sends to itself, octet by octet.

import Testing
import Vocabulary
import Wire

@Suite("the test message")
struct TestMessageTests {
  private func message(_ address: String, _ subject: String, _ text: [String]) throws -> TestMessage {
    TestMessage(from: try MailAddress(address), words: (subject, text), seconds: 1_795_296_246, token: "0123456789abcdef")
  }

  @Test("has every field that a message needs, and none about this computer") func plain() throws {
    let made = try message("you@example.org", "A test", ["It may be deleted."])
    #expect(
      made.lines == [
        "From: you@example.org", "To: you@example.org", "Subject: A test", "Date: Sat, 21 Nov 2026 21:24:06 +0000",
        "Message-ID: <setup-test.0123456789abcdef@example.org>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=us-ascii",
        "Content-Transfer-Encoding: 7bit", "Auto-Submitted: auto-generated", "", "It may be deleted.",
      ])
    #expect(made.id == "setup-test.0123456789abcdef@example.org")
    #expect(made.data.map(\.trace) == made.lines + ["."])
    #expect(made.data.filter(\.holdsSecret).isEmpty)
  }

  @Test("other letters are encoded, and decode to the same text") func encoded() throws {
    let subject = String(repeating: "测试邮件，可以删除。", count: 5)
    let made = try message("you@example.org", subject, ["第一段", "第二段"])
    #expect(made.lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f } })
    let start = try #require(made.lines.firstIndex(of: "Subject:"))
    let words = made.lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
    #expect(words.count > 1)
    let decoded = words.map { word -> String in
      #expect(word.hasPrefix(" =?utf-8?B?") && word.hasSuffix("?="))
      return String(decoding: Base64.decode(word.dropFirst(" =?utf-8?B?".count).dropLast(2).utf8) ?? [], as: UTF8.self)
    }
    #expect(decoded.joined() == subject)
    let empty = try #require(made.lines.firstIndex(of: ""))
    #expect(Base64.decode(made.lines[(empty + 1)...].joined().utf8) == Array("第一段\r\n第二段\r\n".utf8))
    #expect(made.lines.contains("Content-Transfer-Encoding: base64"))
  }

  @Test("a dot at the beginning of a line is doubled, so that no line ends the message") func dots() throws {
    let made = try message("you@example.org", "A test", [".", "..", ".a", "a."])
    #expect(made.data.map(\.trace).suffix(5) == ["..", "...", "..a", "a.", "."])
    #expect(made.data.map(\.trace).count { $0 == "." } == 1)
  }

  @Test("lines are folded and wrapped at 78 octets") func long() throws {
    let long = String(repeating: "a", count: 60) + "@" + String(repeating: "b", count: 50) + ".example.org"
    let made = try message(long, "A test", [String(repeating: "word ", count: 60)])
    #expect(made.lines.prefix(4) == ["From:", " \(long)", "To:", " \(long)"])
    #expect(made.lines.allSatisfy { $0.utf8.count <= 78 || $0.contains("@") })
    #expect(made.lines.contains("Message-ID:"))
  }

  @Test("no two tokens are the same") func tokens() {
    let tokens = (0..<100).map { _ in TestMessage.token() }
    #expect(Set(tokens).count == 100)
    #expect(tokens.allSatisfy { $0.utf8.count == 32 && $0.utf8.allSatisfy { $0.isDigit || $0.isLetter } })
  }

  @Test(
    "the date is right in every month and leap year",
    arguments: [
      (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (68_169_600, "Tue, 29 Feb 1972 00:00:00 +0000"),
      (951_827_696, "Tue, 29 Feb 2000 12:34:56 +0000"),
      (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 +0000"), (1_740_787_200, "Sat, 1 Mar 2025 00:00:00 +0000"),
      (4_107_542_400, "Mon, 1 Mar 2100 00:00:00 +0000"), (-1, "Thu, 1 Jan 1970 00:00:00 +0000"),
    ])
  func dates(_ seconds: Int64, _ text: String) { #expect(MailDate.text(seconds) == text) }

  @Test(
    "a header's fields are found in any case, unfolded",
    arguments: [
      ("Message-ID: <a@b>\r\n\r\n", ["<a@b>"]), ("message-id:<a@b>\n", ["<a@b>"]), ("MESSAGE-ID :\r\n <a@b>\r\n", ["<a@b>"]),
      ("X: y\r\nMessage-ID: <a@b>\r\nMessage-Id: <c@d>\r\n", ["<a@b>", "<c@d>"]), ("X-Message-ID: <a@b>\r\n", []),
      ("Subject: x\r\n Message-ID: <a@b>\r\n", []), ("", []), ("\r\nMessage-ID: <a@b>\r\n", []), ("Message-ID\r\n", []),
      ("Message-ID: <a\r\n\tb>\r\n", ["<a b>"]), (" Message-ID: <a@b>", []),
    ])
  func fields(_ header: String, _ values: [String]) {
    #expect(HeaderField.values(of: "Message-ID", in: Array(header.utf8)).map(\.text) == values)
  }

  @Test("data responses", arguments: ["* SEARCH", "* search 1 2 4294967295", "* SEARCH 0", "* SEARCH 1 x", "* LIST () NIL a", "SEARCH 1"])
  func searches(_ line: String) {
    let found = IMAPData(line: Array(line.utf8), literals: []).found
    switch line {
    case "* SEARCH": #expect(found == [])
    case "* search 1 2 4294967295": #expect(found == [1, 2, .max])
    default: #expect(found == nil)
    }
  }

  @Test(
    "folders of LIST responses",
    arguments: [
      (#"* LIST (\HasNoChildren \Junk) "/" Spam"#, "Spam"), (#"* list () NIL "a \"b\\ c""#, #"a "b\ c"#), (#"* LIST () "." {3}"#, "abc"),
      (#"* LIST () "/" """#, nil), (#"* LIST () "/" "a"#, nil), ("* LIST", nil), ("* LIST ()", nil), (#"* LIST (\Junk "/" a"#, nil),
      (#"* LSUB () "/" a"#, nil), (#"* LIST () "/" "a\"#, nil),
    ])
  func folders(_ line: String, _ name: String?) {
    let folder = IMAPData(line: Array(line.utf8), literals: [Array("abc".utf8)]).folder
    #expect(folder?.name.text == name)
    if name == "Spam" { #expect(folder?.attributes == [#"\HASNOCHILDREN"#, #"\JUNK"#]) }
  }
}
