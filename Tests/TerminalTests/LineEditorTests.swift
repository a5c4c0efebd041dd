// Tests of the line editor, in scripts with wide characters, joined characters and combining marks.

import Terminal
import Testing

@Suite("The line editor") struct LineEditorTests {
  /// Returns an editor after these keys, escape sequences included.
  private func edited(_ keys: String, from start: String = "") -> LineEditor {
    var editor = LineEditor(start)
    for key in decoded(keys) { _ = editor.apply(key) }
    return editor
  }

  @Test(
    "ux-19, ux-41, ux-91: editing keys",
    arguments: [
      ("abc\u{7f}", "ab", 2), ("abc\u{8}", "ab", 2), ("abc\u{1b}[D\u{1b}[D\u{7f}", "bc", 0), ("abc\u{1}\u{1b}[3~", "bc", 0),
      ("abc\u{1}x", "xabc", 1),
      ("abc\u{1b}[Hx\u{1b}[Fy", "xabcy", 5), ("abc\u{1}\u{6}x\u{5}y", "axbcy", 5), ("abc def\u{17}x", "abc x", 5), ("abc  \u{17}", "", 0),
      ("abc def\u{1b}[D\u{15}", "f", 0), ("abc def\u{1b}[D\u{1b}[D\u{b}", "abc d", 5), ("abc\u{1}\u{4}", "bc", 0),
      ("a\u{1b}[C\u{1b}[C", "a", 1),
      ("\u{7f}\u{1b}[3~\u{17}\u{15}\u{b}", "", 0), ("a\u{1b}[200~b\nc\td\u{1b}[201~", "ab c d", 6), ("a\u{202e}\u{200b}\u{feff}b", "ab", 2),
      ("a\u{1b}[5~\u{1b}OQ\u{1b}[24~b", "ab", 2),
    ])
  func editing(_ keys: String, _ text: String, _ cursor: Int) {
    let editor = edited(keys)
    #expect(editor.text == text)
    #expect(editor.cursor == cursor)
    #expect(editor.isEmpty == text.isEmpty)
  }

  private static let characters: [String] = [
    "网", "。", "한", "\u{1112}\u{1161}\u{11ab}", "か\u{3099}", "ｱ", "e\u{301}", "n\u{303}\u{323}", "🙂", "👍🏽", "❤\u{fe0f}", "🇨🇳",
    "👨\u{200d}👩\u{200d}👧", "ก็", "नि", "１", "\u{20000}",
  ]

  @Test(
    "ux-91, ux-114: Backspace and Delete remove a whole user-perceived character", arguments: characters)
  func grapheme(_ character: String) {
    #expect(edited("a\(character)\u{7f}").text == "a")
    #expect(edited("a\(character)b\u{1b}[D\u{7f}").text == "ab")
    #expect(edited("\(character)b\u{1}\u{1b}[3~").text == "b")
    #expect(edited("a\(character)\u{1b}[D").cursor == 1)
    #expect(edited("a\(character)\u{1b}[Dx").text == "ax\(character)")
    #expect(edited("\(character)\(character)\u{17}").text == "")
  }

  @Test("neighboring characters may combine into one; the cursor stays at it")
  func joining() {
    // A mark that is typed after its letter, and a letter that is removed from between two scalars.
    #expect(edited("e\u{301}x").text == "e\u{301}x")
    let joined = edited("exx\u{1b}[D\u{1b}[D\u{301}")
    #expect((joined.text, joined.cursor) == ("e\u{301}xx", 1))
    var editor = LineEditor("🇨x🇳")
    _ = editor.apply(.left)
    _ = editor.apply(.backspace)
    #expect(editor.text == "🇨🇳")
    #expect((0...1).contains(editor.cursor))
  }

  private static let lines = [
    "", "a", "somebody@example.org", "网易邮箱", "中文 and English 混合", "한국어 메일", "かなカナ漢字", "e\u{301}e\u{301}e\u{301}",
    "🙂👍🏽🇨🇳👨\u{200d}👩\u{200d}👧❤\u{fe0f}",
    String(repeating: "很长的一行", count: 40), String(repeating: "long ", count: 40),
  ]

  @Test("ux-92, ux-114: in a window of any width the cursor is in the visible text, which is never wider", arguments: lines)
  func view(_ line: String) {
    for columns in 5...80 {
      var editor = LineEditor(line)
      repeat {
        let view = editor.view(columns: columns)
        #expect(Width.of(view.text) <= columns - 1)
        #expect((0...Width.of(view.text)).contains(view.cursor))
        // The visible part is a part of the line.
        let shown = String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 != "\u{200d}" }))
        #expect(view.text.isEmpty || shown.contains(view.text))
      } while editor.apply(.left) != .none
      #expect(editor.view(columns: columns).cursor == 0)
    }
  }

  @Test("a line that fits is shown completely, wherever the cursor is")
  func whole() {
    var editor = LineEditor("网易 163")
    for cursor in [8, 7, 6, 5, 4, 2, 0] {
      #expect(editor.view(columns: 9) == ("网易 163", cursor))
      _ = editor.apply(.left)
    }
  }

  @Test("no more than the limit of a line is accepted, and nothing is lost then")
  func limit() {
    var editor = LineEditor()
    for _ in 0..<2_000 { _ = editor.apply(.scalar("x")) }
    #expect(editor.text == String(repeating: "x", count: 1_024))
    do {
      let result = editor.apply(.scalar("x"))
      #expect(result == .none)
    }
    do {
      let result = editor.apply(.backspace)
      #expect(result == .changed)
    }
    do {
      let result = editor.apply(.scalar("é"))
      #expect(result == .none)
    }
    do {
      let result = editor.apply(.scalar("y"))
      #expect(result == .changed)
    }
  }

  @Test("keys that do not edit change nothing, and report that")
  func others() {
    for key: Key in [.octet(0xff), .enter, .tab, .backTab, .escape, .up, .down, .pageUp, .pageDown, .control("g"), .function(1)] {
      var editor = LineEditor("text")
      do {
        let result = editor.apply(key)
        #expect(result == .none)
      }
      #expect(editor.text == "text")
    }
  }
}
