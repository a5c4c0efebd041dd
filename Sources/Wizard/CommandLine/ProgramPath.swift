// The word by which this program can be called again, by a mail program.

import AccountStore
import MailClients
import Platform
import Vocabulary

enum ProgramPath {
  /// `setup` where the shell finds this very file under that name, else the path of it.
  static func word(_ environment: (String) -> String?) -> String {
    guard let own = Platform.ownPath, Visible.isHarmless(own) else { return "setup" }
    let folders = (environment("PATH") ?? "").split(separator: ":")
    for folder in folders where access("\(folder)/setup", X_OK) == 0 {
      return isSame("\(folder)/setup", own) ? "setup" : own
    }
    return own
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    var (left, right) = (stat(), stat())
    return stat(one, &left) == 0 && stat(other, &right) == 0 && left.st_dev == right.st_dev && left.st_ino == right.st_ino
  }
}

extension PasswordCommand {
  /// What prints the secret of a saved account; nil where its owner keeps it in mind.
  init?(of account: SavedAccount, _ environment: (String) -> String?) {
    switch account.secret {
    case .keyring: self.init(words: [ProgramPath.word(environment), "secret", account.name.text])
    case .command(let words): self.init(words: words)
    case nil: return nil
    }
  }
}
