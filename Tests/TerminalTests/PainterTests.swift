// Tests of the painter: rows that are redrawn in place, as a terminal shows them.

import Terminal
import TestSupport
import Testing

@Suite("Drawing in place") struct PainterTests {
  private static let above = ["what was said before", "第二行"]

  /// Returns a terminal with some text, and a painter that begins below it.
  private func begun(columns: Int = 40, rows: Int = 10) throws -> (DrawnTerminal, Painter) {
    let drawn = try DrawnTerminal(columns: columns, rows: rows)
    try drawn.show { for line in Self.above { drawn.screen.line(line) } }
    return (drawn, Painter(drawn.screen))
  }

  private static let frames: [[String]] = [
    ["label:", "footer"], ["label: 网易", "> one", "  two", "  three", "1 of 3", "footer"], ["label: 网易邮", "nothing fits", "footer"],
    ["only"], ["", "", "footer"], ["a", "b", "c", "d", "e", "f", "g"], ["x"],
  ]

  @Test("only the last of many frames remains, nothing above has changed, the cursor is at its position")
  func frames() throws {
    let (drawn, painter) = try begun()
    for frame in Self.frames + Self.frames.reversed() {
      for row in frame.indices {
        let column = min(3, frame[row].count)
        try drawn.show { painter.draw(frame.map { Painter.Row($0) }, cursor: (row, column)) }
        #expect(Array(drawn.terminal.screen.prefix(2 + frame.count)) == Self.above + frame)
        #expect(drawn.terminal.screen.dropFirst(2 + frame.count).joined() == "")
        #expect(drawn.terminal.cursor == (2 + row, column))
      }
    }
    #expect(drawn.terminal.unknown == [])
  }

  @Test("at the bottom the screen scrolls once, not with every frame")
  func bottom() throws {
    let (drawn, painter) = try begun(rows: 6)
    for _ in 0..<5 {
      try drawn.show { painter.draw(["1", "2", "3", "4", "5"].map { Painter.Row($0) }, cursor: (1, 1)) }
      #expect(drawn.terminal.screen == ["第二行", "1", "2", "3", "4", "5"])
      #expect(drawn.terminal.everything == Self.above + ["1", "2", "3", "4", "5"])
      #expect(drawn.terminal.cursor == (2, 1))
    }
  }

  @Test("if a frame has more rows than the window, those around the cursor are drawn, and nothing scrolls away", arguments: [0, 3, 11, 19])
  func tall(_ row: Int) throws {
    let (drawn, painter) = try begun(rows: 8)
    let rows = (0..<20).map { Painter.Row("row \($0)") }
    for _ in 0..<3 {
      try drawn.show { painter.draw(rows, cursor: (row, 2)) }
      #expect(drawn.terminal.screen[drawn.terminal.cursor.row] == "row \(row)")
      #expect(drawn.terminal.everything.count == 10)
    }
    try drawn.show { painter.finish([]) }
    #expect(drawn.terminal.everything == Self.above)
  }

  @Test("a row that is too wide is cut, wide characters whole", arguments: [20, 21, 22, 23])
  func wide(_ columns: Int) throws {
    let (drawn, painter) = try begun(columns: columns, rows: 10)
    for _ in 0..<2 {
      try drawn.show {
        painter.draw(
          [Painter.Row(String(repeating: "长", count: 30)), Painter.Row(String(repeating: "x", count: 30), .bold)], cursor: (1, 99))
      }
    }
    let wide = String(repeating: "长", count: (columns - 1) / 2)
    #expect(drawn.terminal.everything.suffix(2) == [wide, String(repeating: "x", count: columns - 1)])
    #expect(drawn.terminal.cursor.column == columns - 1)
  }

