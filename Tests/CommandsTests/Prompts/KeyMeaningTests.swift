// Tests of what keys mean at menus and yes-or-no questions: they move the mark, only Enter chooses, and only what was typed at the
// question is an answer to it.

import TestSupport
import Testing
import Vocabulary

@Suite("the full style: keys mean one thing", .waiting) struct KeyMeaningTests {
  private static let prompts = FullPrompts(.english)
  private static let pause = 0.3

  private func end(_ screen: FullScreen) throws {
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  /// Returns a session at the menu of an account whose servers refuse every login.
  private func refused() throws -> (FullScreen, ScriptedAccount) {
    let account = try ScriptedAccount(imap: .refusing("NO [AUTHENTICATIONFAILED] no"), smtp: .refusing("535 5.7.8 no"))
    let screen = try FullScreen(account.reviewed, columns: 100, rows: 40)
    screen.companion = account
    try screen.answer("Password (hidden): ", "Tzq9")
    try screen.selected("1  Try a different password")
    return (screen, account)
  }

  // Enter

  @Test(
    "fault-enter-after-one-key: the key shows the answer, and Enter gives it; the next question waits for its own answer",
    arguments: [("n", false), ("N", false), ("y", true), ("是", true), ("yn", false), ("y\u{7f}", false)])
  func oneKey(_ keys: String, _ isYes: Bool) throws {
    let screen = try FullPlace.yesNo.reach()
    try screen.type(keys)
    try screen.cursor(behind: Self.prompts.anyway + (keys.hasSuffix("\u{7f}") ? "" : isYes ? "y" : "n"))
    screen.session.pause(Self.pause)
    try screen.cursor(behind: Self.prompts.anyway + (keys.hasSuffix("\u{7f}") ? "" : isYes ? "y" : "n"))
    try screen.type("\r")
    if isYes {
      try screen.selected("1")
    } else {
      try screen.cursor(behind: Self.prompts.secret)
      screen.session.pause(Self.pause)
      #expect(!screen.session.text.contains("cannot be empty"))
    }
    try end(screen)
  }

  @Test(
    "fault-enter-after-one-key: a second Enter, Esc or letters typed on do not answer the next question",
    arguments: ["\r", "\r\r\r", Press.escape, "y\r", "3\r", Press.down + "\r", "x"])
  func typedOn(_ rest: String) throws {
    let (screen, account) = try refused()
    try screen.type("2\r" + rest)
    try screen.see("What do you want to change?")
    screen.session.pause(Self.pause)
    try screen.selected("1  Check it with these")
    #expect(account.secretsReceived.count == 2)
    try end(screen)
  }

  @Test(
    "fault-enter-after-one-key: Enter, Esc and Shift-Tab typed ahead of a field do not accept what only it proposes, or leave it",
    arguments: ["\r", Press.escape, Press.backTab, Press.ctrl("d")])
  func beforeField(_ key: String) throws {
    let (screen, account) = try refused()
    try screen.type("3\r" + key)
    try screen.cursor(behind: "Save session log to: setup-trace.txt")
    screen.session.pause(Self.pause)
    try screen.cursor(behind: "Save session log to: setup-trace.txt")
    // The same key at the field has its meaning.
    try screen.type(Press.backTab)
    try screen.selected("1")
    #expect(account.secretsReceived.count == 2)
    try end(screen)
  }

  // Pastes

  @Test(
    "fault-paste-taken-as-menu-choices: at the menu after a refused login a paste opens the field for another secret, and is in it",
    arguments: ["a2b3c4d5e6f7g8h9", "1\r2\r", "q", "密码2"])
  func pastedSecret(_ text: String) throws {
    let (screen, account) = try refused()
    try screen.type(Press.pasted(text))
    let marks = String(repeating: "*", count: text.count - (text.hasSuffix("\r") ? 1 : 0) - (text.contains("\r2") ? 1 : 0))
    try screen.cursor(behind: "Password (hidden): " + marks)
    screen.session.pause(Self.pause)
    #expect(account.secretsReceived.count == 2)
    #expect(!screen.session.text.contains("a2b3c4"))
    try screen.type("\r")
    if text.contains("\r") {
      try screen.haveSeen("You pasted more than one line.")
    } else {
      try screen.wait("the second verification") { _ in account.secretsReceived.count == 4 }
      #expect(account.secretsReceived.filter { $0.suffix(text.utf8.count).elementsEqual(text.utf8) }.count == 2)
    }
    try end(screen)
  }

  @Test(
    "fault-paste-taken-as-menu-choices: at every other menu and at a yes-or-no question a paste does nothing",
    arguments: ["2", "1\r", "\r", "y\r", "q\r", "\u{1b}[B\r", "a2b3c4d5e6f7g8h9\n"])
  func ignored(_ text: String) throws {
    let (screen, account) = try refused()
    try screen.type("2\r")
    try screen.see("What do you want to change?")
    try screen.selected("1  Check it with these")
    try screen.type(Press.pasted(text))
    screen.session.pause(Self.pause)
    try screen.selected("1  Check it with these")
    #expect(screen.terminal.bells == 0)
    // Keys are keys again.
    try screen.type("4")
    try screen.selected("4  SMTP server")
    #expect(account.secretsReceived.count == 2)
    try end(screen)
    let other = try FullPlace.yesNo.reach()
    try other.type(Press.pasted(text))
    other.session.pause(Self.pause)
    try other.cursor(behind: Self.prompts.anyway)
    #expect(other.terminal.bells == 0)
    try end(other)
  }

  @Test("fault-paste-taken-as-menu-choices: a paste that goes on after its question has ended is still a paste")
  func dividedPaste() throws {
    let (screen, account) = try refused()
    try screen.type("2\r\u{1b}[200~3\r")
    try screen.see("What do you want to change?")
    try screen.type("2\r\u{1b}[201~")
    screen.session.pause(Self.pause)
    try screen.selected("1  Check it with these")
    #expect(account.secretsReceived.count == 2)
    try end(screen)
  }

  // Characters

  @Test(
    "fault-pieces-of-a-character-lost: a character that arrives in pieces is one character, at every kind of field",
    arguments: [("网易", 1), ("网易", 2), ("é", 1), ("🙂x", 3), ("한", 2)], [FullPlace.list, .address, .secret])
  func pieces(_ given: (text: String, cut: Int), _ place: FullPlace) throws {
    let screen = try place.reach()
    let octets = Array(given.text.utf8)
    try screen.session.type(Array(octets[..<given.cut]))
    screen.session.pause(0.15)
    try screen.session.type(Array(octets[given.cut...]))
    try place.isThere(screen, with: place == .secret ? String(repeating: "*", count: given.text.count) : given.text)
    #expect(screen.terminal.bells == 0)
    try end(screen)
  }

  // Digits

  @Test("fault-one-key-in-some-lists-only: in a list of any length a digit moves the mark, at once, and Enter chooses")
  func digits() throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let screen = try FullScreen(account.reviewed, columns: 100, rows: 40)
    screen.companion = account
    try screen.answer("Password (hidden): ", "Tzq9")
    try screen.selected("1  Save the account")
    for (key, marked) in [("3", "3"), ("2", "2")] {
      try screen.type(key)
      try screen.selected(marked)
    }
    try screen.type("\r")
    try screen.see("Save it now?")
    try screen.type("\r")
    try screen.see("Which mail client?")
    for (key, marked) in [
      ("1", "1"), ("2", "12"), ("1", "1"), ("8", "18"), ("9", "9"), ("0", "9"), ("1", "1"), (Press.down, "2"), ("1", "1"), ("0", "10"),
      (Press.home, "1"), ("5", "5"),
    ] {
      try screen.type(key)
      try screen.wait("the mark at \(marked)") { $0.screen[$0.cursor.row].hasPrefix("> \(marked)  ") }
    }
    try end(screen)
  }

