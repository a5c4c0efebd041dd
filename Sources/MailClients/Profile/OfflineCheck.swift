// How a mail program says, without a network and without signing in, whether it can read its file.

import Vocabulary

/// A call, and how its output is read. The calls are those of each program's manual page. Their answers to good and to bad
/// files were observed with the versions of Debian 12 and 13.
package struct OfflineCheck: Sendable {
  /// What distinguishes a bad file from a good one.
  enum Sign: Sendable {
    /// An exit status other than 0.
    case status
    /// Anything on standard error. The exit status is 0 for every file.
    case anyError
    /// A line that contains the file's path. The exit status is never 0.
    case fileNamed
  }

  package let words: [String]
  /// Variables that are added to the usual environment.
  package let environment: [String: String]
  let sign: Sign
  /// Text of a line that is a warning to the program, but means that a setting has no effect.
  let warning: String?
  /// Texts of lines that are advice only: the settings they are about have effect.
  let advice: [String]

  init(_ words: [String], _ sign: Sign, environment: [String: String] = [:], warning: String? = nil, advice: [String] = []) {
    (self.words, self.sign, self.environment, self.warning, self.advice) = (words, sign, environment, warning, advice)
  }

  /// Returns what the program says against the file at `path`, or `nil` for a good file. The text is not from this program.
  package func complaint(about path: String, output: [UInt8], errors: [UInt8], status: Int32) -> String? {
    let lines = [errors, output].flatMap { $0.split(separator: .lineFeed).map(\.text) }
    if let warning, let line = lines.first(where: { $0.contains(warning) }) { return line }
    switch sign {
    case .status: return status == 0 ? nil : lines.first ?? "\(status)"
    case .anyError: return errors.isEmpty ? nil : lines.first
    case .fileNamed: return lines.first { line in line.contains(path) && !advice.contains(where: line.contains) }
    }
  }
}
