// The command that prints the secret: all that a configuration holds in its place.

import Vocabulary

/// A program and its arguments. No shell reads them: each word is quoted for whatever the mail program hands it to.
package struct PasswordCommand: Sendable, Equatable {
  package let words: [String]

  /// Splits at blanks, as `--secret-from command:` does. nil for nothing, for what is not printable, and for a word that
  /// only a shell understands: quoted it would do something else than was meant.
  package init?(_ typed: String) {
    guard Visible.isHarmless(typed) else { return nil }
    words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    let operators: Set<String> = ["|", "||", "&", "&&", ";", "<", ">", ">>", "2>"]
    guard !words.isEmpty, operators.isDisjoint(with: words) else { return nil }
  }

  /// These words as they are. nil for none, for what is not printable, and for a program without a name.
  package init?(words: [String]) {
    guard let program = words.first, !program.isEmpty, words.allSatisfy(Visible.isHarmless) else { return nil }
    self.words = words
  }

  /// What stands in a configuration until its owner names a command. No program is called so: the configuration fails, and
  /// the complaint says why. An entry of some keyring in its place could be another account's.
  package static let placeholder = PasswordCommand(word: "SECRET-COMMAND-NOT-SET")

  private init(word: String) { words = [word] }

  /// As a POSIX shell reads it.
  package var shell: String { Shell.command(words) }
}
