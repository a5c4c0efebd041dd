// The words of the wizard: its own, the provider's, and none of the command line.

import TestSupport
import Testing
import Vocabulary

@Suite("the words of the wizard", .waiting) struct WizardWordTests {
  /// What the session showed before the call that continues it, which is the last thing that the wizard prints.
  private static func own(_ session: PtySession) -> String {
    ["To continue later:", "以后从这里继续："].reduce(session.text) { text, words in
      text.firstRange(of: words).map { String(text[..<$0.lowerBound]) } ?? text
    }
  }

  /// Expects no option, no placeholder of one, and no word for a password but the provider's.
  private static func expectOwnWords(_ session: PtySession, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = own(session)
    #expect(text.firstMatch(of: /--[a-z]{2}/) == nil, "\(text)", sourceLocation: sourceLocation)
    for word in ["HOST:PORT", "服务器:端口", "exit status", "退出码", "secret", "机密"] {
      #expect(!text.contains(word), "\(word): \(text)", sourceLocation: sourceLocation)
    }
  }

  @Test(
    "fault-command-line-words-in-the-wizard: what is typed at the first question and not found",
    arguments: ["zzzzzz", "no such mail", "gmial"], Language.allCases)
  func unknown(_ typed: String, _ language: Language) throws {
    let prompts = Prompts(language)
    let session = try Tool.terminal([], environment: language.environment)
    try session.answer(prompts.provider, typed)
    try session.wait(for: language == .english ? "No provider matches \(typed)." : "没有找到与「\(typed)」匹配的服务商。")
    try session.type([0x04])
    _ = try session.finish()
    Self.expectOwnWords(session)
  }

  @Test("fault-command-line-words-in-the-wizard: the help of each field", arguments: Language.allCases)
  func help(_ language: Language) throws {
    let account = try ScriptedAccount(imap: .refusing("NO Login failed."), smtp: .refusing("535 Login failed."))
    let session = try Tool.terminal(
      account.arguments.filter { !["--email", ScriptedAccount.address].contains($0) }, environment: language.environment)
    try session.answer(Prompts(language).address, "?")
    try session.wait(for: language == .english ? "such as name@example.org" : "例如 name@example.org")
    try session.type([0x04])
    _ = try session.finish()
    Self.expectOwnWords(session)
  }

  @Test(
    "fault-command-line-words-in-the-wizard: causes and what to do",
    arguments: [
      ScriptedBehaviour.refusing("NO Login failed."), .refusing("NO use the full email address as username"), .selfSigned, .otherName,
      .oauthOnly, .closed, .silentAfterLogin,
      ScriptedBehaviour { mailProtocol, _ in [.say(mailProtocol == .imap ? "* OK ready\r\n" : "220 ready\r\n"), .silence] },
    ])
  func causes(_ behaviour: ScriptedBehaviour) throws {
    let account = try ScriptedAccount(imap: behaviour, smtp: behaviour)
    let session = try Tool.terminal(account.arguments + ["--timeout", "2"])
    // Servers that nothing confirms are looked at before the question for the password.
    try session.wait("the password, or the warning") { session.text.contains("(hidden") || session.text.contains("[y/N]") }
    if !session.text.contains("(hidden") {
      try session.enter("y")
      try session.wait(for: "(hidden")
    }
    try session.enter("Tzq9")
    try session.wait(for: "Is it right?")
    try session.answer("Number [1] (< back): ", "")
    try session.wait(for: "What next?", within: 40)
    try session.wait(for: Prompts(.english).choice)
    try session.type([0x04])
    _ = try session.finish()
    Self.expectOwnWords(session)
  }

  @Test(
    "fault-several-words-for-one-thing: the menu has the provider's own term",
    arguments: [
      ("demo", DemoAccount.address, "Try a different app password", "换一个应用密码再试"),
      ("demo", DemoAccount.addressOff, "Try a different app password", "换一个应用密码再试"),
    ], Language.allCases)
  func term(_ row: (id: String, address: String, english: String, chinese: String), _ language: Language) throws {
    let prompts = Prompts(language)
    let session = try Tool.terminal(["--provider", row.id, "--email", row.address], environment: language.environment)
    try session.answer(prompts.secret, "aaaa-bbbb-cccc-dddd")
    try session.wait(for: prompts.choice)
    #expect(session.text.contains(language == .english ? row.english : row.chinese), "\(session.text)")
    try session.type([0x04])
    _ = try session.finish()
    Self.expectOwnWords(session)
  }

  @Test("fault-several-words-for-one-thing: and a plain password where nobody knows the provider") func plainTerm() throws {
    let account = try ScriptedAccount(imap: .refusing("NO wrong password"), smtp: .refusing("535 wrong password"))
    let session = try Tool.terminal(account.arguments)
    try session.wait(for: "Password (hidden")
    try session.enter("Tzq9")
    try session.wait(for: "Is it right?")
    try session.answer("Number [1] (< back): ", "")
    try session.wait(for: "Try a different password", within: 40)
    try session.wait(for: Prompts(.english).choice)
    try session.type([0x04])
    _ = try session.finish()
    Self.expectOwnWords(session)
  }
}
