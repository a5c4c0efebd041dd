// Tests of the number of columns of text.

import Terminal
import Testing

@Suite("Width of text") struct WidthTests {
  @Test(
    "one column for letters, two for East Asian wide ones and emoji, none for marks",
    arguments: [
      ("a", 1), ("~", 1), (" ", 1), ("\u{0}", 0), ("\u{1b}", 0), ("\u{7f}", 0), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("\u{a0}", 1),
      ("Я", 1), ("א", 1),
      ("…", 1), ("—", 1), ("“", 1), ("→", 1), ("✓", 1), ("€", 1), ("\u{301}", 0), ("\u{200b}", 0), ("\u{200d}", 0), ("\u{feff}", 0),
      ("\u{202e}", 0),
      // Chinese, kana, Hangul, and their full-width punctuation. Half-width katakana is narrow.
      ("密", 2), ("㐀", 2), ("\u{20000}", 2), ("あ", 2), ("ア", 2), ("が", 2), ("か\u{3099}", 2), ("ｱ", 1), ("한", 2),
      ("\u{1112}\u{1161}\u{11ab}", 2),
      ("，", 2), ("。", 2), ("「", 2), ("（", 2), ("！", 2), ("：", 2), ("\u{3000}", 2), ("Ａ", 2), ("１", 2), ("￥", 2), ("￦", 2),
      // Emoji: alone, joined, with a skin tone, requested by a selector, keycaps, flags.
      ("🙂", 2), ("👨\u{200d}👩\u{200d}👧", 2), ("👍🏽", 2), ("❤", 1), ("❤\u{fe0f}", 2), ("☎\u{fe0e}", 1), ("1\u{fe0f}\u{20e3}", 2), ("🇨🇳", 2),
      ("⌚", 2),
      // Scripts whose letters combine.
      ("ก็", 1), ("नि", 1),
    ] as [(Character, Int)])
  func character(_ character: Character, _ columns: Int) {
    #expect(Width.of(character) == columns)
    #expect(Width.of(String(character)) == columns)
  }

  @Test(
    "a text is as wide as its characters",
    arguments: [("", 0), ("abc", 3), ("密码", 4), ("IMAP 密码！", 11), ("日本語かな", 10), ("e\u{301}e\u{301}", 2), ("a🙂b", 4), ("🇨🇳🇩🇪", 4)])
  func text(_ text: String, _ columns: Int) { #expect(Width.of(text) == columns) }

  @Test("every character has none, one or two columns", arguments: (0..<0x32).map { UInt32($0) * 0x1000 })
  func bounds(_ start: UInt32) {
    for value in start..<(start + 0x1000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect((0...2).contains(Width.of(Character(scalar))))
    }
  }

  @Test(
    "the whole of a wide block is wide",
    arguments: [0x4e00...0x9fff, 0xac00...0xd7a3, 0x3041...0x3096, 0x30a1...0x30fa, 0xff01...0xff60, 0x1f600...0x1f64f]
      as [ClosedRange<UInt32>])
  func blocks(_ block: ClosedRange<UInt32>) throws {
    for value in block { #expect(Width.of(Character(try #require(Unicode.Scalar(value)))) == 2, "U+\(String(value, radix: 16))") }
    // Printable ASCII is narrow.
    for value in UInt32(0x20)...0x7e { #expect(Width.of(Character(try #require(Unicode.Scalar(value)))) == 1) }
  }

  @Test(
    "fault-marks-and-domains-cut: what does not fit is shortened between words",
    arguments: [
      ("Gmail", 5, "Gmail"), ("Outlook.com / Hotmail / Live", 27, "Outlook.com / Hotmail..."),
      ("Outlook.com / Hotmail / Live", 18, "Outlook.com..."),
      ("AT&T Mail (powered by Yahoo)", 16, "AT&T Mail..."), ("cPanel shared hosting (Bluehost)", 27, "cPanel shared hosting..."),
      ("averylongword", 8, "avery..."), ("网易企业邮箱", 9, "网易企..."), ("阿里云企业邮箱（标准版）", 19, "阿里云企业邮箱..."), ("abc", 2, ""),
    ])
  func cutAtWord(_ text: String, _ columns: Int, _ wanted: String) {
    #expect(Width.cutAtWord(text, to: columns) == wanted)
    #expect(Width.of(wanted) <= columns)
  }
}
