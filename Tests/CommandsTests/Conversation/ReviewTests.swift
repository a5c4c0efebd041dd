// Tests of the review before the secret is sent: every line, what names it, and changes of several lines before the check.

import TestSupport
import Testing
import Vocabulary

@Suite("the review before the secret is sent", .waiting) struct ReviewTests {
  private static let menu = "Number [1] (< back): "

  private func account() throws -> ScriptedAccount { try ScriptedAccount(imap: .accepting, smtp: .accepting) }

  @Test("ux-48: servers of the call are shown with their origin, and Enter checks", arguments: Language.allCases)
  func shown(_ language: Language) throws {
    let account = try account()
    let isEnglish = language == .english
    let session = try Tool.terminal(account.arguments + language.option)
    try session.answer(isEnglish ? "Password (hidden" : "密码（不显示", "Tzq9")
    try session.wait(for: isEnglish ? "This is what will be checked." : "将验证以下内容。")
    try session.wait(for: "localhost:\(account.imap.port) SSL/TLS\(isEnglish ? " (from the command line)" : "（来自命令行）")")
    try session.wait(for: ScriptedAccount.address)
    try session.wait(for: account.caFile)
    #expect(account.secretsReceived.isEmpty)
    try session.answer(isEnglish ? Self.menu : "序号 [1]（< 返回）：", "")
    try session.wait(for: isEnglish ? "It works" : "验证通过")
    #expect(account.secretsReceived.count == 2)
    session.hangUp()
    _ = try session.finish()
  }

  @Test("ux-48: typed servers are said to be typed, and the review fits a small window", arguments: [(80, 24), (40, 12)])
  func drawn(columns: Int, rows: Int) throws {
    let account = try account()
    let screen = try FullScreen(["--ca-file", account.caFile], columns: columns, rows: rows)
    screen.companion = account
    try screen.cursor(behind: FullPrompts(.english).provider)
    try screen.see("Type to search")
    try screen.type(Press.end + "\r")
    try screen.answer("IMAP server and port: ", "localhost:\(account.imap.port)")
    try screen.cursor(behind: "SMTP server and port: localhost")
    try screen.type(Press.ctrl("u") + "localhost:\(account.smtp.port)\r")
    try screen.answer("Your email address: ", "me@own.example")
    try screen.answer("Password (hidden): ", "Tzq9")
    try screen.selected("1  Check it")
    for _ in 0..<2 { try screen.type(Press.down) }
    try screen.selected("3  IMAP server: localhost:\(account.imap.port)")
    #expect(account.secretsReceived.isEmpty)
    try screen.type(Press.home)
    try screen.selected("1  Check it")
    try screen.type("\r")
    try screen.haveSeen("It works")
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test("ux-48: several lines are changed before the check; the secret is kept, and goes only to the servers that are shown")
  func severalChanges() throws {
    let (wrong, right) = (try account(), try account())
    // The authority of the right servers is trusted only after the change.
    let session = try Tool.terminal(wrong.arguments)
    try session.answer("Password (hidden", "Tzq9")
    try session.answer(Self.menu, "3")
    try session.answer("IMAP server", "localhost:\(right.imap.port)")
    try session.answer("Number [1] (< back): ", "")
    try session.answer(Self.menu, "4")
    try session.answer("SMTP server", "localhost:\(right.smtp.port)")
    try session.answer("Number [1] (< back): ", "")
    try session.answer(Self.menu, "5")
    try session.answer("Username [\(ScriptedAccount.address)]", "anna")
    try session.answer(Self.menu, "6")
    try session.answer("Certificate file", right.caFile)
    try session.wait(for: "localhost:\(right.imap.port) SSL/TLS (typed)")
    try session.answer(Self.menu, "")
    try session.wait(for: "It works")
    #expect(wrong.secretsReceived.isEmpty)
    #expect(right.secretsReceived.filter { $0.elementsEqual("\0anna\0Tzq9".utf8) }.count == 2)
    session.hangUp()
    _ = try session.finish()
  }

  @Test("fault-back-throws-by-hand-answers-away: back in a line's field leads to the review, and back from there to the password")
  func back() throws {
    let account = try account()
    let session = try Tool.terminal(account.arguments)
    try session.answer("Password (hidden", "Tzq9")
    for line in ["3", "4", "5", "6"] {
      try session.answer(Self.menu, line)
      try session.answer("(? help, < back): ", "<")
    }
    try session.answer(Self.menu, "<")
    try session.answer("Password (hidden", "Tzq8")
    try session.answer(Self.menu, "")
    try session.wait(for: "It works")
    #expect(account.secretsReceived.allSatisfy { $0.elementsEqual("\0anna@example.org\0Tzq8".utf8) })
    session.hangUp()
    _ = try session.finish()
  }

  @Test("ux-16: with --yes, and for the demo, one line says what is checked", arguments: [true, false], Language.allCases)
  func oneLine(_ isDemo: Bool, _ language: Language) throws {
    let account = try account()
    let isEnglish = language == .english
    let call = isDemo ? ["--provider", "demo", "--email", DemoAccount.address] : account.reviewed
    let session = try Tool.terminal(call + language.option)
    let secret = isDemo ? DemoAccount.appPassword : "Tzq9"
    try session.answer(isEnglish ? "(hidden" : "（不显示", secret)
    let address = isDemo ? DemoAccount.address : ScriptedAccount.address
    try session.wait(for: isEnglish ? "Checking \(address) at " : "正在验证 \(address)：")
    try session.wait(for: isEnglish ? "It works" : "验证通过")
    #expect(!session.text.contains(isEnglish ? "Is it right?" : "都对吗？"))
    session.hangUp()
    _ = try session.finish()
  }

  @Test(
    "An account of the built-in list needs a look only if its domain is not the provider's",
    arguments: [("me@yandex.com", false), ("me@own.example", true)])
  func builtIn(_ address: String, _ isReviewed: Bool) throws {
    let session = try Tool.terminal(["--provider", "yandex", "--email", address, "--timeout", "1"])
    if isReviewed { try session.wait(for: "Provider: ") }
    try session.answer("(hidden", "abcdefghijklmnop")
    try session.wait(
      for: isReviewed ? "This is what will be checked." : "Checking \(address) at imap.yandex.com:993 and smtp.yandex.com:465")
    if isReviewed { try session.wait(for: "Yandex Mail (built-in list)") }
    session.signal(15)
    _ = try session.finish()
  }
}
