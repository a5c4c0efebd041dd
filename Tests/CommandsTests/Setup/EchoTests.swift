// Tests that no character of a secret appears at the terminal, whatever the user types or pastes at its prompt.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("the hidden prompt", .waiting)
struct EchoTests {
  private let canary = ProcessCanary()
  private let prompt = Prompts(.english).secret

  private func session(_ options: [String] = []) throws -> PtySession {
    try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address] + options)
  }

  @Test(
    "term-scrollback, ux-36, ux-39, ux-99: term-echo-off: echo is off at the prompt and on again after it; nothing of the secret appears")
  func hides() throws {
    let session = try session()
    #expect(session.attributes?.echoes == true)
    try session.wait(for: prompt)
    #expect(session.attributes?.echoes == false)
    try session.enter(canary.text)
    try session.wait(for: Prompts(.english).sendAnyway)
    #expect(session.attributes?.echoes == true)
    try session.enter("y")
    try session.wait(for: "does not work yet.")
    try session.answer(Prompts(.english).choice, "q")
    #expect(try session.finish().end == .exited(77))
    #expect(canary.found(in: session.capture) == [])
    #expect(session.text.contains("\(canary.text.count) characters"))
  }

  @Test("ux-85: what is typed before the prompt is discarded, and is no part of the secret")
  func typedAhead() throws {
    let session = try session()
    try session.type("typed ahead")
    try session.wait(for: prompt)
    try session.enter(DemoAccount.appPassword)
    try session.wait(for: "It works")
    try session.answer("Number: ", "q")
    #expect(try session.finish().end == .exited(0))
  }

  typealias Keys = Row<[UInt8], String>

  @Test(
    "ux-41, ux-42: term-password-backspace-kill: the terminal's own editing works",
    arguments: [
      Keys("backspace", Array("abcx\u{7f}".utf8), "abc"), Keys("kill the line", Array("wrong\u{15}abc".utf8), "abc"),
      Keys("kill a word", Array("ab wrong\u{17}c".utf8), "ab c"), Keys("quote a control character", Array("a\u{16}\u{1}b".utf8), "a\u{1}b"),
      Keys("blanks inside", Array("a b c".utf8), "a b c"), Keys("letters outside ASCII", Array("pässwörd密码".utf8), "pässwörd密码"),
    ])
  func editing(_ keys: Keys) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let session = try Tool.terminal(account.reviewed)
    try session.answer("Password (hidden", String(decoding: keys.given, as: UTF8.self))
    try session.wait(for: "It works")
    try session.answer("Number: ", "q")
    #expect(try session.finish().end == .exited(0))
    let plain = Array("\0\(ScriptedAccount.address)\0\(keys.wanted)".utf8)
    #expect(account.secretsReceived == [plain, plain])
  }

  @Test("ux-37, ux-113: term-bracketed-paste: the markers of a paste are no part of it")
  func bracketedPaste() throws {
    let session = try session()
    try session.answer(prompt, "\u{1b}[200~\(DemoAccount.appPassword)\u{1b}[201~")
    try session.wait(for: "It works")
  }

  @Test(
    "ux-41: term-password-backspace-kill: an arrow or function key does not silently enter the secret",
    arguments: ["\u{1b}[D", "\u{1b}OP", "\u{1b}[3~"],
    [PtySession.Wiring.terminal, .input("/dev/null")])
  func arrowKeys(_ key: String, wiring: PtySession.Wiring) throws {
    let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address], wiring: wiring)
    try session.answer(prompt, canary.text + key)
    try session.wait(for: "An arrow or function key slipped into the password.")
    try session.answer(prompt, DemoAccount.appPassword)
    try session.wait(for: "It works")
    if case .terminal = wiring { try session.answer("Number: ", "q") }
    #expect(try session.finish().end == .exited(0))
    #expect(canary.found(in: session.capture) == [])
  }

  @Test("term-echo-off: a paste of more than 1,024 characters is refused, not cut", arguments: [1_025, 3_000, 4_000])
  func longPaste(_ count: Int) throws {
    let session = try session()
    try session.answer(prompt, canary.text + String(repeating: "x", count: count - canary.text.count))
    try session.wait(for: "longer than 1024 bytes")
    try session.answer(prompt, DemoAccount.appPassword)
    try session.wait(for: "It works")
    #expect(canary.found(in: session.capture) == [])
    #expect(!session.text.contains("xxxx"))
  }

  @Test("ux-10: an empty answer is asked for again")
  func empty() throws {
    let session = try session()
    try session.answer(prompt, "")
    try session.wait(for: "This cannot be empty.")
    try session.answer(prompt, DemoAccount.appPassword)
    try session.wait(for: "It works")
  }

  @Test("ux-86: term-resize-during-prompt: changing the window's size loses nothing", arguments: [(20, 5), (300, 90), (1, 1), (0, 0)])
  func resize(_ columns: Int, rows: Int) throws {
    let session = try session()
    try session.wait(for: prompt)
    try session.type("abcd-efgh-")
    session.resize(columns: columns, rows: rows)
    try session.enter("ijkl-mnop")
    try session.wait(for: "It works")
    try session.answer("Number: ", "q")
    #expect(try session.finish().end == .exited(0))
  }

  @Test("ux-7: term-resize-during-prompt: a window of any width at the start", arguments: [0, 1, 5, 20, 1_000])
  func widths(_ columns: Int) throws {
    let session = try Tool.terminal(["--provider", "demo", "--email", DemoAccount.address], columns: columns)
    try session.answer(prompt, DemoAccount.appPassword)
    try session.wait(for: "It works")
    try session.answer("Number: ", "q")
    #expect(try session.finish().end == .exited(0))
  }
}
