// What a person reads who wants to sign in at a provider that takes no password, and has no client ID.

import TestSupport
import Testing
import Vocabulary

@Suite("signing in without a client ID, in the full style", .waiting) struct FullSignInTests {
  /// The entry of the menu, and parts of what its screen has to say: why, who, and what instead.
  private static func words(_ language: Language) -> (menu: String, entry: String, parts: [String], prompt: String) {
    switch language {
    case .english:
      (
        "How do you want to sign in?", "What is a client ID",
        [
          "asks which app requests access to your mail", "It has none of its own.", "Only an account that belongs to an organization",
          "Ask your organization for a client ID", "a helper that already signs in for you",
          "Or use a mail client that can sign in by itself",
        ], "Show the steps to create an app? [y/N]"
      )
    case .simplifiedChinese:
      (
        "用什么方式登录？", "什么是客户端 ID",
        [
          "要求注明是哪个应用在访问邮件", "本程序没有自己的 ID。", "只有属于某个单位的账户才能注册应用", "请向单位索取客户端 ID", "之类的工具替你登录",
          "能自行登录的邮件客户端",
        ], "显示注册应用的步骤吗？[y/N]"
      )
    }
  }

  /// Starts the wizard, and chooses the entry of the menu that begins with `entry`.
  private func open(_ columns: Int, _ rows: Int, _ language: Language, _ provider: String = "outlook") throws -> FullScreen {
    let screen = try FullScreen(
      ["--provider", provider, "--email", "me@outlook.com"], columns: columns, rows: rows, language: language)
    try screen.haveSeen(Self.words(language).menu)
    // The first entry has the cursor when the menu is complete.
    try screen.wait("the menu") { $0.screen[$0.cursor.row].hasPrefix(">") && $0.screen.contains { $0.contains("  2  ") } }
    return screen
  }

  private func choose(_ entry: String, in screen: FullScreen) throws {
    for _ in 0..<10 where !screen.terminal.screen[screen.terminal.cursor.row].contains(entry) {
      let row = screen.terminal.screen[screen.terminal.cursor.row]
      try screen.type("\u{1b}[B")
      try screen.wait("the next entry") { $0.screen[$0.cursor.row] != row }
    }
    try screen.type("\r")
  }

  @Test("80×24: one screen says why one is needed, who can make one, and what to do instead", arguments: Language.allCases)
  func oneScreen(_ language: Language) throws {
    let words = Self.words(language)
    let screen = try open(80, 24, language)
    try choose(words.entry, in: screen)
    try screen.cursor(behind: words.prompt)
    let shown = screen.terminal.screen.joined(separator: "\n")
    for part in words.parts {
      #expect(FullScreen.bare(screen.terminal.screen).contains(FullScreen.bare([part])), "\(part) is not on the screen:\n\(shown)")
    }
    try screen.type("n\r")
    // The other ways are offered again.
    try screen.see(words.menu)
    try screen.type("\u{3}")
    _ = try screen.finish()
  }

  @Test("40×12: nothing of it is lost, and every way leads back to the menu", arguments: Language.allCases)
  func small(_ language: Language) throws {
    let words = Self.words(language)
    let screen = try open(40, 12, language)
    try choose(words.entry, in: screen)
    try screen.cursor(behind: words.prompt)
    for part in words.parts { try screen.haveSeen(part) }
    try screen.type("n\r")
    try screen.wait("the menu again") { $0.screen[$0.cursor.row].hasPrefix(">") }
    try screen.type("\u{3}")
    _ = try screen.finish()
  }

  @Test("the heading of the step does not name a password", arguments: Language.allCases)
  func heading(_ language: Language) throws {
    let screen = try open(80, 24, language)
    let all = screen.terminal.everything.joined(separator: "\n")
    #expect(all.contains(language == .english ? "Step 3 of 4: Sign-in" : "第 3 步（共 4 步）：登录"), "\(all)")
    try screen.type("\u{3}")
    _ = try screen.finish()
  }

  @Test(
    "without a terminal there are ways on too, and each is a call that works so far", arguments: Language.allCases,
    [["--email", "me@outlook.com"], []])
  func noTerminal(_ language: Language, _ more: [String]) throws {
    let result = try Tool.run(["--provider", "outlook"] + language.option + more)
    #expect(result.end == .exited(more.isEmpty ? 0 : 78))
    let said = result.complaint
    let calls = [
      "--token-from \"command:oama access ", "--sign-in device --client-id ", "setup export autoconfig --provider outlook --email ",
    ]
    for call in calls { #expect(said.contains(call), "\(said)") }
    #expect(!said.contains("--secret-from") && !said.contains("。 "), "\(said)")
    let export = try Tool.run(["export", "autoconfig", "--provider", "outlook", "--email", "me@outlook.com"])
    #expect(export.end == .exited(0) && export.text.contains("<authentication>OAuth2</authentication>"), "\(export.complaint)")
    // Without a client ID the error says what one is, and what to do without.
    let app = try Tool.run(["--provider", "outlook", "--email", "me@outlook.com", "--sign-in", "device"] + language.option)
    #expect(app.end == .exited(66) && app.complaint.contains("--client-id") && app.complaint.contains("--token-from"), "\(app.complaint)")
  }
}
