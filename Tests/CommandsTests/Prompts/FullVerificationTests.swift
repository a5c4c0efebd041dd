// Tests of the progress view: both servers in parallel, the time limit of a stage, Ctrl-C.

import Foundation
import TestSupport
import Testing

@Suite("the full style: verification", .waiting) struct FullVerificationTests {
  private func silent(columns: Int = 100) throws -> (FullScreen, ScriptedAccount) {
    let account = try ScriptedAccount(imap: .silentAfterLogin, smtp: .silentAfterLogin)
    let screen = try FullScreen(account.reviewed, columns: columns, rows: 40)
    screen.companion = account
    try screen.answer("Password (hidden): ", "Tzq9")
    try screen.wait("both logins to run") { terminal in
      account.secretsReceived.count == 2 && terminal.screen.joined().filter { $0 != " " }.components(of: "sign-inrunning").count == 3
    }
    return (screen, account)
  }

  @Test("ux-53, ux-54, ux-55, ux-56: stages appear as words, IMAP left of SMTP or above it", arguments: [100, 60])
  func board(_ columns: Int) throws {
    let (screen, account) = try silent(columns: columns)
    let rows = screen.terminal.screen
    let imap = try #require(rows.firstIndex { $0.contains("IMAP localhost:\(account.imap.port)") })
    let smtp = try #require(rows.firstIndex { $0.contains("SMTP localhost:\(account.smtp.port)") })
    #expect(columns == 100 ? imap == smtp : imap < smtp)
    #expect(rows[imap...].joined().components(of: " ok ").count > 4)
    #expect(rows[imap...].joined().components(of: " ms").count > 4)
    screen.session.signal(SIGTERM)
    #expect(try screen.finish() == .signalled(SIGTERM))
    #expect(screen.terminal.pasteModes.last == false)
  }

  @Test("ux-57: a stage that hangs shows its time limit; Ctrl-C leads to the menu with every answer kept, a second one ends it")
  func interrupt() throws {
    let before = try #require(try Tool.terminal(["--version"]).attributes)
    let (screen, _) = try silent()
    try screen.wait("how long, and its limit") { $0.screen.contains { $0.contains(#/[0-9]+ of [0-9]+ s/#) } }
    // During the verification keys have no effect and are not shown.
    try screen.type("xyz\r")
    try screen.type("\u{3}")
    try screen.haveSeen("Stopped. Press Ctrl-C again to quit.")
    try screen.selected("1  Try again without changes")
    #expect(!screen.session.text.contains("does not work yet"))
    #expect(!screen.terminal.everything.contains { $0.contains("xyz") })
    try screen.type("\u{3}")
    #expect(try screen.finish() == .signalled(SIGINT))
    #expect(screen.session.attributes == before)
    #expect(screen.terminal.pasteModes.last == false)
    #expect(screen.session.text.contains("To continue later:\n  setup --email"))
  }

  @Test(
    "ux-80, ux-110: every other signal ends it immediately, with the terminal restored",
    arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGSEGV])
  func signals(_ signal: Int32) throws {
    let before = try #require(try Tool.terminal(["--version"]).attributes)
    let (screen, _) = try silent()
    screen.session.signal(signal)
    #expect(try screen.finish() == .signalled(signal))
    #expect(screen.session.attributes == before)
    #expect(screen.terminal.pasteModes.last == false)
    #expect(screen.terminal.cursor.column == 0)
  }

  @Test("ux-86: a window of another size has the view drawn again", arguments: [60, 120])
  func resized(_ columns: Int) throws {
    let (screen, account) = try silent()
    screen.resize(columns: columns, rows: 40)
    try screen.wait("the board") { terminal in
      let rows = terminal.screen.filter { $0.contains("IMAP localhost:\(account.imap.port)") }
      // A drawing that was sent before the size changed may still be visible above.
      return rows.last?.contains("SMTP") == (columns > 76)
    }
    screen.session.signal(SIGTERM)
    #expect(try screen.finish() == .signalled(SIGTERM))
  }
}
