// Every kind of prompt of the full style, and the way to reach it.

import TestSupport
import Vocabulary

enum FullPlace: String, CaseIterable, Sendable {
  case list, address, secret, yesNo, menu

  /// Servers that do not exist: the shortest way to a prompt.
  static let unreachable = ["--email", "anna@example.org", "--imap", "localhost:1", "--smtp", "localhost:1", "--yes"]

  var arguments: [String] {
    switch self {
    case .list: []
    case .address: ["--provider", "demo"]
    case .secret, .menu: Self.unreachable
    case .yesNo: ["--provider", "demo", "--email", DemoAccount.address]
    }
  }

  /// The text before the cursor, or `nil` for a menu.
  var prompt: String? {
    switch self {
    case .list: FullPrompts(.english).provider
    case .address: FullPrompts(.english).address
    case .secret: "Password (hidden): "
    case .yesNo: FullPrompts(.english).anyway
    case .menu: nil
    }
  }

  /// Whether typed text stays in a field.
  var hasField: Bool { self == .list || self == .address || self == .secret }

  /// The call to resume from here, which the program prints when the user leaves.
  var resume: String? {
    switch self {
    case .list: nil
    case .address: "setup --provider demo"
    case .secret, .menu: "setup --email anna@example.org --imap localhost:1"
    case .yesNo: "setup --provider demo --email demo@demo.invalid"
    }
  }

  /// Starts a program that waits at this prompt.
  func reach(columns: Int = 80, rows: Int = 24) throws -> FullScreen {
    let screen = try FullScreen(arguments, columns: columns, rows: rows)
    try reach(screen)
    return screen
  }

  /// Leads a program that was just started with `arguments` to this prompt.
  func reach(_ screen: FullScreen) throws {
    switch self {
    case .list, .address, .secret: break
    case .yesNo: try screen.answer(FullPrompts(.english).secret, DemoAccount.webPassword)
    case .menu: try screen.answer("Password (hidden): ", "a secret")
    }
    try isThere(screen)
  }

  /// Waits until the prompt is shown with `text` in its field.
  func isThere(_ screen: FullScreen, with text: String = "") throws {
    if let prompt {
      try screen.cursor(behind: prompt + text)
    } else {
      try screen.selected("1")
    }
    // The list is read after its field is drawn.
    if self == .list { try screen.see("Type to search") }
    try screen.session.wait("keys one by one") { screen.session.attributes?.echoes == false }
  }
}
