// Tests of the secret, key by key: pastes, characters that are removed, questions, and that no part of it is shown.

import TestSupport
import Testing
import Vocabulary

@Suite("the full style: the secret", .waiting) struct FullSecretTests {
  private static let prompt = "Password (hidden): "

  /// Types `keys` at the prompt of an account whose servers accept every secret. Returns the secrets that the servers
  /// received.
  private func sent(_ keys: [UInt8], provider: String? = nil, prompt: String = prompt) throws -> (FullScreen, [String]) {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let screen = try FullScreen(account.reviewed + (provider.map { ["--provider", $0] } ?? []), columns: 100, rows: 40)
    try screen.cursor(behind: prompt)
    try screen.session.type(keys)
    try screen.type("\r")
    try screen.haveSeen("It works")
    try screen.selected("1  Save the account")
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(0))
    #expect(account.secretsReceived.count == 2)
    let lead = "\0\(ScriptedAccount.address)\0"
    return (screen, account.secretsReceived.map { String(decoding: $0.dropFirst(lead.utf8.count), as: UTF8.self) })
  }

  @Test(
    "ux-37, ux-40, ux-41, ux-42, ux-113: typed and pasted text arrives unchanged, without the line end after a paste, without any key",
    arguments: [
      ("typed", "Tzq9", "Tzq9"), ("pasted", Press.pasted("Tzq9"), "Tzq9"), ("pasted with CRLF", Press.pasted("Tzq9\r\n"), "Tzq9"),
      ("pasted with LF", Press.pasted("Tzq9\n"), "Tzq9"), ("pasted in two", Press.pasted("Tz") + Press.pasted("q9"), "Tzq9"),
      ("Backspace", "Tzx\u{7f}q9", "Tzq9"), ("a character outside ASCII taken back", "Tz密\u{7f}q9", "Tzq9"),
      ("Ctrl-U", "wrong\u{15}Tzq9", "Tzq9"),
      ("Ctrl-W", "Tz wrong\u{17}q9", "Tz q9"),
      ("arrows and function keys", "T\(Press.left)z\(Press.up)q\u{1b}[24~9\u{1b}OQ", "Tzq9"), ("looks like base64", "VHpxOQ==", "VHpxOQ=="),
      ("UTF-8", "pässwörd密码", "pässwörd密码"), ("blanks", "a b  c", "a b  c"),
    ])
  func arrives(_ name: String, _ keys: String, _ wanted: String) throws {
    let (screen, sent) = try sent(Array(keys.utf8))
    #expect(sent == [wanted, wanted])
    #expect(!screen.session.text.contains(wanted))
  }

  @Test("ux-36, ux-38, ux-113: blanks of every kind are removed if the catalog proves it safe, and their number is shown")
  func cleaned() throws {
    let pasted = Press.pasted("abcd\u{a0}efgh\u{3000}ijkl mnop\r\n")
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let screen = try FullScreen(account.reviewed + ["--provider", "gmail"], columns: 100, rows: 40)
    try screen.wait("the prompt") { $0.beforeCursor.contains("(hidden") }
    try screen.type(pasted)
    try screen.wait("the marks") { $0.beforeCursor.hasSuffix(String(repeating: "*", count: 19)) }
    try screen.type("\r")
    try screen.haveSeen("16 characters entered; 3 extra characters removed.")
    try screen.haveSeen("It works")
    try screen.selected("1  Save the account")
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(0))
    #expect(
      account.secretsReceived.allSatisfy {
        $0.suffix(16).elementsEqual("abcdefghijklmnop".utf8) && $0.count == 16 + 2 + ScriptedAccount.address.utf8.count
      })
  }

  @Test("ux-37, ux-113: two lines are refused with a message, and sent nowhere", arguments: ["\n", "\r\n", "\r"])
  func twoLines(_ end: String) throws {
    let canary = ProcessCanary()
    let screen = try FullScreen(["--provider", "demo", "--email", DemoAccount.address])
    let prompt = FullPrompts(.english).secret
    try screen.cursor(behind: prompt)
    try screen.type(Press.pasted("\(canary.text)\(end)second") + "\r")
    try screen.haveSeen("You pasted more than one line. Copy only the password.")
    try screen.cursor(behind: prompt)
    try screen.type(Press.pasted(DemoAccount.appPassword + end) + "\r")
    try screen.haveSeen("It works")
    try screen.selected("1  Save the account")
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(0))
    #expect(canary.found(in: screen.session.capture) == [])
  }

  @Test("ux-36, ux-39: a secret without the shape of the provider's code needs confirmation, and No asks again; no octet of it is shown")
  func shape() throws {
    let canary = ProcessCanary()
    let prompts = FullPrompts(.english)
    let screen = try FullScreen(["--provider", "demo", "--email", DemoAccount.address])
    try screen.answer(prompts.secret, canary.text)
    try screen.haveSeen("\(canary.text.count) characters")
    try screen.cursor(behind: prompts.anyway)
    // Enter alone is the safe answer.
    try screen.type("\r")
    try screen.answer(prompts.secret, canary.text)
    try screen.cursor(behind: prompts.anyway)
    try screen.type("n\r")
    try screen.answer(prompts.secret, canary.text)
    try screen.cursor(behind: prompts.anyway)
    try screen.type("y\r")
    try screen.haveSeen(prompts.notYet)
    try screen.selected("1")
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(77))
    #expect(canary.found(in: screen.session.capture) == [])
  }

  @Test("ux-85: what is typed before the prompt is discarded")
  func typedAhead() throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let screen = try FullScreen(account.reviewed)
    try screen.type("typed ahead")
    try screen.answer(Self.prompt, "Tzq9")
    try screen.haveSeen("It works")
    try screen.selected("1  Save the account")
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(0))
    #expect(account.secretsReceived.allSatisfy { $0.suffix(5).elementsEqual("\0Tzq9".utf8) })
  }

  @Test("ux-10: an empty input is no secret", arguments: ["", " \u{7f}", "abc\u{15}"])
  func empty(_ keys: String) throws {
    let screen = try FullScreen(FullPlace.unreachable)
    try screen.answer(Self.prompt, keys)
    try screen.haveSeen("This cannot be empty.")
    try FullPlace.secret.isThere(screen)
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test("ux-33: the whole guide from the prompt, and back to it", arguments: [Press.help, Press.ctrl("g"), "?\r"])
  func guide(_ keys: String) throws {
    let screen = try FullScreen(["--provider", "yandex", "--email", "me@yandex.com"], rows: 60)
    try screen.wait("the prompt") { $0.beforeCursor.contains("(hidden") }
    #expect(!screen.session.text.contains("Official help"))
    try screen.type(keys)
    try screen.haveSeen("Official help")
    try screen.wait("the prompt again") { $0.beforeCursor.contains("(hidden") }
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test("a secret longer than the limit is refused, not cut", arguments: [1_025, 3_000])
  func long(_ count: Int) throws {
    let screen = try FullScreen(FullPlace.unreachable)
    try screen.cursor(behind: Self.prompt)
    try screen.type(Press.pasted(String(repeating: "x", count: count)) + "\r")
    try screen.haveSeen("longer than 1024 bytes")
    #expect(!screen.session.text.contains("xxxx"))
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }
}
