// The style of the prompts, decided once at the start.

import Posix

/// `full` redraws prompts in place, `lines` asks line by line.
package enum PromptStyle: Equatable, Sendable {
  case full
  case lines

  /// The smallest window for the full style, in characters.
  static let smallest = (columns: 40, rows: 8)

  /// Chooses `lines` for a terminal that cannot move the cursor (TERM empty or `dumb`), for a user who requests it
  /// (`--plain`, ACCESSIBLE), for build logs (CI), and for a window smaller than `smallest`. All others have `full`.
  package init(_ environment: Environment, isPlain: Bool, window: (columns: Int, rows: Int)) {
    let term = environment["TERM"] ?? ""
    let isWished = ["ACCESSIBLE", "CI"].contains { name in
      guard let value = environment[name]?.lowercased(), !value.isEmpty else { return false }
      return !["0", "false", "no"].contains(value)
    }
    let isTiny = window.columns < Self.smallest.columns || window.rows < Self.smallest.rows
    self = isPlain || term.isEmpty || term == "dumb" || isWished || isTiny ? .lines : .full
  }
}
