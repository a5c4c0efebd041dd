// Tests of `--timeout` at a terminal where nobody is: the question ends with a status of its own.

import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("a question with a time limit", .waiting) struct TimeLimitTests {
  private static let limit = ["--timeout", "2"]

  @Test("without a key every drawn question ends after the limit with 124, and the terminal is as before", arguments: FullPlace.allCases)
  func drawn(_ place: FullPlace) throws {
    let screen = try FullScreen(place.arguments + Self.limit)
    let before = screen.session.attributes
    try place.reach(screen)
    let start = Deadline.now
    #expect(try screen.finish() == .exited(124))
    #expect((500...15_000).contains(Deadline.now.milliseconds(since: start)))
    #expect(screen.session.attributes == before && screen.terminal.pasteModes.last == false)
    #expect(screen.session.text.contains("No answer came within the time limit"))
    #expect(screen.session.text.contains("Nothing was saved"))
    if let resume = place.resume { try screen.haveSeen("To continue later: \(resume)") }
  }

  @Test("line by line, too", arguments: PromptPlace.allCases)
  func lines(_ place: PromptPlace) throws {
    let session = try place.reach(Self.limit)
    #expect(try session.finish().end == .exited(124))
    #expect(session.text.contains("No answer came within the time limit"))
    #expect(session.attributes?.echoes == true)
  }

  @Test("every key starts the time again, also one that answers nothing", arguments: FullPlace.allCases)
  func keys(_ place: FullPlace) throws {
    let screen = try FullScreen(place.arguments + Self.limit)
    try place.reach(screen)
    for _ in 0..<4 {
      screen.session.pause(0.6)
      try screen.type(place.hasField ? "a" : "x")
    }
    #expect(!screen.session.text.contains("No answer came"))
    try screen.type(place.hasField ? "b" : "")
    if place.hasField { try place.isThere(screen, with: place == .secret ? "*****" : "aaaab") }
    #expect(try screen.finish() == .exited(124))
  }

  @Test("line by line, keys before Enter count, and none of them is lost", arguments: [PromptPlace.address, .secret])
  func keysOfLine(_ place: PromptPlace) throws {
    let session = try place.reach(Self.limit)
    let text = place == .address ? DemoAccount.address : "anything"
    for character in text.prefix(5) {
      session.pause(0.6)
      try session.type(String(character))
    }
    session.pause(0.6)
    try session.enter(String(text.dropFirst(5)))
    try session.wait(for: place == .address ? "Step 3 of 4" : "8 characters entered.")
    _ = try session.finish()
  }

  @Test("a new window and a stop are no keys", arguments: [FullPlace.menu, .address])
  func resized(_ place: FullPlace) throws {
    let screen = try FullScreen(place.arguments + Self.limit)
    try place.reach(screen)
    let start = Deadline.now
    for width in [70, 60, 75, 65, 80] {
      screen.session.pause(0.3)
      screen.session.resize(columns: width, rows: 24)
    }
    #expect(try screen.finish() == .exited(124))
    #expect(Deadline.now.milliseconds(since: start) < 15_000)
  }

  @Test("the menu after a success too, also after another command has run in the conversation", arguments: [true, false])
  func afterSuccess(_ hasExported: Bool) throws {
    let account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
    let home = try Home()
    let session = try home.terminal(account.reviewed + ["--timeout", "3"])
    try session.answer("Password (hidden", "Tzq9")
    if hasExported {
      try session.answer("Number: ", "2")
      try session.answer("Save it now?", "n")
      try session.answer("Number (< back): ", "json")
      try session.answer("Number (< back): ", "2")
      try session.wait(for: "\"imap\"")
    }
    try session.wait(for: "Number: ")
    #expect(try session.finish().end == .exited(124))
    #expect(session.text.contains("No answer came within the time limit"))
    // What was and was not kept.
    #expect(session.text.contains("It was not saved, and no mail was sent."))
  }

  @Test("a call without the option waits")
  func unlimited() throws {
    let screen = try FullPlace.address.reach()
    screen.session.pause(1.5)
    try screen.type("a")
    try FullPlace.address.isThere(screen, with: "a")
    screen.session.signal(15)
    #expect(try screen.finish() == .signalled(15))
  }

  @Test(
    "the status is documented", arguments: [["help", "exit-codes"], ["manual"], ["help", "setup"], ["help", "json"]], Language.allCases)
  func documented(_ call: [String], _ language: Language) throws {
    #expect(try Tool.run(call + language.option).text.contains("124"))
  }
}
