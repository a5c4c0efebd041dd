// Tests of line mode: it works with a screen reader, a serial line or a log, and has all functions of the full style.

import TestSupport
import Testing
import Vocabulary

@Suite("line mode", .waiting) struct LineModeTests {
  @Test(
    "ux-5, ux-6, ux-55, ux-97, ux-99: whole lines, nothing drawn twice, no marks for a secret, no bell, no frames; each prompt ends with a blank",
    arguments: ["dumb", "xterm-256color"], Language.allCases)
  func plain(_ term: String, _ language: Language) throws {
    let prompts = Prompts(language)
    let session = try Tool.terminal([], environment: language.environment.merging(["TERM": term]) { $1 })
    try session.answer(prompts.provider, "demo")
    try session.wait(for: prompts.chosen)
    try session.answer(prompts.address, DemoAccount.address)
    try session.answer(prompts.secret, "zzzz-zzzz-zzzz-zzzz")
    try session.wait(for: prompts.notYet)
    try session.answer(prompts.choice, "1")
    try session.answer(prompts.secret, DemoAccount.appPassword)
    try session.wait(for: prompts.good)
    try session.answer(prompts.choice, "q")
    #expect(try session.finish().end == .exited(0))
    let text = String(decoding: session.capture, as: UTF8.self)
    #expect(!text.contains("*") && !text.contains("\u{7}") && !text.contains("\u{8}"))
    #expect(!text.unicodeScalars.contains { (0x2500...0x259f).contains($0.value) })
    // A carriage return is always part of a line end.
    #expect(!text.replacing("\r\n", with: "\n").contains("\r"))
    if term == "dumb" { #expect(!text.contains("\u{1b}")) }
    var terminal = VirtualTerminal(columns: 80, rows: 24)
    terminal.feed(session.capture)
    #expect(terminal.unknown == [] && terminal.pasteModes == [])
    let sequences = text.components(of: "\u{1b}[").dropFirst()
    // Colors if the terminal has them, but no movement of the cursor.
    #expect(sequences.allSatisfy { $0.drop { $0.isNumber || $0 == ";" }.first == "m" })
    for prompt in [prompts.provider, prompts.address, prompts.choice] { #expect(prompt.hasSuffix(language == .english ? ": " : "：")) }
  }

  @Test("ux-9, ux-10, ux-12, ux-13: help with `?`, the default in brackets, a question about a full-width address")
  func questions() throws {
    let prompts = Prompts(.english)
    let folder = try ProcessFolder()
    let session = try Tool.terminal(["--provider", "demo"])
    try session.answer(prompts.address, "?")
    try session.wait(for: "tells which servers are yours.")
    try session.answer(prompts.address, "off＠demo。invalid")
    try session.answer("Did you mean off@demo.invalid? [y/N] ", "y")
    try session.answer(prompts.secret, DemoAccount.appPassword)
    try session.wait(for: "IMAP is turned off")
    try session.answer(prompts.choice, "4")
    try session.answer("Save session log to [setup-trace.txt] (? help, < back): ", "\(folder.path)/trace")
    try session.answer(prompts.choice, "q")
    #expect(try session.finish().end == .exited(77))
    #expect(folder.names == ["trace"])
  }

  @Test("ux-33, ux-46: the whole guide from the secret's prompt, and the way back")
  func guide() throws {
    let session = try Tool.terminal(["--provider", "yandex"])
    try session.answer(Prompts(.english).address, "me@yandex.com")
    try session.answer("(hidden", "?")
    try session.wait(for: "Official help")
    session.turnsPages = false
    try session.answer("(hidden", "<")
    // Part by part, to the question before the first.
    try session.answer("Enter: app password, b: back, ?: all", "b")
    try session.answer("Enter: steps 6-10, b: back, ?: all", "b")
    try session.answer("Enter: steps 2-5, b: back, ?: all", "<")
    try session.wait(for: "Your email address")
    session.signal(15)
    #expect(try session.finish().end == .signalled(15))
  }

  @Test("ux-47, ux-49: one answer is changed, with the old one in brackets; the rest is kept")
  func change() throws {
    let account = try ScriptedAccount(imap: .refusing("NO wrong word"), smtp: .refusing("535 wrong word"))
    let session = try Tool.terminal(account.reviewed)
    let prompts = Prompts(.english)
    try session.answer("Password (hidden", "Tzq9")
    try session.answer(prompts.choice, "3")
    try session.wait(for: "What do you want to change?")
    try session.answer("Number [1] (< back): ", "5")
    try session.answer("Username [\(ScriptedAccount.address)] (? help, < back): ", "anna")
    try session.answer("Number [1] (< back): ", "")
    try session.answer(prompts.choice, "3")
    try session.answer("Number [1] (< back): ", "<")
    try session.answer(prompts.choice, "q")
    #expect(try session.finish().end == .exited(77))
    #expect(account.secretsReceived.filter { $0.elementsEqual("\0anna\0Tzq9".utf8) }.count == 2)
  }

  @Test("ux-50, ux-102: an error names the answer, and leaving prints how to continue")
  func leaving() throws {
    let session = try Tool.terminal(["--provider", "demo"])
    try session.answer(Prompts(.english).address, "name")
    try session.wait(for: "An address has one @")
    try session.answer(Prompts(.english).address, DemoAccount.address)
    try session.wait(for: Prompts(.english).secret)
    try session.type("\u{3}")
    #expect(try session.finish().end == .signalled(2))
    #expect(session.text.contains("To continue later:\n  setup --provider demo --email \(DemoAccount.address)"))
  }

  @Test("ux-100: the first help page tells how to enable it", arguments: ["--plain", "ACCESSIBLE"])
  func help(_ word: String) throws {
    let pages = try Tool.run(["--help"]).output + Tool.run(["help", "environment"]).output
    #expect(String(decoding: pages, as: UTF8.self).contains(word))
  }
}
