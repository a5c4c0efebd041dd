// The full style at a terminal that a test can inspect: the text on the screen and the position of the cursor.

import TestSupport
import Vocabulary

/// Keys as xterm sends them.
enum Press {
  static let up = "\u{1b}[A"
  static let down = "\u{1b}[B"
  static let right = "\u{1b}[C"
  static let left = "\u{1b}[D"
  static let home = "\u{1b}[H"
  static let end = "\u{1b}[F"
  static let pageUp = "\u{1b}[5~"
  static let pageDown = "\u{1b}[6~"
  static let delete = "\u{1b}[3~"
  static let backTab = "\u{1b}[Z"
  static let help = "\u{1b}OP"
  static let escape = "\u{1b}"
  static let backspace = "\u{7f}"

  static func ctrl(_ letter: Character) -> String { letter.asciiValue.map { String(UnicodeScalar($0 & 0x1f)) } ?? "" }
  static func pasted(_ text: String) -> String { "\u{1b}[200~\(text)\u{1b}[201~" }
}

/// A session with a virtual terminal. Only one test at a time may use it.
final class FullScreen {
  let session: PtySession
  private(set) var terminal: VirtualTerminal
  /// The number of octets of the session's output that the terminal has processed.
  private var shown = 0
  /// Whether Enter turns the pages of a guide that come before what a test waits for.
  var turnsPages = true
  /// The page that was turned last.
  private var turned: [String] = []
  /// An object that must live as long as the session, such as servers.
  var companion: AnyObject?

  init(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, language: Language = .english, environment: [String: String] = [:]
  ) throws {
    let changes = ["ACCESSIBLE": ""].merging(language.environment) { $1 }.merging(environment) { $1 }
    session = try PtySession(ProcessBuilt.call(arguments, environment: changes), columns: columns, rows: rows)
    terminal = VirtualTerminal(columns: columns, rows: rows)
  }

  /// Starts any program at such a terminal.
  init(_ call: ProcessCall, columns: Int = 80, rows: Int = 24) throws {
    session = try PtySession(call, columns: columns, rows: rows)
    terminal = VirtualTerminal(columns: columns, rows: rows)
  }

  /// Feeds new output to the terminal.
  private func look() {
    terminal.feed(session.capture[shown...])
    shown = session.capture.count
  }

  /// Waits until `condition` is true for the terminal.
  func wait(_ what: String, within seconds: Double = 20, until condition: (VirtualTerminal) throws -> Bool) throws {
    do {
      try session.wait(what, within: seconds) {
        look()
        if try condition(terminal) { return true }
        try turnPage()
        return false
      }
    } catch {
      throw ProcessFailure("\(error)\nthe screen, cursor at \(terminal.cursor):\n\(terminal.screen.joined(separator: "\n"))")
    }
  }

  /// Presses Enter at a page of a guide, once for each page.
  private func turnPage() throws {
    let rows = terminal.screen
    // Only below a page is the cursor in the row with the keys.
    let keys = rows[terminal.cursor.row]
    guard turnsPages, terminal.cursor.column == 0, keys.hasPrefix("Enter: ") || keys.hasPrefix("回车 "), rows != turned else { return }
    turned = rows
    try session.type("\r")
  }

  /// Waits until `text` is on the screen, regardless of line breaks.
  func see(_ text: String) throws { try wait("“\(text)” on the screen") { Self.bare($0.screen).contains(Self.bare([text])) } }

  /// Waits until `text` has been on the screen or has scrolled out of it.
  func haveSeen(_ text: String) throws { try wait("“\(text)”") { Self.bare($0.everything).contains(Self.bare([text])) } }

  /// Waits until the cursor is directly after `text`, regardless of line breaks. The prompt then receives keys.
  func cursor(behind text: String) throws {
    try wait("the cursor behind “\(text)”") { terminal in
      let rows = terminal.screen[max(0, terminal.cursor.row - 3)..<terminal.cursor.row]
      // In a narrow window the field of a prompt has a row of its own.
      let before = Self.bare(rows + [terminal.beforeCursor])
      return before.hasSuffix(Self.bare([text])) || before.replacing(">", with: "").hasSuffix(Self.bare([text]))
    }
  }

  /// Waits until the cursor is in a menu row that begins with `text`, which is the selected one.
  func selected(_ text: String) throws {
    try wait("“\(text)” selected") { Self.bare([$0.screen[$0.cursor.row]]).hasPrefix(Self.bare(["> \(text)"])) }
  }

  /// The marked row of the list, or `nil`.
  var marked: String? { terminal.screen.last { $0.hasPrefix("> ") } }

  func type(_ text: String) throws { try session.type(text) }

  /// Goes back with `key` from the question for the secret of the demo to the question before its steps, page by page.
  func goBackFromSecret(by key: String) throws {
    turnsPages = false
    try type(key)
    try see("Get the app password")
    try type(key)
    try see("Allow mail clients")
    try type(key)
    try wait("the question before the steps") { !Self.bare($0.screen).contains("Allowmailclients") }
    turnsPages = true
  }

  /// Leaves the choice after a verification that succeeded.
  func leaveChoice() throws {
    try wait("the choice") { Self.bare([$0.screen[$0.cursor.row]]).hasPrefix(">1") }
    try type("q\r")
  }

  func answer(_ prompt: String, _ text: String) throws {
    try cursor(behind: prompt)
    try session.enter(text)
  }

  func resize(columns: Int, rows: Int) {
    look()
    session.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  /// Waits for the end of the program, after which bracketed paste must be off.
  func finish() throws -> ProcessEnd {
    let end = try session.finish().end
    look()
    return end
  }

  static func bare(_ rows: some Sequence<String>) -> String { rows.joined().filter { $0 != " " && $0 != "\u{a0}" } }
}

/// The program's questions in the full style, by which a test recognizes its position.
struct FullPrompts: Sendable {
  let provider, address, secret, anyway, good, notYet, whatNow: String

  init(_ language: Language) {
    switch language {
    case .english:
      provider = "Email address or provider: "
      address = "Your email address: "
      secret = "App password (hidden, 19 characters): "
      anyway = "Try it anyway? [y/N] "
      good = "It works: IMAP and SMTP are fine for"
      notYet = "does not work yet."
      whatNow = "What next?"
    case .simplifiedChinese:
      provider = "邮箱地址或服务商："
      address = "你的邮箱地址："
      secret = "应用密码（不显示，19 位）："
      anyway = "仍要用它试试吗？[y/N] "
      good = "验证通过："
      notYet = "还没有设置好。"
      whatNow = "接下来做什么？"
    }
  }
}
