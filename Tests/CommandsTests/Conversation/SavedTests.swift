// Tests of saved accounts in a new conversation: they are named, and the address of one leads to the commands about it.

import AccountStore
import TestSupport
import Testing
import Vocabulary

@Suite("saved accounts in a new run", .waiting) struct SavedTests {
  private static let prompts = Prompts(.english)
  private static let menu = "Number [1] (< back): "
  private let home: Home
  private let host: MailHost

  init() throws { (home, host) = (try Home(), try MailHost()) }

  private func store(_ address: String = "anna@example.org", as name: String = "work") throws {
    let call = ["--email", address, "--secret-from", "stdin", "--save", name, "--store", "file"]
    let result = try home.run(call + host.arguments) { $0.input = .text(MailHost.secret + "\n") }
    #expect(result.end == .exited(0), "\(result.complaint)")
  }

  @Test("ux-52: the address of one leads to its check, typed or in the call", arguments: [true, false], Language.allCases)
  func check(_ isTyped: Bool, _ language: Language) throws {
    try store()
    let isEnglish = language == .english
    let call = isTyped ? [] : ["--email", "anna@example.org"]
    let session = try home.terminal(call + language.option)
    if isTyped {
      try session.wait(for: isEnglish ? "Saved accounts: anna@example.org." : "已保存的账户：anna@example.org。")
      try session.answer(Prompts(language).provider, "anna@example.org")
    }
    try session.wait(for: isEnglish ? "anna@example.org is saved as work." : "anna@example.org 已保存为 work。")
    try session.answer(isEnglish ? Self.menu : "序号 [1]（< 返回）：", "")
    try session.wait(for: "setup check work")
    #expect(try session.finish().end == .exited(0))
    #expect(try home.registry.read().first?.lastCheck?.outcome == .verified)
  }

  @Test("ux-52: another answer edits it, with everything filled in and the password kept") func edit() throws {
    try store()
    let session = try home.terminal([])
    try session.answer(Self.prompts.provider, "anna@example.org")
    try session.answer(Self.menu, "2")
    try session.wait(for: "setup accounts edit work")
    for word in ["[anna@example.org]", "[localhost:", "[localhost:", "[anna@example.org]", "[anna@example.org]"] {
      try session.answer(word, "")
    }
    try session.answer("(hidden", "")
    try session.wait(for: "Saved the changes to work.")
    #expect(try session.finish().end == .exited(0))
  }

  @Test("Back from the first field of the change leads to the menu, and quitting there says nothing was saved") func backFromEdit() throws {
    try store()
    let session = try home.terminal(["--email", "anna@example.org"])
    try session.answer(Self.menu, "2")
    try session.answer("Your email address [anna@example.org]", "<")
    try session.wait(for: "work was not changed")
    try session.answer(Self.menu, "q")
    #expect(try session.finish().end == .exited(66))
  }

  @Test("An account of the same address under two names is asked for; back leads to the first question") func several() throws {
    try store()
    try store(as: "other")
    let session = try home.terminal([])
    try session.answer(Self.prompts.provider, "anna@example.org")
    try session.wait(for: "anna@example.org is saved more than once.")
    try session.answer("Number (< back): ", "2")
    try session.wait(for: "anna@example.org is saved as other.")
    try session.answer(Self.menu, "<")
    // The question before is the one in which the address was typed.
    try session.answer("[anna@example.org]", "bob@example.org")
    try session.wait(for: "Looking up")
    session.hangUp()
    _ = try session.finish()
  }

  @Test("Setting it up anew, and a call that says more than the address, ask nothing about it twice", arguments: [true, false])
  func anew(_ isCall: Bool) throws {
    try store()
    let session = try home.terminal(["--email", "anna@example.org"] + (isCall ? host.arguments : []))
    if !isCall {
      try session.answer(Self.menu, "4")
      try session.wait(for: "Looking up")
    } else {
      try session.wait(for: "Password (hidden")
      #expect(!session.text.contains("is saved as"))
    }
    session.hangUp()
    _ = try session.finish()
  }

  @Test("More than three are counted, and without any there is no such line", arguments: [0, 1, 3, 5]) func hint(_ count: Int) throws {
    try home.save((0..<count).map { try host.account("n\($0)", address: "a\($0)@example.org", secret: nil) })
    let session = try home.terminal([])
    try session.wait(for: Self.prompts.provider)
    #expect(session.text.contains("Saved accounts:") == (count > 0))
    #expect(session.text.contains("and 2 more") == (count == 5))
    session.hangUp()
    _ = try session.finish()
  }
}
