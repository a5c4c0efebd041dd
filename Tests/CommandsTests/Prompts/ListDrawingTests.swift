// Tests of how the list of providers and menus are drawn: as tall as the window, cut only between words, and as they were after going back.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("the full style: lists as they are drawn", .waiting) struct ListDrawingTests {
  private static let whole = Tool.catalog.providers.count
  private static let prompt = FullPrompts(.english).provider

  private func end(_ screen: FullScreen) throws {
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  /// The rows of the list, which is below the field.
  private func rows(_ screen: FullScreen) -> [String] {
    let below = screen.terminal.screen.suffix(from: screen.terminal.cursor.row + 1)
    return below.filter { $0.hasPrefix("  ") || $0.hasPrefix("> ") }
  }

  /// Waits until a drawing is complete.
  private func settle(_ screen: FullScreen) throws {
    screen.session.pause(0.3)
    try screen.wait("the keys below the list") { $0.screen.contains { $0.hasPrefix("Type to search") || $0.hasPrefix("输入即搜索") } }
  }

  /// Returns a session at the list, which is complete.
  private func open(_ columns: Int, _ rows: Int, _ language: Language = .english) throws -> FullScreen {
    let screen = try FullScreen(columns: columns, rows: rows, language: language)
    try screen.see(language == .english ? "of \(Self.whole) shown" : "共 \(Self.whole) 个")
    return screen
  }

  @Test(
    "fault-list-window-fifteen-rows: the list uses the height of the window, and says how many of all it shows",
    arguments: [(100, 60), (80, 24), (100, 40), (80, 16)])
  func height(_ size: (columns: Int, rows: Int)) throws {
    let screen = try open(size.columns, size.rows)
    // The question, the number, the keys, and five rows above them.
    #expect(rows(screen).count == size.rows - 8)
    try screen.see("\(size.rows - 9) of \(Self.whole) shown")
    #expect(rows(screen).last == "  Not listed: enter the servers yourself")
    try screen.type(Press.down + Press.end + Press.up)
    let last = try #require(Tool.listed.last).name.english
    try screen.wait("the last row") { terminal in terminal.screen.contains { $0.hasPrefix("> \(last.prefix(20))") } }
    #expect(rows(screen).count == size.rows - 8)
    screen.resize(columns: size.columns, rows: size.rows + 10)
    try screen.see("\(size.rows + 1) of \(Self.whole) shown")
    try end(screen)
  }

  @Test(
    "fault-list-window-fifteen-rows: a small window shows what fits, and how many of all", arguments: [(40, 12), (40, 8), (60, 15)],
    Language.allCases)
  func small(_ size: (columns: Int, rows: Int), _ language: Language) throws {
    let screen = try open(size.columns, size.rows, language)
    #expect(rows(screen).count >= size.rows - 6)
    #expect(screen.terminal.cursor.row < size.rows)
    try end(screen)
  }

  @Test(
    "fault-list-window-fifteen-rows: a menu longer than the window says how many entries it shows",
    arguments: [(40, 12), (80, 14), (100, 9)])
  func menu(_ size: (columns: Int, rows: Int)) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let screen = try FullScreen(account.reviewed, columns: size.columns, rows: size.rows)
    screen.companion = account
    try screen.wait("the prompt") {
      $0.beforeCursor.contains("(hidden") || $0.beforeCursor.hasPrefix(">") || $0.screen.joined().contains("(hidden")
    }
    try screen.session.enter("Tzq9")
    try screen.selected("1  Save the account")
    try screen.type("2\r")
    try screen.see("Save it now?")
    try screen.type("\r")
    try screen.see("of 18 shown")
    for key in [Press.end, Press.home, Press.pageDown] {
      try screen.type(key)
      try screen.wait("the marked row and the number") { terminal in
        terminal.screen.contains { $0.hasPrefix("> ") } && terminal.screen.contains { $0.hasSuffix("of 18 shown") }
      }
    }
    try end(screen)
  }

  @Test(
    "fault-marks-and-domains-cut: names, domains and marks are whole words in every window",
    arguments: [(80, "outlook"), (40, "vip163"), (40, "outlook"), (50, "cpanel"), (40, "proton"), (60, "microsoft365"), (43, "mailcow")])
  func words(_ columns: Int, _ id: String) throws {
    let screen = try open(columns, 24)
    try screen.type(id)
    let provider = try #require(Tool.catalog.provider(id: id))
    let first = try #require(provider.name.english.split(separator: " ").first)
    try screen.wait("its row") { terminal in terminal.screen.contains { $0.hasPrefix("> \(first)") } }
    try settle(screen)
    try check(screen, columns)
    try end(screen)
  }

  @Test("fault-marks-and-domains-cut: in the whole list", arguments: [40, 47, 61, 80, 100], Language.allCases)
  func everyRow(_ columns: Int, _ language: Language) throws {
    let screen = try open(columns, 60, language)
    for _ in 0..<5 {
      try settle(screen)
      try check(screen, columns, language)
      let before = screen.terminal.screen
      try screen.type(Press.pageDown)
      try screen.wait("another page") { $0.screen != before }
    }
    try end(screen)
  }

  /// Every row ends within the window, and each of its words is one of a provider.
  private func check(_ screen: FullScreen, _ columns: Int, _ language: Language = .english) throws {
    let known = Self.known(language)
    for row in rows(screen) {
      #expect(PtyText.width(row) < columns, "\(row)")
      let text = String(row.dropFirst(2)).replacing("...", with: " ")
      switch language {
      case .english: for word in text.split(separator: " ") { #expect(known.contains(String(word)), "\(word) in \(row)") }
      // Chinese names may end between any two characters.
      case .simplifiedChinese:
        for word in text.split(whereSeparator: { " 、（）".contains($0) }) where word.utf8.allSatisfy({ $0 < 0x80 }) && word.contains(".") {
          #expect(known.contains(String(word)), "\(word) in \(row)")
        }
        #expect(text.filter { $0 == "（" }.count == text.filter { $0 == "）" }.count || row.contains("..."), "\(row)")
      }
    }
  }

  private static func known(_ language: Language) -> Set<String> {
    let marks = [
      "(no password sign-in)", "(needs its bridge app)", "(no IMAP)", "(shutting down)", "(shut down)", "(no password)", "(needs app)",
      "(closing)",
      "(closed)", "(your own domain)", "Not listed: enter the servers yourself",
    ]
    let separators = { (character: Character) in " 、（）".contains(character) }
    let names = Tool.catalog.providers.map { $0.name[language] }
    let domains = Tool.catalog.providers.flatMap(\.domains)
    let whole = (names + marks).flatMap { $0.split(separator: " ") }.map(String.init)
    // A sign behind the last word of a shortened name is left out, and a domain may have a comma behind it.
    let bare = whole.map { String($0.reversed().drop { ",/(".contains($0) }.reversed()) }
    let parts = names.flatMap { $0.split(whereSeparator: separators) }.map(String.init)
    return Set(whole + bare + parts + domains + domains.map { $0 + "," })
  }

  @Test(
    "fault-list-after-going-back: the text is in the field again, its list is shown, and its question stands there once",
    arguments: ["netease", "网易", "新浪邮箱"], [Press.backTab, Press.ctrl("b"), Press.escape])
  func back(_ typed: String, _ key: String) throws {
    let screen = try open(80, 24)
    try screen.session.enter(typed)
    try screen.see("Up/Down, number | Enter: choose")
    try screen.selected("1")
    try screen.type(key)
    try screen.cursor(behind: Self.prompt + typed)
    try screen.see("matches")
    #expect(screen.terminal.everything.filter { $0.contains(Self.prompt.dropLast()) }.count == 1)
    // The text is still the answer.
    try screen.type("\r")
    try screen.see("Up/Down, number | Enter: choose")
    try end(screen)
  }

  // What stays of a message

  @Test("fault-error-stays-after-retyping: the message about a text goes with the next key")
  func retyping() throws {
    let screen = try FullScreen(["--provider", "demo"])
    let prompt = FullPrompts(.english).address
    try screen.cursor(behind: prompt)
    func gone(_ message: String) throws {
      try screen.wait("no “\(message)”") { !FullScreen.bare($0.screen).contains(FullScreen.bare([message])) }
    }
    for (typed, message) in [
      (Press.pasted(String(repeating: "x", count: 10_000)), "@"), ("name", "An address has one @"), ("a@b", "The part after the @"),
      ("\u{15}", "Enter an address."),
    ] {
      try screen.type(Press.ctrl("e") + Press.ctrl("u") + typed + "\r")
      var shown = ""
      try screen.wait("“\(message)” below the field") { terminal in
        shown = terminal.screen.suffix(from: terminal.cursor.row + 1).first { $0.contains(message) } ?? ""
        return !shown.isEmpty
      }
      try screen.type(typed.hasPrefix("\u{15}") ? "d" : Press.backspace)
      try gone(shown)
    }
    try end(screen)
  }

  @Test("fault-error-stays-after-retyping: at servers and in the list of providers", arguments: ["server", "list"])
  func retypingElsewhere(_ place: String) throws {
    let screen = try FullScreen()
    try screen.see("Type to search")
    if place == "server" { try screen.type(Press.end + "\r") }
    let prompt = place == "server" ? "IMAP server and port: " : Self.prompt
    try screen.cursor(behind: prompt)
    let (typed, message) = place == "server" ? ("no host at all", "Enter it like this") : ("a@b", "The part after the @")
    try screen.type(typed + "\r")
    try screen.see(message)
    try screen.type(Press.backspace)
    try screen.wait("no message") { !FullScreen.bare($0.screen).contains(FullScreen.bare([message])) }
    try screen.cursor(behind: prompt + typed.dropLast())
    try end(screen)
  }
}
