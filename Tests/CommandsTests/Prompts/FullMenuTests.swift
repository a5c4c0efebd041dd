// Tests of the menu after a verification that failed or was interrupted: every earlier answer is kept.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("the full style: the menu after a failure") struct FullMenuTests {
  private static let prompts = FullPrompts(.english)

  /// Returns a session at the menu of an account whose servers refuse every login.
  private func refused(_ options: [String] = []) throws -> (FullScreen, ScriptedAccount) {
    let account = try ScriptedAccount(imap: .refusing("NO [AUTHENTICATIONFAILED] wrong word"), smtp: .refusing("535 5.7.8 wrong word"))
    let screen = try FullScreen(account.arguments + options, columns: 100, rows: 40)
    screen.companion = account
    try screen.answer("Password (hidden): ", "Tzq9")
    try screen.haveSeen("wrong word")
    try screen.selected("1")
    return (screen, account)
  }

  private func quit(_ screen: FullScreen) throws {
    try screen.type("q")
    #expect(try screen.finish() == .exited(77))
  }

  @Test("ux-49, ux-92, ux-101: arrows and digits, one key each; the cursor is in the selected row; other keys ring the bell")
  func choosing() throws {
    let screen = try FullScreen(["--provider", "demo", "--email", DemoAccount.addressOff], rows: 40)
    try screen.answer(Self.prompts.secret, DemoAccount.appPassword)
    try screen.haveSeen("IMAP is turned off")
    try screen.selected("1  Try a different password")
    for (key, wanted) in [
      (Press.down, "2"), (Press.ctrl("n"), "3"), (Press.end, "5  Quit"), (Press.down, "5"), (Press.ctrl("p"), "4"), (Press.home, "1"),
      (Press.up, "1"),
    ] {
      try screen.type(key)
      try screen.selected(wanted)
    }
    // Two keys had no effect.
    try screen.wait("two bells") { $0.bells == 2 }
    for (count, key) in [(3, "9"), (4, Press.backTab), (5, Press.escape)] {
      try screen.type(key)
      try screen.wait("\(count) bells") { $0.bells == count }
    }
    // The same verification again.
    try screen.type(Press.down + "\r")
    try screen.wait("the second verification") { terminal in
      terminal.everything.filter { $0.contains("IMAP 127.0.0.1:") && $0.contains("SMTP") }.count == 2
    }
    try screen.selected("1")
    // The guide, then the secret again.
    try screen.type("3")
    try screen.answer(Self.prompts.secret, DemoAccount.appPassword)
    try screen.wait("the third verification") { terminal in
      terminal.everything.filter { $0.contains("IMAP 127.0.0.1:") && $0.contains("SMTP") }.count == 3
    }
    try screen.selected("1")
    try quit(screen)
  }

  @Test("ux-58, ux-62: what failed and the server's reply; one login at each server per attempt")
  func words() throws {
    let (screen, account) = try refused()
    try screen.haveSeen("The server replied:")
    try screen.haveSeen("Likely cause")
    let logins = (account.imap.recordings + account.smtp.recordings).flatMap(\.lines).filter { line in
      line.starts(with: "AUTH".utf8) || line.dropFirst(3).starts(with: "AUTHENTICATE".utf8)
    }
    #expect(logins.count == 2)
    try quit(screen)
  }

  @Test("ux-47, ux-48, ux-49: a server or the user name is changed with the old one in the field; everything else is kept, the secret too")
  func change() throws {
    let (screen, account) = try refused()
    try screen.type("3")
    try screen.see("What do you want to change?")
    try screen.selected("1  IMAP server: localhost:\(account.imap.port)")
    // Back, without a change.
    try screen.type(Press.backTab)
    try screen.see(Self.prompts.whatNow)
    try screen.selected("1  Try a different password")
    try screen.type("3")
    try screen.see("What do you want to change?")
    try screen.type("3")
    try screen.cursor(behind: "Username: \(ScriptedAccount.address)")
    try screen.type(Press.ctrl("u") + "anna\r")
    try screen.wait("the second verification") { _ in account.secretsReceived.count == 4 }
    try screen.selected("1  Try a different password")
    #expect(account.secretsReceived.filter { $0.elementsEqual("\0anna\0Tzq9".utf8) }.count == 2)
    try screen.type("3")
    try screen.see("What do you want to change?")
    try screen.selected("1  IMAP server")
    try screen.type("\r")
    try screen.cursor(behind: "IMAP server (HOST:PORT): localhost:\(account.imap.port)")
    try screen.type(Press.ctrl("u") + "nonsense host\r")
    try screen.see("Enter it like this: imap.example.org:993")
    try screen.cursor(behind: "IMAP server (HOST:PORT): nonsense host")
    try screen.type(Press.ctrl("u") + "localhost:1\r")
    try screen.haveSeen("IMAP localhost:1 ")
    try screen.selected("1  Try a different password")
    // The user name is still the changed one.
    #expect(account.secretsReceived.last.map { $0.elementsEqual("\0anna\0Tzq9".utf8) } == true)
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test("ux-49: the trace is saved where the user says, for the owner alone, without the secret; the menu appears again")
  func trace() throws {
    let folder = try ProcessFolder()
    let file = "\(folder.path)/trace.txt"
    let (screen, _) = try refused()
    try screen.type("4")
    try screen.cursor(behind: "Save session log to: setup-trace.txt")
    try screen.type(Press.ctrl("u") + "\(folder.path)/none/trace\r")
    try screen.haveSeen("/none/trace")
    try screen.selected("1")
    try screen.type("4")
    try screen.cursor(behind: "Save session log to: setup-trace.txt")
    try screen.type(Press.ctrl("u") + file + "\r")
    try screen.session.wait("the file") { ProcessFolder.read(file) != nil }
    try screen.selected("1")
    #expect(ProcessFolder.mode(file) == 0o600)
    let text = String(decoding: try #require(ProcessFolder.read(file)), as: UTF8.self)
    #expect(text.contains("wrong word"))
    #expect(!text.contains("Tzq9"))
    try quit(screen)
  }
}
