// Tests of bracketed paste: its contents are text and nothing else.

import Terminal
import Testing

@Suite("Pasted keys") struct PasteTests {
  private func pasted(_ text: String) -> [Key] { decoded("\u{1b}[200~\(text)\u{1b}[201~") }
  private func typed(_ text: String) -> [Key] { text.unicodeScalars.map { $0 == "\n" ? .pastedLineEnd : .pasted($0) } }

  @Test(
    "ux-37, ux-113: line ends submit nothing; one at the end is dropped, one inside is reported",
    arguments: [
      ("abc", "abc"), ("abc\r", "abc"), ("abc\n", "abc"), ("abc\r\n", "abc"), ("abc\r\n\r\n", "abc"), ("a\rb", "a\nb"), ("a\nb", "a\nb"),
      ("a\r\nb", "a\nb"), ("a\r\nb\r\n", "a\nb"), ("\nabc", "\nabc"), ("a\n\nb", "a\nb"), ("", ""), ("\n", ""), ("a\tb", "a\tb"),
      ("a\u{a0}b\u{3000}c", "a\u{a0}b\u{3000}c"), ("密码", "密码"),
    ])
  func lineEnds(_ text: String, _ wanted: String) { #expect(pasted(text) == typed(wanted)) }

  @Test(
    "ux-37: nothing inside a paste is a key, whatever it looks like",
    arguments: [
      "\u{1b}[A", "\u{1b}OA", "\u{1b}OM", "\u{1b}[Z", "\u{1b}[3~", "\u{1b}[[A", "\u{1b}OP", "\u{7f}", "\u{8}", "\u{3}", "\u{4}", "\u{15}",
      "\u{1a}",
      "\u{1b}\u{1b}[A", "\u{0}", "\u{1b}[200~",
    ])
  func keys(_ sequence: String) { #expect(pasted("a\(sequence)b") == typed("ab"), "\(pasted("a\(sequence)b"))") }

  @Test("ux-37: after the paste keys are keys again, and Enter submits")
  func afterwards() {
    #expect(decoded("\u{1b}[200~a\n\u{1b}[201~\r") == [.pasted("a"), .enter])
    #expect(decoded("\u{1b}[200~a\u{1b}\u{1b}[201~\u{1b}[A") == [.pasted("a"), .up])
    #expect(
      decoded("\u{1b}[200~a\r\u{1b}[201~\u{1b}[200~\nb\u{1b}[201~\u{7f}") == [.pasted("a"), .pastedLineEnd, .pasted("b"), .backspace])
  }

  @Test("ux-37: a paste that arrives in pieces with pauses is the same paste", arguments: ["a\u{1b}[Ab\nc", "密码\r\n", "a\n"])
  func pauses(_ text: String) {
    let octets = Array("\u{1b}[200~\(text)\u{1b}[201~\r".utf8)
    let whole = decoded(octets)
    // A pause inside the marker that begins the paste breaks the marker. After the marker a pause must have no effect.
    for cut in 6...(octets.count - 1) {
      var decoder = KeyDecoder()
      var keys = octets[..<cut].flatMap { decoder.take($0) }
      keys += decoder.lapse()
      keys += octets[cut...].flatMap { decoder.take($0) }
      #expect(keys == whole, "\(cut)")
    }
  }
}
