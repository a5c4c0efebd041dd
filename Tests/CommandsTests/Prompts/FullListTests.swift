// Tests of the list of providers: it filters from the first key, in any script, and no letter is a command.

import TestSupport
import Testing
import Vocabulary

@Suite("the full style: the list", .waiting) struct FullListTests {
  private static let whole = Tool.catalog.providers.count
  private static let names = Tool.listed.map(\.name.english)
  private static let prompt = FullPrompts(.english).provider

  private func open(columns: Int = 100, rows: Int = 24, _ language: Language = .english) throws -> FullScreen {
    let screen = try FullScreen(columns: columns, rows: rows, language: language)
    try screen.see(language == .english ? "of \(Self.whole) shown" : "共 \(Self.whole) 个")
    return screen
  }

  private func end(_ screen: FullScreen) throws {
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  private func marked(_ screen: FullScreen, _ text: String) throws {
    try screen.wait("“\(text)” marked") { terminal in terminal.screen.contains { $0.hasPrefix("> \(text)") } }
  }

  @Test("ux-19, ux-23, ux-89: arrows, pages and ends move the selection, and stop at both ends")
  func moving() throws {
    let screen = try open()
    let names = Self.names
    #expect(screen.marked == nil)
    for (keys, wanted) in [
      (Press.down, names[0]), (Press.down, names[1]), (Press.down + Press.down, names[3]), (Press.up, names[2]),
      (Press.ctrl("n"), names[3]), (Press.ctrl("p"), names[2]), (Press.pageDown, names[18]), (Press.pageUp, names[2]),
      (Press.end, "Not listed"), (Press.down, "Not listed"), (Press.up, names[names.count - 1]), (Press.home, names[0]),
      (Press.up, names[0]),
    ] {
      try screen.type(keys)
      try marked(screen, wanted)
    }
    // Of 24 rows, eight are for the question, the keys, and what was said before.
    #expect(screen.terminal.screen.filter { $0.hasPrefix("  ") || $0.hasPrefix("> ") }.count == 16)
    #expect(screen.terminal.bells > 0)
    try end(screen)
  }

  @Test("ux-20: letters are never commands", arguments: ["j", "k", "g", "G", "q", "/", "?", "y", "n", "o"])
  func letters(_ letter: String) throws {
    let screen = try open()
    try screen.type(letter)
    try screen.cursor(behind: Self.prompt + letter)
    try end(screen)
  }

  @Test(
    "ux-21, ux-114: any script, pinyin, initials, domains and ids filter",
    arguments: [
      ("网易", "163"), ("wangyi", "163"), ("wy", "163"), ("腾讯", "qq"), ("foxmail", "qq"), ("яндекс", "yandex"), ("ya.ru", "yandex"),
      ("me@163.com", "163"),
    ],
    Language.allCases)
  func filter(_ given: (typed: String, id: String), _ language: Language) throws {
    let (typed, id) = given
    let screen = try open(language)
    let name = try #require(Tool.catalog.provider(id: id)).name[language]
    try screen.type(typed)
    try screen.wait("\(name) in the list") { terminal in
      terminal.screen.contains { $0.dropFirst(2).hasPrefix("\(name) ") } && !terminal.screen.contains { $0.contains("\(Self.whole) ") }
    }
    try screen.cursor(behind: FullPrompts(language).provider + typed)
    try end(screen)
  }

  private func open(_ language: Language) throws -> FullScreen { try open(columns: 100, rows: 24, language) }

  @Test("ux-19, ux-91, ux-92, ux-114: wide characters are typed, moved over and deleted as a unit; the cursor is after them")
  func wide() throws {
    let screen = try open()
    let start = Self.prompt.count
    func see(_ text: String, _ column: Int) throws {
      try screen.wait("“\(text)” with the cursor at \(column)") { terminal in
        terminal.cursor == (terminal.cursor.row, start + column) && terminal.screen[terminal.cursor.row] == (Self.prompt + text).trimmed
      }
    }
    try screen.type("网易邮箱")
    try see("网易邮箱", 8)
    try screen.type(Press.backspace)
    try see("网易邮", 6)
    try screen.type(Press.left + Press.left)
    try see("网易邮", 2)
    try screen.type(Press.delete)
    try see("网邮", 2)
    try screen.type("한か\u{3099}e\u{301}🙂")
    try see("网한か\u{3099}e\u{301}🙂邮", 9)
    try screen.type(Press.backspace + Press.backspace + Press.backspace)
    try see("网한邮", 4)
    // Octet by octet, as on a slow line.
    for octet in "易".utf8 { try screen.session.type([octet]) }
    try see("网한易邮", 6)
    try screen.type(Press.ctrl("u"))
    try see("邮", 0)
    try screen.type(Press.ctrl("k"))
    try screen.see("of \(Self.whole) shown")
    try end(screen)
  }

  @Test(
    "ux-19: Esc clears the typed text; the first question has no way back",
    arguments: [Press.escape, Press.ctrl("u")])
  func clears(_ key: String) throws {
    let screen = try open()
    try screen.type("yandex")
    try screen.cursor(behind: Self.prompt + "yandex")
    try screen.type(key)
    try screen.see("of \(Self.whole) shown")
    try screen.cursor(behind: Self.prompt)
    let bells = screen.terminal.bells
    try screen.type(Press.backTab)
    try screen.wait("a bell") { $0.bells == bells + 1 }
    try screen.cursor(behind: Self.prompt)
    try end(screen)
  }

  @Test("ux-91: octets that are not characters ring the bell and change nothing")
  func invalid() throws {
    let screen = try open()
    try screen.session.type([0xff])
    try screen.wait("a bell") { $0.bells == 1 }
    try screen.type("a")
    try screen.cursor(behind: Self.prompt + "a")
    try end(screen)
  }

  @Test("ux-11, ux-22: an invalid address stays in the field, with the reason below it", arguments: ["a@b", "a@[127.0.0.1]", "@"])
  func badAddress(_ typed: String) throws {
    let screen = try open()
    try screen.type(typed + "\r")
    try screen.see(typed == "@" ? "The part before the @" : "The part after the @")
    try screen.cursor(behind: Self.prompt + typed)
    try end(screen)
  }

  @Test("ux-22: no match leads to manual entry of the servers, and an address says so before it is looked up")
  func nothingFits() throws {
    let screen = try open()
    try screen.type("zzzzzz")
    try screen.see("No match.")
    try marked(screen, "Not listed")
    try screen.type("\r")
    try screen.cursor(behind: "IMAP server and port: ")
    try end(screen)
  }

  @Test("ux-22, ux-24: an address leads to its provider immediately, a brand to its one question")
  func chosen() throws {
    let screen = try open()
    try screen.type("me@163.com\r")
    try screen.haveSeen("Provider: NetEase 163")
    try end(screen)
    let brand = try #require(Tool.catalog.brands.first { $0.words.contains("网易") })
    let other = try open()
    try other.type("网易\r")
    try other.see(brand.question.english)
    try other.see("Up/Down, number | Enter: choose")
    try other.type("2\r")
    let second = try #require(Tool.catalog.providers.first { $0.id == brand.choices[1].id })
    try other.haveSeen("Provider: \(second.name.english)")
    try end(other)
  }

  @Test(
    "ux-27: a provider without password logins is marked in the list, explained by F1, and not asked for a secret",
    arguments: [Press.help, Press.ctrl("g")])
  func cannotWork(_ help: String) throws {
    let provider = try #require(Tool.catalog.providers.first { $0.status == .oauthOnly && $0.statusNote != nil })
    let screen = try open(columns: 80)
    try screen.type(provider.id)
    try marked(screen, provider.name.english)
    try screen.wait("its mark") {
      $0.screen.contains { $0.hasPrefix("> \(provider.name.english) ") && $0.contains("(no password sign-in)") }
    }
    try screen.type(help)
    let note = try #require(provider.statusNote).english
    // The whole note, in as many rows as necessary.
    try screen.see(note)
    try screen.type("\r")
    try screen.answer(FullPrompts(.english).address, "me@\(try #require(provider.domains.first))")
    try screen.see("How do you want to sign in?")
    try screen.see("Up/Down, number | Enter: choose")
    #expect(!screen.session.text.contains("hidden"))
    try end(screen)
  }

  @Test("ux-23: in a small window the list is as tall as the window permits", arguments: [(40, 8), (40, 12), (60, 10)])
  func small(_ size: (columns: Int, rows: Int)) throws {
    let screen = try open(columns: size.columns, rows: size.rows)
    for key in [Press.down, Press.pageDown, Press.end, Press.home] {
      try screen.type(key)
      try screen.wait("the whole prompt") {
        $0.screen.contains { $0.hasPrefix("Type to search") } && $0.screen.contains { $0.hasPrefix("> ") }
      }
      #expect(screen.terminal.cursor.row < size.rows - 1)
    }
    try end(screen)
  }
}

extension String {
  /// The text without trailing blanks, which a screen does not show.
  fileprivate var trimmed: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}
