// Tests of every step from the start to a verified account, key by key.

import TestSupport
import Testing
import Vocabulary

@Suite("the full style: all steps", .waiting) struct FullWayTests {
  @Test(
    "ux-2, ux-18, ux-35, ux-36, ux-44, ux-53, ux-54, ux-84, ux-95: at every size and in both languages",
    arguments: [(100, 30), (80, 24), (40, 12)], Language.allCases)
  func wholeWay(_ size: (columns: Int, rows: Int), _ language: Language) throws {
    let prompts = FullPrompts(language)
    let screen = try FullScreen(columns: size.columns, rows: size.rows, language: language)
    let before = screen.session.attributes
    try screen.answer(prompts.provider, "demo")
    try screen.answer(prompts.address, DemoAccount.address)
    try screen.cursor(behind: prompts.secret)
    try screen.type(DemoAccount.appPassword)
    // As many marks as characters, or as many as fit the row.
    try screen.wait("the marks") { $0.beforeCursor.hasSuffix(size.columns > 40 ? String(repeating: "*", count: 19) : "****") }
    try screen.type("\r")
    // The program does not ask twice. The servers decide whether the secret is right.
    try screen.haveSeen(prompts.good)
    try screen.leaveChoice()
    #expect(try screen.finish() == .exited(0))
    #expect(screen.session.attributes == before)
    let terminal = screen.terminal
    #expect(terminal.pasteModes.last == false)
    #expect(terminal.unknown == [])
    let all = terminal.everything
    let text = all.joined(separator: "\n")
    for part in 1...4 { #expect(text.contains(language == .english ? "Step \(part) of 4" : "第 \(part) 步（共 4 步）")) }
    #expect(text.contains(language == .english ? "19 characters entered." : "19"))
    // The results are words, regardless of colors: connection, certificate, login and more, for both servers.
    let word = language == .english ? " ok " : " 成功 "
    #expect(text.components(of: word).count > 8)
    #expect(all.contains { $0.contains("IMAP 127.0.0.1:") })
    #expect(all.contains { $0.contains("SMTP 127.0.0.1:") })
    // Next to each other if there is room.
    #expect(all.contains { $0.contains("IMAP 127.0.0.1:") && $0.contains("SMTP 127.0.0.1:") } == (size.columns >= 80))
    #expect(!text.contains("*"))
    // Of the prompts only the answers are left.
    for left in ["Ctrl-C", "Shift-Tab"] { #expect(!text.contains(left)) }
  }

  @Test("ux-16: what the call specifies is not asked")
  func given() throws {
    let screen = try FullScreen(["--provider", "demo", "--email", DemoAccount.address])
    try screen.answer(FullPrompts(.english).secret, DemoAccount.appPassword)
    try screen.haveSeen(FullPrompts(.english).good + " " + DemoAccount.address)
    try screen.leaveChoice()
    #expect(try screen.finish() == .exited(0))
    let text = screen.terminal.everything.joined(separator: "\n")
    #expect(!text.contains("Email address or provider"))
    #expect(!text.contains("Your email address"))
  }

  @Test("ux-2: with standard output in a file the prompts are at the terminal and the result in the file")
  func redirected() throws {
    let folder = try ProcessFolder()
    let session = try Tool.terminal(
      ["--provider", "demo", "--email", DemoAccount.address], environment: ["ACCESSIBLE": ""], wiring: .output("\(folder.path)/result"))
    try session.answer("Enter: steps 2-3 | Shift-Tab: back", "")
    try session.answer("Enter: app password | Shift-Tab: back", "")
    try session.wait(for: "Enter: continue | Shift-Tab: back")
    try session.enter(DemoAccount.appPassword)
    try session.wait(for: "What next?")
    try session.wait(for: "Ctrl-C: quit")
    try session.type("q\r")
    #expect(try session.finish().end == .exited(0))
    let result = String(decoding: try #require(ProcessFolder.read("\(folder.path)/result")), as: UTF8.self)
    #expect(result.hasPrefix("It works"))
    #expect(!PtyText.holdsControls(Array(result.utf8)))
    #expect(!session.text.contains("It works"))
  }

  @Test(
    "ux-88: colors of the 16-color palette only, and none if the user does not want them",
    arguments: [[:], ["NO_COLOR": "1"], ["CLICOLOR": "0"]])
  func colours(_ environment: [String: String]) throws {
    let screen = try FullScreen(["--provider", "demo", "--email", DemoAccount.address], environment: environment)
    try screen.answer(FullPrompts(.english).secret, "zzzz-zzzz-zzzz-zzzz")
    try screen.see(FullPrompts(.english).whatNow)
    try screen.type("q\r")
    #expect(try screen.finish() == .exited(77))
    let text = String(decoding: screen.session.capture, as: UTF8.self)
    let sequences = text.components(of: "\u{1b}[").dropFirst().map { String($0.prefix { $0 != "m" }) }
    let styles = Set(sequences.filter { $0.utf8.allSatisfy { (0x30...0x3b).contains($0) } })
    if environment.isEmpty {
      #expect(styles.isSubset(of: ["0", "1", "2", "31", "32", "33", "36"]))
      #expect(styles.contains("31") && styles.contains("0"))
    } else {
      #expect(styles.isEmpty)
    }
  }
}

extension String {
  /// Returns the parts between the occurrences of `mark`.
  func components(of mark: String) -> [Substring] {
    var (parts, rest) = ([Substring](), self[...])
    while let range = rest.firstRange(of: mark) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
