// `setup export --write` at a terminal: it shows the change, asks, and follows the answer.

import TestSupport
import Testing
import Vocabulary

@Suite("setup export --write at a terminal", .waiting)
struct WriteTerminalTests {
  private static func terminal(_ home: Home, _ arguments: [String], _ language: Language = .english, columns: Int = 80) throws -> PtySession
  {
    try PtySession(
      ProcessBuilt.call(["export"] + arguments + ["--lang", language.rawValue], environment: home.environment()), columns: columns)
  }

  private static func question(_ language: Language) -> String { language == .english ? "? [y/N] " : "吗？[y/N] " }

  @Test("shows the lines, asks, and writes or takes out after a yes, in any window", arguments: [80, 30], Language.allCases)
  func yes(_ columns: Int, _ language: Language) throws {
    let home = try Home()
    try home.write("# mine\n".utf8, to: ".msmtprc")
    let write = try Self.terminal(home, ["msmtp", "--write"] + Home.account, language, columns: columns)
    try write.wait(for: "passwordeval \"pass show mail/gmail\"")
    try write.answer(Self.question(language), "y")
    #expect(try write.finish().end == .exited(0))
    #expect(PtyText.width(write.text) <= columns)
    #expect(try home.whole(".msmtprc").hasPrefix("# mine\n# >>> setup: me@gmail.com "))
    let remove = try Self.terminal(home, ["msmtp", "--remove", "--email", "me@gmail.com"], language, columns: columns)
    try remove.answer(Self.question(language), language == .english ? "y" : "是")
    #expect(try remove.finish().end == .exited(0))
    #expect(PtyText.width(remove.text) <= columns)
    #expect(home.text(".msmtprc") == "# mine\n")
  }

  @Test("changes nothing after anything else", arguments: [["n\r"], ["\r"], ["<\r"], ["x\r", "no\r"], ["y\ry\r", "no\r"], ["\u{4}"]])
  func no(_ keys: [String]) throws {
    let home = try Home()
    let write = try Self.terminal(home, ["mbsync", "--write"] + Home.account)
    try write.wait(for: Self.question(.english))
    for (position, each) in keys.enumerated() {
      // Two lines at once are a paste, which is no answer.
      if position > 0 { try write.wait(for: Self.question(.english)) }
      try write.type(each)
    }
    try write.wait(for: "Nothing was changed.")
    #expect(try write.finish().end == .exited(66))
    #expect(home.files() == [])
    // The folder for the mail does not exist either.
    #expect(home.folders() == [])
  }

  @Test("Ctrl-C ends it by the signal, with nothing changed")
  func interrupt() throws {
    let home = try Home()
    let write = try Self.terminal(home, ["mbsync", "--write"] + Home.account)
    try write.wait(for: Self.question(.english))
    try write.type("\u{3}")
    #expect(try write.finish().end == .signalled(2))
    #expect(home.files() == [])
  }

  @Test("what was changed meanwhile is shown and asked once more")
  func meanwhile() throws {
    let home = try Home()
    try home.write("# one\n".utf8, to: ".msmtprc")
    let write = try Self.terminal(home, ["msmtp", "--write"] + Home.account)
    try write.wait(for: Self.question(.english))
    try home.write("# two\n".utf8, to: ".msmtprc")
    try write.enter("y")
    try write.wait(for: "~/.msmtprc was changed by another program just now.")
    try write.answer(Self.question(.english), "y")
    #expect(try write.finish().end == .exited(0))
    #expect(try home.whole(".msmtprc").hasPrefix("# two\n# >>> setup"))
    #expect(home.text(".msmtprc.bak") == "# two\n")
  }

  @Test("hostile text in the file does not reach the terminal")
  func hostile() throws {
    let home = try Home()
    try home.write("set \u{1b}]0;x\u{7}from=x from=\u{202e}y\n".utf8, to: ".muttrc")
    let write = try Self.terminal(home, ["mutt", "--write"] + Home.account)
    try write.answer(Self.question(.english), "y")
    #expect(try write.finish().end == .exited(0))
    #expect(!write.capture.contains(subsequence: Array("\u{1b}]".utf8)))
    #expect(!write.text.contains("\u{202e}"))
  }
}
