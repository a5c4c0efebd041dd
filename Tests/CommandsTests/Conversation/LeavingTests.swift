// Tests of the ends of a conversation: what was and was not kept, once, and the call that goes on from there, on one line.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("leaving a conversation", .waiting) final class LeavingTests {
  private let home: ProcessFolder

  init() throws { home = try ProcessFolder() }

  private static let nothing = "Nothing was saved, and no mail was sent."

  private var environment: [String: String] {
    [
      "HOME": home.path, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "GNUPGHOME": home.path + "/gnupg",
      "PASSWORD_STORE_DIR": home.path + "/pass", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_RUNTIME_DIR": home.path,
    ]
  }

  /// Returns the line of the call, exactly as it was written.
  private func call(_ session: PtySession) throws -> String {
    let line = try #require(session.text.split(separator: "\n").last { $0.hasPrefix("  setup --") })
    return String(line.dropFirst(2))
  }

  private func refused() throws -> ScriptedAccount {
    try ScriptedAccount(imap: .refusing("NO [AUTHENTICATIONFAILED] no"), smtp: .refusing("535 5.7.8 no"))
  }

  @Test(
    "fault-resume-call-broken-over-lines: one line in every window, with the authority, the language and the usernames",
    arguments: [40, 70, 80], Language.allCases)
  func oneLine(columns: Int, language: Language) throws {
    let account = try refused()
    let options = ["--imap-username", "anna", "--smtp-username", "someone else"] + language.option
    let session = try Tool.terminal(account.reviewed + options, columns: columns)
    try session.wait(for: language == .english ? "Password (hidden" : "密码（不显示")
    try session.type("\u{3}")
    #expect(try session.finish().end == .signalled(SIGINT))
    let call = try call(session)
    let words = [
      "--email \(ScriptedAccount.address)", "--imap localhost:\(account.imap.port) --imap-security tls",
      "--smtp localhost:\(account.smtp.port) --smtp-security tls", "--imap-username anna", "--smtp-username 'someone else'",
      "--ca-file \(account.caFile)", "--lang \(language.rawValue)", "--yes",
    ]
    for word in words { #expect(call.contains(word), "\(call)") }
  }

  @Test("fault-resume-call-broken-over-lines: answers given so far, also one server and what was gone back from", arguments: [40, 80])
  func answers(columns: Int) throws {
    let session = try Tool.terminal(["--ispdb", "--timeout", "9"], columns: columns)
    try session.answer(Prompts(.english).provider, "other")
    try session.answer("IMAP server", "imap.a-long-name-of-a-server.own.example:1993")
    try session.wait(for: "SMTP server")
    try session.type("\u{3}")
    _ = try session.finish()
    let half = try call(session)
    #expect(half == "setup --imap imap.a-long-name-of-a-server.own.example:1993 --imap-security tls --timeout 9 --ispdb")
    // That call asks for the other server, and then for the address.
    let next = try Tool.terminal(half.split(separator: " ").dropFirst().map(String.init), columns: columns)
    try next.answer("SMTP server", "<")
    try next.answer("IMAP server", "")
    try next.answer("SMTP server", "smtp.own.example:465")
    try next.answer("Your email address", "<")
    try next.wait(for: "SMTP server")
    try next.type("\u{4}")
    #expect(try next.finish().end == .exited(66))
    let whole = try call(next)
    #expect(whole.contains("--imap imap.a-long-name-of-a-server.own.example:1993"), "\(whole)")
    #expect(whole.contains("--smtp smtp.own.example:465 --smtp-security tls"), "\(whole)")
  }

  @Test("fault-resume-call-broken-over-lines: the command that configures a client, and the ones that import prints", arguments: [40, 80])
  func otherCalls(columns: Int) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let session = try Tool.terminal(account.reviewed, columns: columns, environment: environment)
    try session.answer("Password (hidden", "wf8qtq2mzc5r4kxd")
    try session.answer("Number: ", "2")
    try session.answer("Save it now?", "n")
    try session.answer("Number (< back): ", "json")
    // Shown here, not saved to a file.
    try session.answer("Number (< back): ", "2")
    try session.wait(for: "Same thing as a command:")
    try session.wait(for: "\"imap\"")
    let line = try #require(session.text.split(separator: "\n").last { $0.contains("setup export json") })
    #expect(line.contains("--email \(ScriptedAccount.address)") && line.contains("--smtp localhost:") && line.contains("--ca-file"))
    session.hangUp()
    _ = try session.finish()
  }

  @Test(
    "fault-quit-by-menu-without-resume-call: the menu's quit says what Ctrl-C says",
    arguments: Language.allCases, ["q", "\u{3}", "\u{4}"])
  func quit(_ language: Language, _ key: String) throws {
    let account = try refused()
    let session = try Tool.terminal(account.reviewed + language.option)
    try session.answer(language == .english ? "Password (hidden" : "密码（不显示", "Tzq9")
    try session.wait(for: language == .english ? "Number: " : "序号：")
    if key == "q" { try session.enter("q") } else { try session.type(key) }
    _ = try session.finish()
    #expect(try call(session).contains("--email \(ScriptedAccount.address)"))
    #expect(!session.text.contains("Tzq9"))
  }

  @Test(
    "fault-nothing-saved-twice: it is said once, at the end, however often the check failed", arguments: [1, 2], ["q", "\u{3}"])
  func once(_ times: Int, _ key: String) throws {
    let account = try refused()
    let session = try Tool.terminal(account.reviewed)
    for count in 0..<times {
      if count > 0 { try session.enter("1") }
      try session.answer("Password (hidden", "Tzq\(count)")
      try session.wait(for: "Number: ")
    }
    if key == "q" { try session.enter("q") } else { try session.type(key) }
    _ = try session.finish()
    #expect(session.text.components(separatedBy: Self.nothing).count == 2)
    let after = try #require(session.text.range(of: Self.nothing))
    #expect(session.text[after.upperBound...].contains("To continue later:"))
  }

  @Test("fault-nothing-saved-twice: the demo's failure, and leaving before any check", arguments: [true, false])
  func onceInTheDemo(_ checks: Bool) throws {
    let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.addressOff])
    try session.wait(for: Prompts(.english).secret)
    if checks {
      try session.enter(DemoAccount.appPassword)
      try session.wait(for: "IMAP is turned off")
      try session.wait(for: "Number: ")
    }
    try session.type("\u{3}")
    _ = try session.finish()
    #expect(session.text.components(separatedBy: Self.nothing).count == 2)
  }

  enum Place: CaseIterable { case menu, name, keyring, client }

  @Test(
    "fault-ctrl-c-after-success-says-nothing: the account works and is not saved; the call goes on", arguments: Place.allCases,
    ["\u{3}", "\u{4}"])
  func afterSuccess(_ place: Place, _ key: String) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let session = try Tool.terminal(account.reviewed, environment: environment)
    try session.answer("Password (hidden", "wf8qtq2mzc5r4kxd")
    try session.wait(for: "Number: ")
    switch place {
    case .menu: break
    case .name, .keyring:
      try session.enter("1")
      try session.wait(for: "Account name")
      if place == .keyring {
        try session.enter("")
        try session.wait(for: "Number (< back): ")
      }
    case .client:
      try session.enter("2")
      try session.answer("Save it now?", "n")
      try session.wait(for: "Number (< back): ")
    }
    try session.type(key)
    #expect(try session.finish().end == (key == "\u{3}" ? .signalled(SIGINT) : .exited(0)))
    #expect(session.text.contains("\(ScriptedAccount.address) works. It was not saved, and no mail was sent."))
    #expect(try call(session).contains("--email \(ScriptedAccount.address)"))
    #expect(!session.text.contains("wf8qtq2mzc5r4kxd"))
  }

  @Test("fault-ctrl-c-after-success-says-nothing: a saved account is said to be saved, in both languages", arguments: Language.allCases)
  func afterSaving(_ language: Language) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let session = try Tool.terminal(account.reviewed + language.option, environment: environment)
    let isEnglish = language == .english
    try session.answer(isEnglish ? "Password (hidden" : "密码（不显示", "wf8qtq2mzc5r4kxd")
    try session.answer(isEnglish ? "Number: " : "序号：", "1")
    try session.answer("[\(ScriptedAccount.address)]", "work")
    try session.answer(isEnglish ? "Number (< back): " : "序号（< 返回）：", "2")
    try session.wait(for: isEnglish ? "Number: " : "序号：")
    try session.type("\u{3}")
    #expect(try session.finish().end == .signalled(SIGINT))
    #expect(session.text.contains(isEnglish ? "work is saved." : "work 已保存。"))
    #expect(!session.text.contains(isEnglish ? "was not saved" : "没有保存这个账户"))
  }
}
