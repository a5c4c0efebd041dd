// Tests of the menu after a verification that failed or was interrupted: every earlier answer is kept.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("the full style: the menu after a failure", .waiting) struct FullMenuTests {
  private static let prompts = FullPrompts(.english)

  /// Returns a session at the menu of an account whose servers refuse every login.
  private func refused(_ options: [String] = []) throws -> (FullScreen, ScriptedAccount) {
    let account = try ScriptedAccount(imap: .refusing("NO [AUTHENTICATIONFAILED] wrong word"), smtp: .refusing("535 5.7.8 wrong word"))
    let screen = try FullScreen(account.reviewed + options, columns: 100, rows: 40)
    screen.companion = account
    try screen.answer("Password (hidden): ", "Tzq9")
    try screen.haveSeen("wrong word")
    try screen.selected("1")
    return (screen, account)
  }

  private func quit(_ screen: FullScreen) throws {
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(77))
  }

  @Test("ux-49, ux-92, ux-101: arrows and digits move the mark, Enter chooses; the cursor is in the selected row; other keys ring the bell")
  func choosing() throws {
    let screen = try FullScreen(["--provider", "demo", "--email", DemoAccount.addressOff], rows: 40)
    try screen.answer(Self.prompts.secret, DemoAccount.appPassword)
    try screen.haveSeen("IMAP is turned off")
    try screen.selected("1  Try again, after turning IMAP on")
    for (key, wanted) in [
      (Press.down, "2"), (Press.ctrl("n"), "3"), (Press.end, "5  Quit"), (Press.down, "5"), (Press.ctrl("p"), "4"), (Press.home, "1"),
      (Press.up, "1"),
    ] {
      try screen.type(key)
      try screen.selected(wanted)
    }
    // Two keys had no effect.
    try screen.wait("two bells") { $0.bells == 2 }
    for (count, key) in [(3, "9"), (4, Press.backTab), (5, Press.escape), (6, "x")] {
      try screen.type(key)
      try screen.wait("\(count) bells") { $0.bells == count }
    }
    // The same verification again.
    try screen.type("\r")
    try screen.wait("the second verification") { terminal in
      terminal.everything.filter { $0.contains("IMAP 127.0.0.1:") && $0.contains("SMTP") }.count == 2
    }
    try screen.selected("1")
    // The guide, then the secret again.
    try screen.type("3\r")
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
    try screen.type("2\r")
    try screen.see("What do you want to change?")
    try screen.selected("1  Check it with these")
    try screen.see("IMAP server: localhost:\(account.imap.port)")
    // Back, without a change.
    try screen.type(Press.backTab)
    try screen.see(Self.prompts.whatNow)
    try screen.selected("1  Try a different password")
    try screen.type("2\r")
    try screen.see("What do you want to change?")
    try screen.type("5\r")
    try screen.cursor(behind: "Username: \(ScriptedAccount.address)")
    try screen.type(Press.ctrl("u") + "anna\r")
    // Nothing is sent before the user says so.
    try screen.selected("1  Check it with these")
    #expect(account.secretsReceived.count == 2)
    try screen.type("\r")
    try screen.wait("the second verification") { _ in account.secretsReceived.count == 4 }
    try screen.selected("1  Try a different password")
    #expect(account.secretsReceived.filter { $0.elementsEqual("\0anna\0Tzq9".utf8) }.count == 2)
    try screen.type("2\r")
    try screen.see("What do you want to change?")
    try screen.selected("1  Check it with these")
    try screen.type("3\r")
    try screen.cursor(behind: "IMAP server and port: localhost:\(account.imap.port)")
    try screen.type(Press.ctrl("u") + "nonsense host\r")
    try screen.see("Enter it like this: imap.example.org:993")
    try screen.cursor(behind: "IMAP server and port: nonsense host")
    try screen.type(Press.ctrl("u") + "localhost:1\r")
    try screen.selected("1  SSL/TLS")
    try screen.type("\r")
    try screen.selected("1  Check it with these")
    try screen.type("\r")
    // The other server has refused the secret under this name: it is not sent there again unasked.
    try screen.answer("Password (hidden): ", "Tzq9")
    try screen.haveSeen("IMAP localhost:1 ")
    // The third refusal.
    try screen.selected("1  Quit and wait at least 15 minutes")
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
    try screen.type("3\r")
    try screen.cursor(behind: "Save session log to: setup-trace.txt")
    try screen.type(Press.ctrl("u") + "\(folder.path)/none/trace\r")
    try screen.haveSeen("/none/trace")
    try screen.selected("1")
    try screen.type("3\r")
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

  /// Returns a session at the menu after these replies to the login; `nil` is a server that accepts it.
  private func answered(_ imap: String?, _ smtp: String?) throws -> (FullScreen, ScriptedAccount) {
    let account = try ScriptedAccount(
      imap: imap.map { .refusing($0) } ?? .accepting, smtp: smtp.map { .refusing($0) } ?? .accepting)
    let screen = try FullScreen(account.reviewed, columns: 100, rows: 40)
    screen.companion = account
    try screen.answer("Password (hidden): ", "Tzq9")
    return (screen, account)
  }

  @Test(
    "fault-menu-default-ignores-diagnosis: the marked entry is what the first cause wants",
    arguments: [
      ("NO [ALERT] IMAP access is disabled for your account", nil, "Try again, after turning IMAP on"),
      (nil, "535 5.7.8 SMTP is disabled", "Try again, after turning SMTP on"),
      ("NO wrong password", "535 wrong password", "Try a different password"),
      ("NO [LIMIT] too many attempts", "535 no", "Quit and wait at least 15 minutes"),
      ("NO [UNAVAILABLE] maintenance", "451 4.3.0 maintenance", "Quit, and try again later"),
      ("NO Login failed.", nil, "Try another username for IMAP"),
      ("NO wrong server, use imap2.example.org", "535 wrong server", "Change something else"),
    ] as [(String?, String?, String)])
  func recommended(_ imap: String?, _ smtp: String?, _ entry: String) throws {
    let (screen, _) = try answered(imap, smtp)
    try screen.haveSeen("does not work yet")
    try screen.selected("1  \(entry)")
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test(
    "fault-no-word-about-locking: after the second refusal the risk is told, after the third waiting is marked; the same is not offered again"
  )
  func locking() throws {
    let (screen, account) = try refused()
    #expect(!screen.session.text.contains("lock accounts"))
    #expect(!screen.session.text.contains("Try again without changes"))
    for (count, secret) in [(2, "Tzq8"), (3, "Tzq7")] {
      try screen.type(count == 2 ? "\r" : "1\r")
      try screen.answer("Password (hidden): ", secret)
      try screen.haveSeen("\(count) sign-ins rejected so far")
      try screen.selected(count == 2 ? "1  Try a different password" : "1  Quit and wait at least 15 minutes")
    }
    #expect(account.secretsReceived.count == 6)
    try screen.type("\r")
    #expect(try screen.finish() == .exited(77))
  }

  @Test(
    "fault-refused-secret-sent-again: a server gets a refused secret again only if it is entered again",
    arguments: ["3", "4"])
  func again(_ server: String) throws {
    let (screen, account) = try refused()
    try screen.type("2\r")
    try screen.see("What do you want to change?")
    try screen.type(server + "\r")
    try screen.see("server and port: localhost:")
    try screen.type(Press.ctrl("u") + "localhost:1\r")
    try screen.selected("1  SSL/TLS")
    try screen.type("\r")
    try screen.selected("1  Check it with these")
    try screen.type("\r")
    try screen.cursor(behind: "Password (hidden): ")
    #expect(account.secretsReceived.count == 2)
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }
}
