// Words for a POSIX shell.

import Vocabulary

enum Shell {
  /// XCU 2.2.2: between single quotes nothing is special. A single quote itself stands between double quotes: so the result
  /// adds no backslash, which some of the syntaxes it is put into would read first.
  static func quoted(_ word: String) -> String {
    let plain = Array("-_./@:,".utf8)
    if !word.isEmpty, word.utf8.allSatisfy({ $0.isLetter || $0.isDigit || plain.contains($0) }) { return word }
    return "'" + word.escaped { $0 == "'" ? "'\"'\"'" : nil } + "'"
  }

  static func command(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// Sets `secret` to the first line of what the command prints, and ends the script where the command fails.
  static func readSecret(_ command: PasswordCommand) -> [String] {
    ["secret=$(\(command.shell)) || exit", "secret=$(printf '%s\\n' \"$secret\" | sed 1q)"]
  }
}
