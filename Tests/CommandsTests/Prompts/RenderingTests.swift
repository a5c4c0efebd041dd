// Tests of the choice between the full style and line mode.

import Posix
import Prompts
import TestSupport
import Testing

@Suite("full or line by line", .waiting) struct RenderingTests {
  struct Case: Sendable, CustomStringConvertible {
    let environment: [String: String]
    var isPlain = false
    var window = (columns: 80, rows: 24)
    let wanted: PromptStyle

    var description: String { "\(environment) \(isPlain ? "--plain " : "")\(window.columns)x\(window.rows)" }
  }

  private static let usual = ["TERM": "xterm-256color"]

  private static let terminals: [Case] = [
    Case(environment: usual, wanted: .full), Case(environment: ["TERM": "linux"], wanted: .full),
    Case(environment: ["TERM": "dumb"], wanted: .lines),
    Case(environment: ["TERM": ""], wanted: .lines), Case(environment: [:], wanted: .lines),
    Case(environment: usual, isPlain: true, wanted: .lines),
  ]

  private static let wishes: [Case] = ["ACCESSIBLE", "CI"].flatMap { (name: String) -> [Case] in
    func cases(_ values: [String], _ wanted: PromptStyle) -> [Case] {
      values.map { Case(environment: ["TERM": "xterm", name: $0], wanted: wanted) }
    }
    return cases(["1", "true", "yes", "TRUE", "x"], .lines) + cases(["", "0", "false", "no", "False", "NO"], .full)
  }

  private static let windows: [Case] = [
    Case(environment: usual, window: (40, 8), wanted: .full), Case(environment: usual, window: (39, 8), wanted: .lines),
    Case(environment: usual, window: (40, 7), wanted: .lines), Case(environment: usual, window: (0, 0), wanted: .lines),
    Case(environment: usual, window: (1, 1), wanted: .lines), Case(environment: usual, window: (1_000, 1_000), wanted: .full),
  ]

  @Test("ux-5, ux-7: the terminal, the user's wish, a CI log and the window decide", arguments: terminals + wishes + windows)
  func table(_ given: Case) {
    #expect(PromptStyle(Environment(given.environment), isPlain: given.isPlain, window: given.window) == given.wanted)
  }

  @Test(
    "ux-5, ux-7: the program follows that: it requests bracketed paste only in the full style",
    arguments: [
      (["ACCESSIBLE": ""], [], 80, true), (["ACCESSIBLE": "0"], [], 80, true), ([:], [], 80, false),
      (["ACCESSIBLE": "", "CI": "true"], [], 80, false),
      (["ACCESSIBLE": "", "TERM": "dumb"], [], 80, false), (["ACCESSIBLE": ""], ["--plain"], 80, false),
      (["ACCESSIBLE": ""], [], 30, false),
      // A window of size 0 counts as one with 80 columns.
      (["ACCESSIBLE": ""], [], 0, true),
    ] as [([String: String], [String], Int, Bool)])
  func program(_ environment: [String: String], _ options: [String], _ columns: Int, _ isFull: Bool) throws {
    let session = try Tool.terminal(options, columns: columns, environment: environment)
    try session.wait(for: "Email address or provider")
    if isFull { try session.wait(for: "Type to search") } else { try session.wait(for: "? list all") }
    #expect(session.capture.contains(0x1b) || !isFull)
    #expect(String(decoding: session.capture, as: UTF8.self).contains("\u{1b}[?2004h") == isFull)
    session.signal(15)
    #expect(try session.finish().end == .signalled(15))
  }
}
