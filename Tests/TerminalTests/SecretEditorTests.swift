// Tests of the secret editor: its contents, the number of marks, the input it refuses.

import Terminal
import Testing
import Vocabulary

@Suite("The secret's editor") struct SecretEditorTests {
  private func edited(_ octets: [UInt8]) -> SecretEditor {
    let editor = SecretEditor()
    // Enter ends a character that is not complete. It is no part of the secret.
    for key in decoded(octets + [0x0d]) { _ = editor.apply(key) }
    return editor
  }

  private func octets(_ editor: SecretEditor) -> [UInt8] { editor.secret.withOctets { Array($0) } }

  @Test(
    "ux-41, ux-91: editing keys, and none of them gets into the secret",
    arguments: [
      ("abc", "abc"), ("abc\u{7f}", "ab"), ("abc\u{8}d", "abd"), ("wrong\u{15}abc", "abc"), ("ab wrong\u{17}c", "ab c"),
      ("ab  \u{17}c", "c"),
      ("a\u{1b}[Db\u{1b}OPc\u{1b}[3~d\u{1b}[24~", "abcd"), ("密码\u{7f}", "密"), ("é\u{7f}", ""), ("🙂x\u{7f}\u{7f}y", "y"),
      ("\u{7f}\u{17}\u{15}a", "a"),
      ("a b  c ", "a b  c "), ("a\u{a0}b\u{3000}", "a\u{a0}b\u{3000}"), ("a\u{1}\u{5}\u{2}b", "ab"), ("\u{1b}éa", "a"),
    ])
  func editing(_ keys: String, _ wanted: String) { #expect(octets(edited(Array(keys.utf8))) == Array(wanted.utf8)) }

  @Test("ux-42: octets that are not UTF-8 are part of it unchanged")
  func otherEncodings() {
    #expect(octets(edited([0xc3, 0xdc, 0xc2, 0xeb])) == [0xc3, 0xdc, 0xc2, 0xeb])
    #expect(octets(edited([0x61, 0xff, 0x7f])) == [0x61])
  }

  @Test("ux-36: one mark for each character", arguments: [("", 0), ("abc", 3), ("密码", 2), ("é", 1), ("🙂", 1)])
  func marks(_ text: String, _ count: Int) {
    let editor = edited(Array(text.utf8))
    #expect(editor.characters == count)
    #expect(editor.isEmpty == (count == 0))
  }

  @Test(
    "ux-37, ux-113: the line end after a paste is dropped; one inside is reported until the field is emptied",
    arguments: [
      ("abc\r\n", "abc", false), ("abc\n", "abc", false), ("\nabc", "abc", false), ("abc\r\ndef", "abcdef", true),
      ("abc\u{1b}[201~\u{15}\u{1b}[200~def", "def", false), ("a\nb\u{1b}[201~\u{15}c\u{1b}[200~", "c", false),
      ("a\nb\u{1b}[201~\u{7f}\u{7f}c\u{1b}[200~", "c", false), ("a\nb\u{1b}[201~\u{17}c\u{1b}[200~", "c", false),
    ])
  func pastes(_ text: String, _ wanted: String, _ hasInner: Bool) {
    let editor = edited(Array("\u{1b}[200~\(text)\u{1b}[201~".utf8))
    #expect(octets(editor) == Array(wanted.utf8))
    #expect(editor.hasInnerLineEnd == hasInner)
  }

  @Test("a secret above the limit is reported as too long, and its octets end at the limit")
  func limit() {
    let editor = SecretEditor()
    var taken = 0
    while editor.apply(.scalar("x")), taken < 10_000 { taken += 1 }
    #expect(taken > Secret.limit && taken < Secret.limit + 100)
    do {
      let result = editor.apply(.scalar("é"))
      #expect(result == false)
    }
    #expect(editor.secret.fault == .tooLong)
    do {
      let result = editor.apply(.control("u"))
      #expect(result)
    }
    #expect(editor.isEmpty)
    do {
      let result = editor.apply(.scalar("y"))
      #expect(result)
    }
    #expect(octets(editor) == [UInt8(ascii: "y")])
  }
}
