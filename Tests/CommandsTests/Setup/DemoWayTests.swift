// Tests of the demo: it says which addresses it has before it asks, shows every failure, and ends as a real account does, in a folder
// that is removed.

import Catalog
import Foundation
import Sentences
import TestSupport
import Testing
import Vocabulary

@Suite("the demo, the whole way", .waiting) final class DemoWayTests {
  private let home: String

  init() throws {
    home = NSTemporaryDirectory() + "setup-demo-way-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: home + "/tmp", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  private var environment: [String: String] { ["HOME": home, "TMPDIR": home + "/tmp", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""] }

  /// Everything below the home folder.
  private var files: [String] { FileManager.default.subpaths(atPath: home)?.sorted() ?? [] }

  @Test(
    "fault-demo-asks-before-it-tells: the addresses stand above the question", arguments: [(80, 24), (40, 12)], Language.allCases)
  func addresses(_ size: (columns: Int, rows: Int), _ language: Language) throws {
    let screen = try FullScreen(["--provider", "demo"], columns: size.columns, rows: size.rows, language: language)
    try screen.cursor(behind: FullPrompts(language).address)
    let shown = FullScreen.bare(screen.terminal.everything)
    for situation in DemoSituation.allCases {
      #expect(shown.contains(FullScreen.bare([situation.address + DemoSentence.what(situation)[language]])), "\(situation)")
    }
    screen.session.signal(15)
    _ = try screen.finish()
    let session = try Tool.terminal(["--provider", "demo"], environment: language.environment)
    try session.wait(for: Prompts(language).address)
    for situation in DemoSituation.allCases { #expect(session.text.contains(situation.address)) }
    session.signal(15)
    _ = try session.finish()
  }

  @Test(
    "fault-demo-asks-before-it-tells: every failure can be seen",
    arguments: [
      (DemoSituation.works, DemoAccount.webPassword, "app password", 77), (.works, "zzzz-zzzz-zzzz-zzzz", "rejected the sign-in", 77),
      (.withoutIMAP, DemoAccount.appPassword, "IMAP is turned off", 77), (.foreignSender, DemoAccount.appPassword, "sender", 77),
      (.untrusted, DemoAccount.appPassword, "certificate", 76),
    ])
  func failures(_ situation: DemoSituation, _ secret: String, _ said: String, _ status: Int32) throws {
    let result = try Tool.demo(situation.address, secret: secret)
    #expect(result.end == .exited(status), "\(result.text) \(result.complaint)")
    #expect(result.text.contains(said), "\(result.text)")
    if situation == .untrusted { #expect(result.text.contains("not sent")) }
  }

  @Test("fault-demo-asks-before-it-tells: silent servers show their time limit, and can be stopped", arguments: Language.allCases)
  func silent(_ language: Language) throws {
    let screen = try FullScreen(
      ["--provider", "demo", "--email", DemoSituation.silent.address], columns: 100, rows: 40, language: language)
    try screen.answer(FullPrompts(language).secret, DemoAccount.appPassword)
    try screen.wait("how long, and its limit") { $0.screen.contains { $0.contains(#/[0-9]+ (of|\/) [0-9]+ (s|秒)/#) } }
    try screen.type(Press.ctrl("c"))
    try screen.see(FullPrompts(language).whatNow)
    #expect(FullScreen.bare(screen.terminal.everything).contains(language == .english ? "stopped" : "已停止"))
    try screen.leaveChoice()
    #expect(try screen.finish() == .exited(66))
  }

  @Test("fault-demo-asks-before-it-tells: it ends as a real account does; what it saves is gone afterwards", arguments: Language.allCases)
  func ending(_ language: Language) throws {
    let before = files
    let screen = try FullScreen(
      ["--provider", "demo", "--email", DemoAccount.address], columns: 100, rows: 40, language: language, environment: environment)
    try screen.answer(FullPrompts(language).secret, DemoAccount.appPassword)
    try screen.haveSeen(FullPrompts(language).good)
    try screen.selected(language == .english ? "1  Save the account" : "1  保存账户")
    let folder = try #require(files.first { $0.hasPrefix("tmp/setup-scratch-") })
    try screen.haveSeen(home + "/" + folder)
    try screen.type("\r")
    try screen.answer((language == .english ? "Account name: " : "账户名称：") + DemoAccount.address, "")
    try screen.wait("the keyrings") { FullScreen.bare([$0.screen[$0.cursor.row]]).hasPrefix(">1") }
    try screen.type("\r")
    try screen.see(language == .english ? "Save it in a file anyway?" : "仍要保存到文件吗？")
    try screen.type("y\r")
    try screen.haveSeen(language == .english ? "Saved as demo@demo.invalid." : "已保存为 demo@demo.invalid。")
    #expect(files.contains { $0.hasPrefix(folder) && $0.hasSuffix("accounts.json") })
    try screen.selected(language == .english ? "1  Set up a mail client" : "1  设置邮件客户端")
    try screen.type("q\r")
    try screen.haveSeen(DemoSentence.removed[language])
    #expect(try screen.finish() == .exited(0))
    #expect(files == before)
  }

  @Test("Ctrl-C and a signal leave nothing behind; what a killed run left is removed by the next", arguments: [SIGINT, SIGTERM, SIGKILL])
  func interrupted(_ signal: Int32) throws {
    let before = files
    func run(_ signal: Int32) throws {
      let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address], environment: environment)
      try session.answer(Prompts(.english).secret, DemoAccount.appPassword)
      try session.answer(Prompts(.english).choice, "1")
      try session.wait(for: "Account name")
      session.signal(signal)
      #expect(try session.finish().end == .signalled(signal))
    }
    try run(signal)
    guard signal == SIGKILL else { return #expect(files == before) }
    #expect(files.contains { $0.hasPrefix("tmp/setup-scratch-") })
    try run(SIGTERM)
    #expect(files == before)
  }
}