  @Test(
    "fault-one-key-in-some-lists-only: q marks the entry that leaves, and a letter that is no entry rings the bell", arguments: ["q", "Q"])
  func quitKey(_ key: String) throws {
    let (screen, _) = try refused()
    try screen.type("x")
    try screen.wait("a bell") { $0.bells == 1 }
    try screen.type(key)
    try screen.wait("the mark at the end") { $0.screen[$0.cursor.row].hasPrefix("> ") && $0.screen[$0.cursor.row].contains("Quit") }
    try screen.type("\r")
    #expect(try screen.finish() == .exited(77))
  }

  // Help

  @Test(
    "fault-choice-lists-without-help: every menu and every yes-or-no question says what it decides, and goes on",
    arguments: ["?", Press.help, Press.ctrl("g")])
  func help(_ key: String) throws {
    let (screen, _) = try refused()
    for (choice, title, help) in [
      ("", "What next?", "The first entry is what the likely cause asks for."),
      ("2\r", "What do you want to change?", "Your password goes to these servers and nowhere else."),
    ] {
      try screen.type(choice)
      try screen.see(title)
      try screen.see("Up/Down, number | Enter: choose")
      try screen.type(key)
      try screen.see(help)
      try screen.type(Press.down)
      try screen.selected("2")
      try screen.wait("no help") { !FullScreen.bare($0.screen).contains(FullScreen.bare([help])) }
      try screen.type(Press.up)
    }
    try end(screen)
    let brand = try FullScreen(rows: 40)
    try brand.answer(Self.prompts.provider, "netease")
    try brand.see("Up/Down, number | Enter: choose")
    try brand.type(key)
    try brand.see("These systems have different servers and passwords.")
    try end(brand)
    let question = try FullPlace.yesNo.reach()
    try question.type(key)
    try question.see("y is yes, n is no")
    try question.cursor(behind: Self.prompts.anyway)
    try end(question)
  }
}
