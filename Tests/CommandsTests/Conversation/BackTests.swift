// Tests of the way back in every part of the conversation: the question before, with its answer in the field; and of a "no", which leads to
// the answer that was doubted.

import TestSupport
import Testing
import Vocabulary

@Suite("back, with every answer kept", .waiting) struct BackTests {
  private static let prompts = Prompts(.english)
  private static let imap = "IMAP server and port"
  private static let smtp = "SMTP server and port"
  private static let ways = " (? help, < back): "

  /// Returns a session at the question for the SMTP server, after `imap` was typed.
  private func byHand(_ imap: String) throws -> PtySession {
    let session = try Tool.terminal([])
    try session.answer(Self.prompts.provider, "other")
    try session.answer(Self.imap + Self.ways, imap)
    return session
  }

  private func end(_ session: PtySession) throws {
    session.signal(15)
    #expect(try session.finish().end == .signalled(15))
  }

  @Test(
    "fault-back-throws-by-hand-answers-away: from the SMTP server to the IMAP server, which has its answer",
    arguments: ["imap.own.example:993", "localhost:1143", "mail.own.example:143"])
  func fromServer(_ typed: String) throws {
    let session = try byHand(typed)
    try session.answer("\(Self.smtp) [\(typed.prefix { $0 != ":" })]\(Self.ways)", "<")
    try session.answer("\(Self.imap) [\(typed)]\(Self.ways)", "")
    try session.wait(for: Self.smtp)
    try end(session)
  }

  @Test("fault-back-throws-by-hand-answers-away: question by question from the address to the provider, and forward with Enter alone")
  func wholeWay() throws {
    let session = try byHand("localhost:1")
    try session.answer(Self.smtp, "localhost:2")
    try session.answer("Your email address (? help, < back): ", "<")
    try session.answer("\(Self.smtp) [localhost:2]\(Self.ways)", "<")
    try session.answer("\(Self.imap) [localhost:1]\(Self.ways)", "<")
    try session.answer(Self.prompts.provider, "other")
    try session.answer("\(Self.imap) [localhost:1]\(Self.ways)", "")
    try session.answer("\(Self.smtp) [localhost:2]\(Self.ways)", "")
    try session.answer("Your email address (? help, < back): ", "me@own.example")
    try session.wait(for: "Continue with the password anyway?")
    // From this question back to the address.
    try session.enter("<")
    try session.wait(for: "Your email address [me@own.example]")
    try end(session)
  }

  @Test(
    "fault-back-throws-by-hand-answers-away: \"no\" after the look at the servers leads to the one that was doubted",
    arguments: [MailProtocol.imap, .smtp])
  func doubted(_ wrong: MailProtocol) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let (imap, smtp) = ("localhost:\(wrong == .imap ? 1 : account.imap.port)", "localhost:\(wrong == .smtp ? 1 : account.smtp.port)")
    let session = try Tool.terminal(["--ca-file", account.caFile])
    try session.answer(Self.prompts.provider, "other")
    try session.answer(Self.imap, imap)
    try session.answer(Self.smtp, smtp)
    try session.answer("Your email address", "me@own.example")
    try session.answer("Continue with the password anyway?", "n")
    switch wrong {
    case .imap:
      try session.answer("\(Self.imap) [localhost:1]\(Self.ways)", "localhost:\(account.imap.port)")
      try session.answer("\(Self.smtp) [\(smtp)]\(Self.ways)", "")
    case .smtp: try session.answer("\(Self.smtp) [localhost:1]\(Self.ways)", "localhost:\(account.smtp.port)")
    }
    // The address is known, and the servers work.
    try session.answer("Your email address [me@own.example]", "")
    try session.wait(for: "Password (hidden")
    try end(session)
  }

  @Test(
    "fault-back-throws-by-hand-answers-away: a provider of a brand, and an address, keep their place", arguments: ["wangyi", "tencent"])
  func brand(_ word: String) throws {
    let session = try Tool.terminal([])
    try session.answer(Self.prompts.provider, word)
    try session.answer("Number (< back): ", "1")
    try session.answer("Your email address (? help, < back): ", "<")
    try session.wait(for: "Number (< back): ")
    try session.enter("<")
    try session.answer("Email address or provider [\(word)] (? list all): ", "")
    try session.wait(for: "Number (< back): ")
    try end(session)
  }

  @Test("What the call says can be gone back to: the address, then the provider", arguments: [["--provider", "demo"], []])
  func call(_ provider: [String]) throws {
    let session = try Tool.terminal(provider + ["--email", DemoAccount.address])
    try session.answer(Self.prompts.secret, "<")
    try session.goBack(to: "Your email address [\(DemoAccount.address)] (? help, < back): ")
    try session.enter("<")
    try session.answer(Self.prompts.provider, DemoAccount.address)
    try session.wait(for: Self.prompts.secret)
    try end(session)
  }

  @Test(
    "fault-brand-chosen-then-asked-again: a provider that was marked in the list of a brand is not asked for again",
    arguments: [("wangyi", 1), ("网易", 2), ("tencent", 1)])
  func markedInTheList(_ word: String, _ steps: Int) throws {
    let screen = try FullScreen([], rows: 40)
    try screen.cursor(behind: FullPrompts(.english).provider)
    try screen.see("Type to search")
    try screen.type(word)
    try screen.cursor(behind: FullPrompts(.english).provider + word)
    for _ in 0..<steps { try screen.type(Press.down) }
    try screen.wait("a marked row") { $0.screen.contains { $0.hasPrefix("> ") } }
    let marked = try #require(screen.marked?.dropFirst(2))
    let name = try #require(Tool.catalog.providers.map(\.name.english).filter(marked.hasPrefix).max { $0.count < $1.count })
    try screen.type("\r")
    try screen.haveSeen("Provider: \(name)")
    #expect(!screen.session.text.contains("Which "))
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test("fault-back-throws-by-hand-answers-away: in the menus after a success, one question each") func afterSuccess() throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let home = try Home()
    let session = try home.terminal(account.reviewed)
    try session.answer("Password (hidden", "wf8qtq2mzc5r4kxd")
    try session.answer("Number: ", "1")
    try session.answer("Account name [\(ScriptedAccount.address)]", "work")
    try session.answer("Number (< back): ", "<")
    try session.answer("Account name [work]", "<")
    try session.answer("Number: ", "2")
    try session.answer("Save it now?", "n")
    try session.answer("Number (< back): ", "msmtp")
    try session.wait(for: "What should setup do with the configuration?")
    try session.answer("Number (< back): ", "<")
    try session.wait(for: "Which mail client?")
    try session.answer("Number (< back): ", "<")
    try session.answer("Number: ", "q")
    #expect(try session.finish().end == .exited(0))
  }
}
