// Which of the two renderings a conversation gets, decided once at the start.

/// `full` draws prompts again at the same place; `lines` asks line by line.
enum PromptStyle: Equatable, Sendable {
  case full
  case lines

  /// The smallest window the full rendering is of use in.
  static let smallest = (columns: 40, rows: 8)

  /// Line mode for terminals that cannot move the cursor (TERM=dumb or none), for people who asked for it (`--plain`,
  /// ACCESSIBLE), for logs of a build (CI), and for tiny windows.
  init(_ environment: (String) -> String?, isPlain: Bool, window: (columns: Int, rows: Int)) {
    let term = environment("TERM") ?? ""
    let isWished = ["ACCESSIBLE", "CI"].contains { name in
      guard let value = environment(name)?.lowercased(), !value.isEmpty else { return false }
      return !["0", "false", "no"].contains(value)
    }
    let isTiny = window.columns < Self.smallest.columns || window.rows < Self.smallest.rows
    self = isPlain || term.isEmpty || term == "dumb" || isWished || isTiny ? .lines : .full
  }
}
