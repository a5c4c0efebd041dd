// Tests of answers in line mode: what was pasted, typed ahead, or is no entry of the menu.

import TestSupport
import Testing
import Vocabulary

@Suite("line mode: answers", .waiting) struct LineKeyTests {
  private static let prompts = Prompts(.english)

  private func end(_ session: PtySession) throws {
    session.signal(15)
    #expect(try session.finish().end == .signalled(15))
  }

  /// Returns a session at the menu of an account whose servers refuse every login.
  private func refused() throws -> (PtySession, ScriptedAccount) {
    let account = try ScriptedAccount(imap: .refusing("NO [AUTHENTICATIONFAILED] no"), smtp: .refusing("535 5.7.8 no"))
    let session = try Tool.terminal(account.reviewed)
    try session.answer("Password (hidden", "Tzq9")
    try session.wait(for: Self.prompts.choice)
    return (session, account)
  }

  @Test(
    "fault-paste-taken-as-menu-choices: several lines at once are no answer to a menu, and none of them is used",
    arguments: ["2\n1\n1\n", "1\nnew-secret\n", "q\nq\n", "\n\n"])
  func pastedLines(_ text: String) throws {
    let (session, account) = try refused()
    try session.type(text)
    try session.wait(for: "Several lines came at once, so none of them was taken as the answer.")
    try session.wait(for: Self.prompts.choice)
    session.pause(0.2)
    #expect(account.secretsReceived.count == 2)
    try session.enter("q")
    #expect(try session.finish().end == .exited(77))
  }

  @Test(
    "fault-paste-taken-as-menu-choices: what may be the new password leads to its question, and is not sent",
    arguments: ["a2b3c4d5e6f7g8h9", "1234567890123456", "abcd efgh ijkl mnop"])
  func pastedSecret(_ text: String) throws {
    let (session, account) = try refused()
    try session.enter(text)
    try session.wait(for: "If it is the new password, enter it at the next question")
    try session.wait(for: "Password (hidden")
    #expect(account.secretsReceived.count == 2)
    try session.enter(text)
    try session.wait("the second verification") { account.secretsReceived.count == 4 }
    try end(session)
  }

  @Test("fault-paste-taken-as-menu-choices: nor to a yes-or-no question", arguments: ["y\ny\n", "y\nno\n", "\ny\n"])
  func pastedAtQuestion(_ text: String) throws {
    let session = try PromptPlace.sendAnyway.reach()
    try session.type(text)
    try session.wait(for: "none of them was taken as the answer")
    try session.wait(for: Self.prompts.sendAnyway)
    try session.enter("maybe")
    try session.wait(for: "Enter y for yes or n for no.")
    try session.answer(Self.prompts.sendAnyway, "?")
    try session.wait(for: "y is yes, n is no")
    try session.answer(Self.prompts.sendAnyway, "")
    try session.wait(for: Self.prompts.secret)
    try end(session)
  }

  @Test("fault-paste-taken-as-menu-choices: of several lines at a field only the first is used, and of several for a secret none")
  func pastedAtField() throws {
    let session = try Tool.terminal(["--provider", "demo"])
    try session.wait(for: Self.prompts.address)
    try session.type("\(DemoAccount.address)\nsecond\nthird\n")
    try session.wait(for: "Several lines came at once. Only the first was used.")
    try session.wait(for: Self.prompts.secret)
    try session.type("\(DemoAccount.appPassword)\nsecond\n")
    try session.wait(for: "You pasted more than one line. Copy only the password.")
    try session.answer(Self.prompts.secret, DemoAccount.appPassword)
    try session.wait(for: Self.prompts.good)
    try end(session)
  }

  @Test("fault-enter-after-one-key: what is typed while the servers are checked answers no question", arguments: ["1\r", "\r", "q\r", "y"])
  func typedAhead(_ keys: String) throws {
    let account = try ScriptedAccount(imap: .silentAfterLogin, smtp: .refusing("535 5.7.8 no"))
    let session = try Tool.terminal(account.reviewed + ["--timeout", "3"])
    try session.answer("Password (hidden", "Tzq9")
    try session.wait(for: "Checking IMAP")
    session.pause(0.3)
    try session.type(keys)
    try session.wait(for: Self.prompts.choice)
    session.pause(0.3)
    let count = account.secretsReceived.count
    try session.enter("q")
    _ = try session.finish()
    #expect(account.secretsReceived.count == count && count <= 2)
  }

  @Test(
    "fault-choice-lists-without-help: `?` says what a menu decides and shows it again; a wrong answer repeats the question, not the list",
    arguments: ["99", "x", "0"])
  func help(_ wrong: String) throws {
    let (session, _) = try refused()
    func lists() -> Int { session.text.components(of: "  1  Try a different password").count - 1 }
    #expect(lists() == 1)
    try session.enter(wrong)
    try session.wait(for: "What next? That is not one of the choices. Enter a number from 1 to 4, or ? for help.")
    try session.wait(for: Self.prompts.choice)
    #expect(lists() == 1)
    try session.enter("?")
    try session.wait(for: "The first entry is what the likely cause asks for.")
    try session.wait(for: Self.prompts.choice)
    #expect(lists() == 2)
    try session.enter("q")
    #expect(try session.finish().end == .exited(77))
  }

  @Test("fault-choice-lists-without-help: at the systems of a brand", arguments: ["netease", "新浪邮箱", "ali"])
  func brand(_ word: String) throws {
    let session = try Tool.terminal([])
    try session.answer(Self.prompts.provider, word)
    try session.wait(for: "  1  ")
    try session.answer("Number (< back): ", "?")
    try session.wait(for: "These systems have different servers and passwords.")
    try session.wait(for: "Number (< back): ")
    try end(session)
  }
}
