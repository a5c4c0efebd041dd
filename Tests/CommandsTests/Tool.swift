// The built program as the tests of this folder call it.

import Catalog
import TestSupport
import Vocabulary

enum Tool {
  /// The bundled catalog.
  static let catalog = ProviderDirectory().catalog

  /// The providers in the order of the list for an English user in the environment of the tests.
  static let listed = catalog.ordered(for: UserRegion(territory: "US", isEnglish: true)).providers

  /// Runs the program without a terminal and without input. `change` modifies the call.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], _ change: (inout ProcessCall) -> Void = { _ in }
  ) throws -> ProcessResult {
    try ProcessBuilt.call(arguments, environment: environment).with(change).run()
  }

  /// Runs a verification at the demo provider with this secret on standard input.
  static func demo(_ address: String, secret: String, _ options: [String] = []) throws -> ProcessResult {
    try run(["--provider", "demo", "--email", address, "--secret-from", "stdin"] + options) { $0.input = .text(secret + "\n") }
  }

  /// Starts the program at its own terminal.
  static func terminal(
    _ arguments: [String], columns: Int = 80, environment: [String: String] = [:], wiring: PtySession.Wiring = .terminal
  ) throws -> PtySession {
    try PtySession(ProcessBuilt.call(arguments, environment: environment), columns: columns, wiring: wiring)
  }
}

/// The accounts of the demo provider, whose guide prints them.
enum DemoAccount {
  static let address = "demo@demo.invalid"
  static let addressOff = "off@demo.invalid"
  static let appPassword = "abcd-efgh-ijkl-mnop"
  static let webPassword = "my-web-password"
}

extension Language {
  /// What stands behind a label in this language.
  var colon: String { self == .english ? ":" : "：" }

  /// The option and the environment that select this language.
  var option: [String] { ["--lang", rawValue] }
  var environment: [String: String] {
    switch self {
    case .english: ["LANG": "en_US.UTF-8"]
    case .simplifiedChinese: ["LANG": "zh_CN.UTF-8"]
    }
  }
}

/// A row of a table, with a name for failures.
struct Row<AccountInput: Sendable, Wanted: Sendable>: Sendable, CustomStringConvertible {
  let description: String
  let given: AccountInput
  let wanted: Wanted

  init(_ description: String, _ given: AccountInput, _ wanted: Wanted) {
    (self.description, self.given, self.wanted) = (description, given, wanted)
  }
}
