// Words for a POSIX shell.

import Vocabulary

enum Shell {
  /// Quotes a word with single quotes, between which nothing is special (POSIX XCU, section 2.2.2). A single quote itself is
  /// written between double quotes, without a backslash: some of the syntaxes that the result becomes part of would read it
  /// first.
  static func quoted(_ word: String) -> String {
    let plain = Array("-_./@:,".utf8)
    if !word.isEmpty, word.utf8.allSatisfy({ $0.isLetter || $0.isDigit || plain.contains($0) }) { return word }
    return "'" + word.escaped { $0 == "'" ? "'\"'\"'" : nil } + "'"
  }

  /// Returns the words as a command line.
  static func command(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// Returns the lines that set the variable `secret` to the first line that the command prints, and end the script if the
  /// command fails.
  static func readSecret(_ command: PasswordCommand) -> [String] {
    ["secret=$(\(command.shell)) || exit", "secret=$(printf '%s\\n' \"$secret\" | sed 1q)"]
  }
}
