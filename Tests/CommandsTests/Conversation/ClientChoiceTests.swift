// Tests of the hand-over: which client is offered first, and configurations that are saved to a file.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("the choice of a mail client", .waiting) final class ClientChoiceTests {
  private let home: String

  init() throws {
    home = NSTemporaryDirectory() + "setup-choice-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: home + "/bin", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// Only the programs of the test are installed.
  private var environment: [String: String] {
    [
      "HOME": home, "PATH": home + "/bin", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
      "XDG_RUNTIME_DIR": home,
    ]
  }

  private func install(_ program: String, _ version: String) throws {
    let path = home + "/bin/" + program
    try "#!/bin/sh\necho \(version)\n".write(toFile: path, atomically: true, encoding: .utf8)
    chmod(path, 0o700)
  }

  /// Returns a session at the list of clients, and what it offers, in order.
  private func offered(_ options: [String] = [], language: Language = .english) throws -> (FullScreen, [String]) {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    // An authority of the account's own would be one more thing that a client can or cannot use.
    let environment = environment.merging(["SSL_CERT_FILE": account.caFile]) { $1 }
    let screen = try FullScreen(
      account.reviewed.filter { $0 != "--ca-file" && $0 != account.caFile } + options, columns: 100, rows: 50, language: language,
      environment: environment)
    screen.companion = account
    try screen.wait("the secret") { $0.beforeCursor.contains(language == .english ? "(hidden" : "（不显示") }
    try screen.session.enter("abcdefghijklmnop")
    try screen.wait("the choice") { FullScreen.bare([$0.screen[$0.cursor.row]]).hasPrefix(">1") }
    try screen.type(Press.down)
    try screen.selected("2")
    try screen.type("\r")
    try screen.see(language == .english ? "Save it now?" : "现在保存吗？")
    try screen.type("n\r")
    try screen.see(language == .english ? "Which mail client?" : "要设置哪个邮件客户端？")
    try screen.selected("1")
    let rows = screen.terminal.screen.filter { $0.contains(#/^[> ] +[0-9]+  /#) }
    return (screen, rows.map { $0.replacing(#/^[> ] +[0-9]+  /#, with: "") })
  }

  private func end(_ screen: FullScreen) throws {
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  /// NetEase opens a mailbox only to programs that send IMAP ID.
  @Test(
    "fault-clients-that-cannot-first: those that cannot open the mailbox come last and are marked", arguments: ["163", "126", "yeah"],
    Language.allCases)
  func order(_ provider: String, _ language: Language) throws {
    try install("aerc", "aerc 0.18.2")
    try install("neomutt", "NeoMutt 20220429")
    try install("msmtp", "msmtp version 1.8.23")
    let (screen, names) = try offered(["--provider", provider], language: language)
    let cannot = language == .english ? "cannot open this mailbox" : "打不开这个邮箱"
    let first = try #require(names.firstIndex { $0.contains(cannot) })
    #expect(names[first...].allSatisfy { $0.contains(cannot) }, "\(names)")
    for name in ["NeoMutt", "Mutt", "aerc", "mbsync", "fetchmail"] {
      let position = try #require(names.firstIndex { $0.hasPrefix(name) })
      #expect(position >= first, "\(names)")
    }
    // The installed one that can is the first of all.
    #expect(names.first?.hasPrefix("msmtp") == true, "\(names)")
    #expect(names.contains { $0.hasPrefix("NeoMutt") && $0.contains("20220429") })
    // Choosing one that cannot says why, and the list is there again.
    try screen.type(Press.end)
    try screen.type("\r")
    try screen.haveSeen(language == .english ? "These can:" : "可用的客户端：")
    try screen.selected("1")
    try end(screen)
  }

  @Test("fault-clients-that-cannot-first: at other providers all can; the installed ones are first, then what everybody knows")
  func others() throws {
    for program in ["aerc", "neomutt", "emacs"] { try install(program, "1.0") }
    let (screen, names) = try offered()
    #expect(names.prefix(3).map { $0.prefix { $0 != " " } } == ["NeoMutt", "aerc", "Emacs"], "\(names)")
    #expect(names.dropFirst(3).first?.hasPrefix("Thunderbird") == true, "\(names)")
    #expect(!names.contains { $0.contains("cannot") })
    try end(screen)
  }

  @Test(
    "fault-apple-xml-scrolls-over-the-screen: what has no file of its own is saved to one, for the user alone, and not printed",
    arguments: [("Apple Mail", "<plist", true), ("Thunderbird", "<clientConfig", false), ("Another program (JSON)", "\"imap\"", true)])
  func saved(_ client: String, _ content: String, _ isPrivate: Bool) throws {
    let (screen, names) = try offered()
    let file = home + "/saved"
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    let position = try #require(names.firstIndex { $0.hasPrefix(client) })
    for number in 0..<position {
      try screen.type(Press.down)
      try screen.selected("\(number + 2)")
    }
    try screen.type("\r")
    try screen.selected("1  Save it to a file")
    try screen.type("\r")
    try screen.see("Save to: ")
    try screen.type(Press.ctrl("u") + file + "\r")
    try screen.see("already exists. Replace it?")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    try screen.type("n\r")
    try screen.wait("the question again") { $0.beforeCursor.hasPrefix("Save to: ") }
    try screen.type(Press.ctrl("u") + file + "2\r")
    try screen.haveSeen("Saved to \(file)2")
    try screen.selected("1  Save the account")
    let written = try String(contentsOfFile: file + "2", encoding: .utf8)
    #expect(written.contains(content))
    var status = stat()
    #expect(stat(file + "2", &status) == 0 && status.st_mode & 0o777 == (isPrivate ? 0o600 : 0o644))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    // Nothing of it is on the screen.
    #expect(!screen.terminal.everything.contains { $0.contains(content) })
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(0))
  }
}