  @Test("ux-86: in a window that became narrower or wider the previous rows are found again", arguments: [39, 30, 25, 20, 13, 60])
  func resized(_ columns: Int) throws {
    let frame = ["a label of the field: and what was typed", "> the first row of a list, rather long", "  网易邮箱 二", "keys"]
    for cursor in [(0, 39), (0, 5), (1, 0), (3, 0)] {
      let drawn = try DrawnTerminal(columns: 41, rows: 24)
      let painter = Painter(drawn.screen)
      try drawn.show { drawn.screen.line("above") }
      try drawn.show { painter.draw(frame.map { Painter.Row($0) }, cursor: cursor) }
      try drawn.resize(columns: columns, rows: 24)
      try drawn.show { painter.draw(["new", "rows"].map { Painter.Row($0) }, cursor: (0, 3)) }
      #expect(drawn.terminal.everything == ["above", "new", "rows"], "\(cursor)")
      #expect(drawn.terminal.cursor == (1, 3))
    }
  }

  @Test("the last frame stays and output continues below it; without a frame nothing stays")
  func finish() throws {
    let (drawn, painter) = try begun()
    try drawn.show { painter.draw(["one", "two", "three"].map { Painter.Row($0) }, cursor: (0, 1)) }
    try drawn.show {
      painter.finish([Painter.Row("one"), Painter.Row("two")])
      drawn.screen.line("next")
    }
    #expect(drawn.terminal.everything == Self.above + ["one", "two", "next"])
    try drawn.show {
      painter.draw([Painter.Row("question"), Painter.Row("keys")], cursor: (1, 0))
      painter.finish([])
      drawn.screen.line("answer")
    }
    #expect(drawn.terminal.everything == Self.above + ["one", "two", "next", "answer"])
  }

  @Test("of more rows than the window has, all are printed at the end")
  func tallFinish() throws {
    let (drawn, painter) = try begun(rows: 6)
    let rows = (0..<9).map { "row \($0)" }
    try drawn.show { painter.draw(rows.map { Painter.Row($0) }, cursor: (8, 0)) }
    try drawn.show {
      painter.finish(rows.map { Painter.Row($0) })
      drawn.screen.line("next")
    }
    #expect(Array(drawn.terminal.everything.suffix(10)) == rows + ["next"])
  }

  @Test("ux-81: after a suspension the frame stays, and the next one is drawn below it")
  func leave() throws {
    let (drawn, painter) = try begun()
    try drawn.show {
      painter.draw(["one", "two"].map { Painter.Row($0) }, cursor: (0, 1))
      painter.leave()
      drawn.screen.line("a shell")
      painter.draw(["one"].map { Painter.Row($0) }, cursor: (0, 1))
    }
    #expect(drawn.terminal.everything == Self.above + ["one", "two", "a shell", "one"])
    try drawn.show {
      painter.forget()
      painter.leave()
    }
    #expect(drawn.terminal.everything == Self.above + ["one", "two", "a shell", "one"])
  }

  @Test(
    "ux-90, ux-92, ux-114: the cursor is after the typed text, in every script",
    arguments: [
      "abc", "网易邮箱", "한국어", "かなカナ", "e\u{301}e\u{301}", "🙂", "👨\u{200d}👩\u{200d}👧", "混合 mixed",
    ])
  func cursor(_ text: String) throws {
    for columns in 5...30 {
      let drawn = try DrawnTerminal(columns: columns, rows: 4)
      let painter = Painter(drawn.screen)
      var editor = LineEditor(text)
      repeat {
        let view = editor.view(columns: columns - 1)
        try drawn.show { painter.draw([Painter.Row(view.text)], cursor: (0, view.cursor)) }
        #expect(drawn.terminal.screen[0] == view.text.trimmedAtEnd)
        // The half of a wide character has no column of its own.
        #expect(view.text.hasPrefix(drawn.terminal.beforeCursor))
        #expect(drawn.terminal.cursor.row == 0)
      } while editor.apply(.left) != .none
    }
  }
}

extension String {
  /// The text without a blank at its end, which a screen does not show.
  fileprivate var trimmedAtEnd: String { last == " " ? String(dropLast()) : self }
}
