// The command that prints the password. A configuration contains it in place of the password.

import Vocabulary

/// A program and its arguments. No shell reads them as they are: each writer quotes every word for its mail program.
package struct PasswordCommand: Sendable, Equatable {
  package let words: [String]

  /// Splits `typed` at blanks, as `--secret-from command:` does. Returns `nil` for an empty or unprintable text, and for one
  /// with a word that only a shell understands: quoted it would have another meaning than the user intended.
  package init?(_ typed: String) {
    guard Visible.isHarmless(typed) else { return nil }
    words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    let operators: Set<String> = ["|", "||", "&", "&&", ";", "<", ">", ">>", "2>"]
    guard !words.isEmpty, operators.isDisjoint(with: words) else { return nil }
  }

  /// Takes the words unchanged. Returns `nil` if there is none, if one is unprintable, or if the program's name is empty.
  package init?(words: [String]) {
    guard let program = words.first, !program.isEmpty, words.allSatisfy(Visible.isHarmless) else { return nil }
    self.words = words
  }

  /// The command in a configuration whose user has named none. No program has this name: the configuration fails, and its
  /// error message contains the reason. An entry of some keyring in its place could be another account's.
  package static let placeholder = PasswordCommand(known: ["SECRET-COMMAND-NOT-SET"])

  /// The command in a file that a mail program only checks: a check is no reason to unlock a keyring.
  package static let harmless = PasswordCommand(known: ["echo", "x"])

  private init(known words: [String]) { self.words = words }

  /// The command as a POSIX shell reads it.
  package var shell: String { Shell.command(words) }
}
