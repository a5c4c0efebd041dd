// Tests of the guide in the wizard: one part at a time, each in the window, and nothing of it in the terminal's history.

import Catalog
import Foundation
import Sentences
import TestSupport
import Testing
import Vocabulary

@Suite("the guide, part by part", .waiting) struct GuideReadingTests {
  /// Providers with one part and with several, with long steps, with a term in another language, without IMAP until it is turned on.
  private static let providers = ["yandex", "gmail", "qq", "163", "naver", "icloud", "docomo"]

  private static func address(_ id: String) throws -> (Provider, String) {
    let provider = try #require(Tool.catalog.provider(id: id))
    return (provider, "me@\(try #require(provider.domains.first))")
  }

  /// Some providers give their users a name that only they know.
  private static func call(_ id: String, _ address: String) -> [String] { ["--provider", id, "--email", address, "--username", "me"] }

  /// The first words of a step, which are on one page.
  private static func start(_ step: Step, _ number: Int, _ language: Language) -> String {
    FullScreen.bare(["\(number). " + step.text[language]]).prefix(12).description
  }

  /// Turns the pages with `key` until the secret is asked for. Returns the pages.
  private func pages(of screen: FullScreen) throws -> [[String]] {
    var pages: [[String]] = []
    screen.turnsPages = false
    while true {
      var isAsked = false
      try screen.wait("a page or the secret") { terminal in
        let keys = terminal.screen[terminal.cursor.row]
        isAsked = terminal.beforeCursor.contains("(hidden") || terminal.beforeCursor.contains("（不显示") || terminal.beforeCursor == "> "
        let isPage = terminal.cursor.column == 0 && (keys.hasPrefix("Enter: ") || keys.hasPrefix("回车 "))
        return isAsked || isPage && terminal.screen != pages.last
      }
      if isAsked { return pages }
      pages.append(screen.terminal.screen)
      try screen.type("\r")
    }
  }

  @Test(
    "fault-guide-printed-again: every step is on a page that fits, and none is in the history, however often one goes back",
    arguments: providers, [(80, 24), (40, 12)])
  func drawn(_ id: String, _ size: (columns: Int, rows: Int)) throws {
    let (provider, address) = try Self.address(id)
    for language in Language.allCases {
      let screen = try FullScreen(Self.call(id, address), columns: size.columns, rows: size.rows, language: language)
      let pages = try pages(of: screen)
      let bare = pages.map { FullScreen.bare($0) }
      for (position, step) in provider.steps.enumerated() {
        #expect(bare.contains { $0.contains(Self.start(step, position + 1, language)) }, "step \(position + 1) of \(id)\n\(pages)")
      }
      // A code may need the whole window.
      #expect(bare.allSatisfy { $0.contains(language == .english ? "Step3of4" : "第3步（共4步）") || $0.contains("█") })
      // Back to the last page and forth again.
      try screen.type(Press.backTab)
      let keys = try #require(pages.last?.last { $0.hasPrefix("Enter: ") || $0.hasPrefix("回车 ") })
      try screen.wait("the last page") { $0.cursor.column == 0 && $0.screen[$0.cursor.row] == keys }
      try screen.type("\r")
      try screen.wait("the secret again") { $0.cursor.column > 0 && $0.screen[$0.cursor.row] != keys }
      let history = FullScreen.bare(screen.terminal.everything)
      for (position, step) in provider.steps.dropLast().enumerated() {
        #expect(!history.contains(Self.start(step, position + 1, language)), "step \(position + 1) of \(id) is left over")
      }
      screen.session.signal(15)
      #expect(try screen.finish() == .signalled(15))
    }
  }

  @Test("fault-guide-printed-again: line by line each part waits, and goes back", arguments: providers, Language.allCases)
  func lines(_ id: String, _ language: Language) throws {
    let (provider, address) = try Self.address(id)
    let call = try ProcessBuilt.call(Self.call(id, address), environment: language.environment.merging(["TERM": "dumb"]) { $1 })
    let session = try PtySession(call, columns: 40, rows: 12)
    try session.wait(for: language == .english ? "(hidden" : "（不显示")
    let text = FullScreen.bare(session.text.split(separator: "\n").map(String.init))
    for (position, step) in provider.steps.enumerated() {
      #expect(text.contains(Self.start(step, position + 1, language)), "step \(position + 1) of \(id)")
    }
    let prompts = session.text.split(separator: "\n").filter { $0.contains(language == .english ? "b: back" : "b 返回") }
    #expect(prompts.count > 1)
    session.signal(15)
    #expect(try session.finish().end == .signalled(15))
  }

  @Test("the whole guide is one key away, and the part is there again", arguments: [Press.help, Press.ctrl("g")], Language.allCases)
  func whole(_ key: String, _ language: Language) throws {
    let screen = try FullScreen(["--provider", "yandex", "--email", "me@yandex.com"], language: language)
    screen.turnsPages = false
    let keys = language == .english ? "Enter: steps 2-5" : "回车 步骤 2-5"
    try screen.see(keys)
    try screen.type(key)
    try screen.haveSeen(language == .english ? "Official help" : "官方帮助")
    try screen.see(keys)
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test("keys that have no meaning, pastes and a new size change nothing")
  func otherKeys() throws {
    let screen = try FullScreen(["--provider", "yandex", "--email", "me@yandex.com"])
    screen.turnsPages = false
    try screen.see("Enter: steps 2-5")
    for key in ["x", "7", Press.pasted("secret\r"), Press.up] { try screen.type(key) }
    screen.resize(columns: 60, rows: 30)
    try screen.see("Enter: steps 2-5")
    try screen.type(Press.ctrl("l"))
    try screen.see("Enter: steps 2-5")
    #expect(!screen.session.text.contains("secret"))
    try screen.type(Press.ctrl("d"))
    #expect(try screen.finish() == .exited(66))
  }

  @Test("a step that needs a phone shows its address as a code, where there is room")
  func code() throws {
    let (provider, address) = try Self.address("docomo")
    let page = try #require(provider.steps.first { $0.isOnPhone && $0.url != nil }?.url)
    let large = try FullScreen(Self.call("docomo", address), rows: 50)
    let shown = try pages(of: large).first { $0.contains { $0.contains("█") } }
    let rows = try #require(shown)
    #expect(FullScreen.bare(rows).contains("Scanthiswithyourphonetoopen\(page.text)"))
    #expect(rows.filter { $0.contains("█") || $0.contains("▀") }.count >= 14)
    large.session.signal(15)
    _ = try large.finish()
    let small = try FullScreen(Self.call("docomo", address), columns: 40, rows: 12)
    let pages = try pages(of: small)
    #expect(!pages.joined().contains { $0.contains("█") })
    #expect(FullScreen.bare(pages.joined()).contains(FullScreen.bare([page.text])))
    small.session.signal(15)
    _ = try small.finish()
  }
}
