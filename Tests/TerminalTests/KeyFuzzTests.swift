// Tests of the key decoder with random octets, cut anywhere: it does not trap, and the keys do not depend on the cuts.

import Terminal
import TestSupport
import Testing
import Vocabulary

@Suite("Keys at random") struct KeyFuzzTests {
  /// Pieces that cause problems. Random octets are mostly noise.
  private static let pieces: [String] = [
    "\u{1b}", "\u{1b}[", "\u{1b}O", "\u{1b}[200~", "\u{1b}[201~", "\u{1b}[A", "\u{1b}[[", "~", ";", "1", "200", "\r", "\n", "\r\n", "\t",
    "\u{7f}",
    "\u{15}", "\u{17}", "\u{1}", "\u{5}", "\u{b}", "\u{4}", "a", " ", "é", "e\u{301}", "中", "한", "\u{1112}", "\u{1161}", "か\u{3099}", "🙂",
    "👨", "\u{200d}",
    "👩", "🏽", "🇨", "🇳", "\u{fe0f}", "\u{202e}", "\u{301}", "\u{1b}[D", "\u{1b}[C", "\u{1b}[H", "\u{1b}[3~",
  ]

  private static func stream(_ numbers: inout SeededNumbers) -> [UInt8] {
    var octets: [UInt8] = []
    for _ in 0..<Int.random(in: 1...40, using: &numbers) {
      if Int.random(in: 0..<4, using: &numbers) == 0 {
        octets.append(UInt8.random(in: .min ... .max, using: &numbers))
      } else if let piece = pieces.randomElement(using: &numbers) {
        // In half of the cases only a part of the piece.
        let count = Bool.random(using: &numbers) ? piece.utf8.count : Int.random(in: 0...piece.utf8.count, using: &numbers)
        octets += piece.utf8.prefix(count)
      }
    }
    return octets
  }

  @Test("ux-91: any stream of octets yields the same keys however it is divided, with or without pauses, and never traps", arguments: 0..<8)
  func streams(_ seed: Int) {
    var numbers = SeededNumbers(UInt64(seed))
    for _ in 0..<500 {
      let octets = Self.stream(&numbers)
      let whole = decoded(octets, lapses: false)
      // A copy of the decoder continues like the original, so all of its state is inside.
      let cut = Int.random(in: 0...octets.count, using: &numbers)
      var decoder = KeyDecoder()
      var keys = octets[..<cut].flatMap { decoder.take($0) }
      var copy = decoder
      _ = decoder.lapse()
      keys += octets[cut...].flatMap { copy.take($0) }
      #expect(keys == whole, "\(octets)")
      // Pauses change the keys. The decoder must not trap, and it must continue.
      var paused = KeyDecoder()
      for octet in octets {
        _ = paused.take(octet)
        if Int.random(in: 0..<5, using: &numbers) == 0 { _ = paused.lapse() }
        if !paused.isPending { continue }
      }
      _ = paused.lapse()
      #expect(!paused.isPending)

    }
  }

  @Test("ux-92, ux-114: whatever is typed into a line, the cursor is inside the visible part", arguments: 0..<6)
  func lines(_ seed: Int) {
    var numbers = SeededNumbers(UInt64(seed) + 100)
    for _ in 0..<200 {
      var editor = LineEditor(Bool.random(using: &numbers) ? "" : "名前 name 이름")
      for key in decoded(Self.stream(&numbers)) {
        _ = editor.apply(key)
        let columns = Int.random(in: 1...80, using: &numbers)
        let view = editor.view(columns: columns)
        #expect((0...editor.text.count).contains(editor.cursor))
        #expect(view.cursor >= 0 && view.cursor <= max(columns - 1, 1), "\(columns) \(editor.text.debugDescription)")
        #expect(Width.of(view.text) <= max(columns - 1, 1), "\(columns) \(editor.text.debugDescription)")
        #expect(editor.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      }
      #expect(editor.text.utf8.count <= 1_024)
    }
  }

  @Test("at the hidden prompt the counted characters are those of the secret, whatever is typed", arguments: 0..<4)
  func secrets(_ seed: Int) {
    var numbers = SeededNumbers(UInt64(seed) + 200)
    for _ in 0..<200 {
      let editor = SecretEditor()
      for key in decoded(Self.stream(&numbers)) { _ = editor.apply(key) }
      let octets = editor.secret.withOctets { Array($0) }
      #expect(editor.isEmpty == octets.isEmpty)
      #expect(editor.characters <= octets.count)
      #expect(!octets.contains(0x1b))
    }
  }
}
