// Text from outside after it was made safe: nothing that a terminal acts on, one line, limited length.

import Testing
import Vocabulary

@Suite("Visible text") struct VisibleTests {
  @Test(
    "escape sequences become the letters they are made of",
    arguments: [
      ("term-csi-in-reply", "\u{1b}[2Jx\u{1b}[31my\u{1b}cz\u{1b}7\u{1b}[?1049h", "[2Jx[31mycz7[?1049h"),
      ("term-osc52-clipboard with BEL", "\u{1b}]52;c;ZXZpbA==\u{7}", "]52;c;ZXZpbA=="),
      ("term-osc52-clipboard with ST", "\u{1b}]52;c;ZXZpbA==\u{1b}\\", "]52;c;ZXZpbA==\\"),
      ("term-osc52-clipboard with C1", "\u{9d}52;c;ZXZpbA==\u{9c}", "52;c;ZXZpbA=="),
      ("term-osc8-hyperlink", "\u{1b}]8;;https://evil.example\u{1b}\\Google\u{1b}]8;;\u{1b}\\", "]8;;https://evil.example\\Google]8;;\\"),
      ("term-title-and-reports", "\u{1b}]0;title\u{7}\u{1b}[21t\u{1b}[c\u{1b}[6n\u{5}\u{1b}P$q\u{1b}\\", "]0;title[21t[c[6nP$q\\"),
      ("term-c1-controls", "a\u{9b}31mb\u{90}c", "a31mbc"),
      ("term-carriage-return-spoof", "NO failed\r\u{1b}[KIMAP  passed\r\n", "NO failed [KIMAP passed"),
      ("term-carriage-return-spoof with backspaces", "no\u{8}\u{8}ok\u{b}\u{c}!", "nook!"),
      ("smtp-nul-and-escapes", "\u{0}\u{1b}[2J\u{1b}]52;c;ZXZpbA==\u{7}\u{9b}31m", "[2J]52;c;ZXZpbA==31m"),
      ("imap-greeting-nul", "re\u{0}ady", "ready"),
    ])
  func escapes(_ situation: String, _ text: String, _ expected: String) {
    #expect(Visible(text).text == expected)
    #expect(Visible(Array(text.utf8)).text == expected)
  }

  @Test(
    "every control character is removed, blanks and line ends become one blank (term-c1-controls)",
    arguments: [0...0x1f, 0x7f...0x9f] as [ClosedRange<UInt32>])
  func controls(_ range: ClosedRange<UInt32>) throws {
    for value in range {
      let scalar = try #require(Unicode.Scalar(value))
      let isBlank = "\t\r\n".unicodeScalars.contains(scalar)
      #expect(Visible("a\(scalar)b").text == (isBlank ? "a b" : "ab"), "U+\(String(value, radix: 16))")
    }
  }

  @Test("a raw C1 octet is not a control character either (term-c1-controls)", arguments: UInt8(0x80)...0x9f)
  func rawControls(_ octet: UInt8) { #expect(Visible([0x61, octet, 0x62]).text == "a\u{fffd}b") }

  @Test(
    "invisible and unassigned characters are removed (term-bidi-and-invisible)",
    arguments: [
      0xad, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066,
      0x2067, 0x2068, 0x2069, 0xfeff, 0xfff9, 0xe000, 0xf8ff, 0x378, 0xfffe, 0xffff, 0x1d173, 0xe0001, 0xe0041, 0xe007f, 0xf0000, 0x10ffff,
    ] as [UInt32])
  func invisible(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(Visible("a\(scalar)b").text == "ab")
    #expect(!Visible.isHarmless("a\(scalar)b"))
  }

  @Test(
    "blanks fold into one and vanish at the ends",
    arguments: [
      ("  a  b \t c\r\n", "a b c"), ("\r\n\r\n", ""), ("", ""), ("\r\na\r\nb", "a b"), (" \u{1b} a", "a"), ("a \u{200b} b", "a b"),
    ])
  func blanks(_ text: String, _ expected: String) { #expect(Visible(text).text == expected) }

  @Test(
    "text in any language is unchanged", arguments: ["密码错误：请使用授权码", "Неверный пароль", "パスワード", "비밀번호", "é", "e\u{301}", "🙂", "a\u{a0}b"])
  func languages(_ text: String) {
    #expect(Visible(text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(Visible.isHarmless(text))
  }

  @Test("a character keeps at most eight combining marks (term-combining-flood)") func combiningFlood() {
    let flood = "a" + String(repeating: "\u{301}", count: 5_000) + "b\u{302}"
    #expect(Visible(flood).text.unicodeScalars.elementsEqual(("a" + String(repeating: "\u{301}", count: 8) + "b\u{302}").unicodeScalars))
    #expect(Visible(String(repeating: "\u{301}", count: 5_000)).text.unicodeScalars.count == 8)
  }

  @Test("joined emoji are separated and limited (term-combining-flood)") func joinedEmoji() {
    #expect(Visible("👩\u{200d}👩\u{200d}👧").text.unicodeScalars.elementsEqual("👩👩👧".unicodeScalars))
    #expect(Visible(String(repeating: "👩\u{200d}", count: 500)).text.unicodeScalars.count == 201)
  }

  @Test("200 characters stay, more are cut with an ellipsis (term-very-long-text)", arguments: [199, 200, 201, 8_192])
  func length(_ count: Int) {
    let text = String(repeating: "x", count: count)
    #expect(Visible(text).text == (count <= 200 ? text : String(repeating: "x", count: 200) + "…"))
  }

  @Test("another limit counts the same way", arguments: [79, 80, 81])
  func ownLimit(_ count: Int) {
    let text = String(repeating: "密", count: count)
    #expect(Visible(text, limit: 80).text == (count <= 80 ? text : String(repeating: "密", count: 80) + "…"))
  }

  @Test("marks of the last character that fits stay with it") func marksAtTheEnd() {
    let text = String(repeating: "x", count: 200) + "\u{301}"
    #expect(Visible(text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test("megabytes are cut off") func enormous() {
    #expect(Visible(String(repeating: "\u{1b}[2Jx", count: 300_000)).text.utf8.count < 1_000)
  }

  @Test("visible text is unchanged by a second filter, and harmless", arguments: UInt64(1)...200)
  func randomOctets(_ seed: UInt64) {
    var octets: [UInt8] = []
    var state = seed
    for _ in 0..<(Int(seed) * 7) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Half of the octets are ASCII, including controls, so that escape sequences and multi-octet sequences occur.
      octets.append(state >> 63 == 0 ? UInt8(state >> 40 & 0x7f) : UInt8(state >> 40 & 0xff))
    }
    for charset in [nil, Charset.gb18030, .windows1251] {
      let visible = Visible(octets, charset: charset)
      #expect(Visible.isHarmless(visible.text))
      #expect(!visible.text.unicodeScalars.contains { $0.value < 0x20 || (0x7f...0x9f).contains($0.value) })
      #expect(visible.text.unicodeScalars.count <= 201 * 9)
      #expect(Visible(visible.text) == visible)
    }
  }
}
