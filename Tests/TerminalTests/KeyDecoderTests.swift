// Tests of the key decoder: every key in every encoding of terminals, and sequences that are not keys.

import Terminal
import Testing

/// Decodes octets. With `lapses`, a pause follows them.
func decoded(_ octets: some Sequence<UInt8>, lapses: Bool = true) -> [Key] {
  var decoder = KeyDecoder()
  let keys = octets.flatMap { decoder.take($0) }
  return lapses ? keys + decoder.lapse() : keys
}

func decoded(_ text: String) -> [Key] { decoded(Array(text.utf8)) }

@Suite("Keys") struct KeyDecoderTests {
  @Test(
    "ux-19, ux-46, ux-91: each key as xterm, the Linux console and rxvt send it",
    arguments: [
      ("\r", .enter), ("\n", .enter), ("\u{1b}OM", .enter), ("\t", .tab), ("\u{1b}[Z", .backTab), ("\u{1b}", .escape),
      ("\u{7f}", .backspace), ("\u{8}", .backspace), ("\u{1b}[3~", .delete),
      ("\u{1b}[A", .up), ("\u{1b}OA", .up), ("\u{1b}[B", .down), ("\u{1b}OB", .down), ("\u{1b}[C", .right), ("\u{1b}OC", .right),
      ("\u{1b}[D", .left), ("\u{1b}OD", .left),
      ("\u{1b}[H", .home), ("\u{1b}OH", .home), ("\u{1b}[1~", .home), ("\u{1b}[7~", .home), ("\u{1b}[F", .end), ("\u{1b}OF", .end),
      ("\u{1b}[4~", .end), ("\u{1b}[8~", .end), ("\u{1b}[5~", .pageUp), ("\u{1b}[6~", .pageDown),
      ("\u{1b}OP", .function(1)), ("\u{1b}[11~", .function(1)), ("\u{1b}[[A", .function(1)),
      ("\u{1b}[1;2A", .up), ("\u{1b}[1;5D", .left), ("\u{1b}[3;5~", .delete), ("\u{1b}[5;3~", .pageUp), ("\u{1b}[1;2H", .home),
    ] as [(String, Key)])
  func key(_ octets: String, _ key: Key) { #expect(decoded(octets) == [key]) }

  @Test("letters with Ctrl, except those that are keys themselves")
  func control() {
    for octet in UInt8(1)...26 where ![0x08, 0x09, 0x0a, 0x0d].contains(octet) {
      #expect(decoded([octet]) == [.control(Character(Unicode.Scalar(octet + 0x60)))])
    }
    #expect(decoded([0x00, 0x1c, 0x1d, 0x1e, 0x1f]) == [])
  }

  @Test(
    "ux-41: an unknown sequence is consumed completely and types nothing",
    arguments: [
      "\u{1b}[2~", "\u{1b}[15~", "\u{1b}[24;5~", "\u{1b}[[B", "\u{1b}[[E", "\u{1b}OQ", "\u{1b}OS", "\u{1b}Oa", "\u{1b}O2P", "\u{1b}O5A",
      "\u{1b}[a", "\u{1b}[7^",
      "\u{1b}[3@", "\u{1b}[I", "\u{1b}[O", "\u{1b}[M", "\u{1b}[?1;2c", "\u{1b}[>0;276;0c", "\u{1b}[24;80R", "\u{1b}[0n", "\u{1b}x",
      "\u{1b}\r",
      "\u{1b}\u{7f}", "\u{1b}é", "\u{1b}中", "\u{1b}🙂", "\u{1b}[" + String(repeating: "1;", count: 500) + "z",
    ])
  func unknown(_ octets: String) {
    let keys = decoded(octets + "a")
    // Shift or Ctrl with an arrow may count as the arrow, but never as a typed character.
    #expect(keys.filter { if case .scalar = $0 { true } else { false } } == [.scalar("a")], "\(keys)")
    #expect(!keys.contains(.enter) && !keys.contains(.escape))
    #expect(!keys.contains { if case .octet = $0 { true } else { false } })
  }

  @Test("an interrupted sequence is over, and what interrupted it counts")
  func broken() {
    #expect(decoded("\u{1b}[1\u{1b}[A") == [.up])
    #expect(decoded("\u{1b}[1\r") == [.enter])
    #expect(decoded("\u{1b}[1é") == [.scalar("é")])
    #expect(decoded("\u{1b}\u{1b}[A") == [.escape, .up])
    #expect(decoded("\u{1b}\u{1b}") == [.escape, .escape])
  }

  @Test("a pause ends an unfinished sequence: a lone ESC is the key, the beginning of a sequence is nothing")
  func lapse() {
    var decoder = KeyDecoder()
    do {
      let result = decoder.take(0x1b)
      #expect(result == [])
    }
    #expect(decoder.isPending)
    do {
      let result = decoder.lapse()
      #expect(result == [.escape])
    }
    #expect(!decoder.isPending)
    do {
      let result = decoder.lapse()
      #expect(result == [])
    }
    do {
      let result = decoder.take(UInt8(ascii: "["))
      #expect(result == [.scalar("[")])
    }
    for start in ["\u{1b}[", "\u{1b}O", "\u{1b}[1;5", "\u{1b}[["] {
      #expect(decoded(start) == [])
      #expect(continued(start, "a") == [.scalar("a")])
    }
  }

  @Test("a character whose octets arrive with pauses is waited for; any other octet ends it", arguments: ["é", "中", "🙂", "한"])
  func slowCharacter(_ text: String) {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for octet in text.utf8 {
      keys += decoder.take(octet)
      // A pause is no event inside a character.
      #expect(!decoder.isPending)
      keys += decoder.lapse()
    }
    #expect(keys == text.unicodeScalars.map { .scalar($0) })
    let first = Array(text.utf8.prefix(1))
    #expect(decoded(first) == [])
    #expect(continued(first, "\r") == [.octet(first[0]), .enter])
  }

  private func continued(_ start: String, _ rest: String) -> [Key] { continued(Array(start.utf8), rest) }

  private func continued(_ start: [UInt8], _ rest: String) -> [Key] {
    var decoder = KeyDecoder()
    var keys = start.flatMap { decoder.take($0) }
    keys += decoder.lapse()
    return keys + rest.utf8.flatMap { decoder.take($0) }
  }

  @Test(
    "ux-91, ux-114: characters of every length are put together from their octets",
    arguments: [
      "a", "é", "ü", "ß", "я", "中", "网易邮箱", "한국어", "かなカナ", "🙂", "👨\u{200d}👩\u{200d}👧", "e\u{301}", "\u{80}", "\u{7ff}", "\u{800}",
      "\u{ffff}", "\u{10ffff}",
    ])
  func characters(_ text: String) {
    let octets = Array(text.utf8)
    let wanted = text.unicodeScalars.map { Key.scalar($0) }
    #expect(alone(octets) == wanted)
    // Cut at any position, with a read of the state in between.
    for cut in 0...octets.count {
      var decoder = KeyDecoder()
      var keys = octets[..<cut].flatMap { decoder.take($0) }
      _ = decoder.isPending
      keys += octets[cut...].flatMap { decoder.take($0) }
      #expect(keys == wanted)
    }
  }

  private func alone(_ octets: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    return octets.flatMap { decoder.take($0) } + decoder.lapse()
  }

  @Test(
    "ux-91: octets that are not UTF-8 are passed on unchanged, and do not affect what follows",
    arguments: [
      [0x80], [0xbf], [0xc0], [0xc1], [0xf5], [0xfe], [0xff], [0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80],
      [0xf0, 0x80, 0x80, 0x80],
      [0xf4, 0x90, 0x80, 0x80], [0xc3], [0xe4, 0xb8], [0xf0, 0x9f, 0x99], [0xc4, 0xe3, 0xba, 0xc3],
    ] as [[UInt8]])
  func invalid(_ octets: [UInt8]) {
    let keys = alone(octets + [UInt8(ascii: "a")])
    #expect(keys == octets.map { .octet($0) } + [.scalar("a")])
  }
}
