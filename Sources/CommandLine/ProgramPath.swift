// The word with which a mail program can run this program again.

import AccountStore
import MailClients
import Platform
import Posix
import Vocabulary

enum ProgramPath {
  /// Returns `setup` if a search in PATH finds this very file, else the absolute path of this program. Returns `setup`
  /// if the path is not known or contains characters that are not safe to print.
  package static func word(_ environment: Environment) -> String {
    guard let own = Platform.ownPath, Visible.isHarmless(own) else { return "setup" }
    return environment.executable(named: "setup").map { isSame($0, own) } ?? false ? "setup" : own
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    var (left, right) = (stat(), stat())
    return stat(one, &left) == 0 && stat(other, &right) == 0 && left.st_dev == right.st_dev && left.st_ino == right.st_ino
  }
}

extension PasswordCommand {
  /// The command that prints the secret of a saved account. Returns `nil` if the account's secret is not stored.
  package init?(of account: SavedAccount, _ environment: Environment) {
    switch account.secret {
    // The later version has the same command.
    case .keyring, .later: self.init(words: [ProgramPath.word(environment), "secret", account.name.text])
    case .command(let words): self.init(words: words)
    case nil: return nil
    }
  }
}
