// Tests of the choice after the verification: save, set up a mail client, show the settings, or nothing. Each test has
// its own home and servers.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("after the verification", .waiting) final class EndingTests {
  private let home: String

  init() throws {
    home = NSTemporaryDirectory() + "setup-ending-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  private static let secret = "wf8qtq2mzc5r4kxd"
  private var registry: String { home + "/.config/mail-setup/accounts.json" }
  private var kept: String { home + "/.local/share/mail-setup/secrets/\(ScriptedAccount.address)" }

  /// No secret store except the file: neither a session bus nor a store of pass.
  private var environment: [String: String] {
    [
      "HOME": home, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "GNUPGHOME": home + "/gnupg", "PASSWORD_STORE_DIR": home + "/pass",
      "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_RUNTIME_DIR": home,
    ]
  }

  /// Returns a session at the choice, in the full style.
  private func proved(_ options: [String] = [], rows: Int = 40) throws -> FullScreen {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let screen = try FullScreen(account.reviewed + options, columns: 100, rows: rows, environment: environment)
    screen.companion = account
    try screen.answer("Password (hidden): ", Self.secret)
    try screen.haveSeen("It works")
    return screen
  }

  /// Chooses the entry that begins with `name`, wherever it is.
  private func choose(_ name: String, in screen: FullScreen) throws {
    try screen.see("Which mail client?")
    for number in 1...18 {
      try screen.selected("\(number)  ")
      if screen.terminal.screen[screen.terminal.cursor.row].contains("  \(name)") { return try screen.type("\r") }
      try screen.type(Press.down)
    }
    Issue.record("no \(name)")
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test("The account is saved with its secret in a file, but only after a warning and a yes; then msmtp's file is written")
  func everything() throws {
    let screen = try proved()
    try screen.selected("1  Save the account")
    try screen.type("1\r")
    try screen.answer("Account name: anna@example.org", "")
    try screen.selected("1  File that only you can read (not encrypted)")
    try screen.type("1\r")
    try screen.see("The file is not encrypted")
    try screen.type("n\r")
    #expect(!FileManager.default.fileExists(atPath: kept))
    try screen.selected("1  File that only you can read (not encrypted)")
    try screen.type("1\r")
    try screen.wait("the question again") { $0.everything.joined().components(separatedBy: "Save it in a file").count == 3 }
    try screen.type("y\r")
    try screen.see("Saved as anna@example.org.")
    #expect(try text(kept).hasPrefix(Self.secret))
    #expect(try text(registry).contains("anna@example.org") && !text(registry).contains(Self.secret))

    try screen.selected("1  Set up a mail client")
    try screen.type("1\r")
    try choose("msmtp", in: screen)
    try screen.selected("1  Write it to the client's own file")
    try screen.type("\r")
    try screen.see("Write these changes to ~/.msmtprc?")
    #expect(!FileManager.default.fileExists(atPath: home + "/.msmtprc"))
    try screen.session.enter("y")
    try screen.selected("1  Set up a mail client")
    let written = try text(home + "/.msmtprc")
    #expect(written.contains("host localhost") && written.contains("secret anna@example.org"))
    #expect(!written.contains(Self.secret))

    try screen.type("2\r")
    try screen.haveSeen("Outgoing mail (SMTP)")
    try screen.haveSeen("Server: localhost")
    try screen.selected("1  Set up a mail client")
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(0))
    #expect(!String(decoding: screen.session.capture, as: UTF8.self).contains(Self.secret))
  }

  @Test("A list longer than the window keeps the selected row visible")
  func longList() throws {
    let screen = try proved(rows: 12)
    try screen.selected("1  Save the account")
    try screen.type("2\r")
    try screen.see("Save it now?")
    try screen.type("n\r")
    try screen.see("Which mail client?")
    try screen.selected("1  ")
    try screen.type(Press.end)
    try screen.selected("18  ")
    try screen.type(Press.home)
    try choose("Another program (JSON)", in: screen)
    try screen.selected("1  Save it to a file")
    try screen.type(Press.down)
    try screen.selected("2  Show it here")
    try screen.type("\r")
    try screen.haveSeen("\"imap\"")
    try screen.haveSeen("setup export json --email")
    try screen.selected("1  Save the account")
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: registry))
  }

  @Test("An account that cannot be saved is reported, its result stands, and the choice is offered again")
  func brokenRegistry() throws {
    try FileManager.default.createDirectory(atPath: home + "/.config/mail-setup", withIntermediateDirectories: true)
    try "no registry".write(toFile: registry, atomically: true, encoding: .utf8)
    chmod(registry, 0o600)
    let screen = try proved()
    try screen.selected("1  Save the account")
    try screen.type("1\r")
    try screen.answer("Account name: anna@example.org", "")
    try screen.selected("1  File that only you can read")
    try screen.type("2\r")
    try screen.haveSeen("Nothing was changed. Fix the file")
    try screen.selected("1  Save the account")
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(0))
    #expect(try text(registry) == "no registry")
  }

  @Test("Ctrl-C after the verification ends by the signal, and says that the account works and is not saved")
  func interrupted() throws {
    let screen = try proved()
    try screen.selected("1  Save the account")
    try screen.type(Press.ctrl("c"))
    #expect(try screen.finish() == .signalled(SIGINT))
    #expect(!String(decoding: screen.session.capture, as: UTF8.self).contains("Nothing was saved"))
    try screen.haveSeen("anna@example.org works. It was not saved")
  }

  @Test("A call with --save asks nothing")
  func named() throws {
    let screen = try proved(["--save", "work", "--store", "file"])
    try screen.haveSeen("Saved as work.")
    #expect(try screen.finish() == .exited(0))
    #expect(try text(kept).hasPrefix(Self.secret))
    #expect(try text(registry).contains("\"work\""))
  }

  @Test("Line mode offers the same", arguments: Language.allCases)
  func lines(_ language: Language) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let all = environment.merging(["TERM": "dumb"]) { $1 }.merging(language.environment) { $1 }
    let session = try Tool.terminal(account.reviewed, environment: all)
    let isEnglish = language == .english
    let (number, back) = isEnglish ? ("Number: ", "Number (< back): ") : ("序号：", "序号（< 返回）：")
    try session.answer(isEnglish ? "Password (hidden" : "密码（不显示", Self.secret)
    try session.answer(number, "3")
    try session.wait(for: isEnglish ? "Encryption: SSL/TLS" : "加密方式：SSL/TLS")
    try session.answer(number, "1")
    try session.answer("[anna@example.org]", "")
    try session.answer(back, "2")
    try session.wait(for: isEnglish ? "without the password" : "未保存密码")
    try session.answer(number, "1")
    try session.answer(back, "git")
    try session.answer(back, "2")
    try session.wait(for: "[sendemail]")
    try session.answer(number, "q")
    #expect(try session.finish().end == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: kept))
    withExtendedLifetime(account) {}
  }
}
