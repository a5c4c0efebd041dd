// The folders that mail programs look for their configurations in.

import MailClients
import Platform
import Posix
import Sentences
import Vocabulary

struct ClientFolders {
  let home: String
  let configuration: String

  /// Returns `nil` if the user has no home. The root folder is only root's home.
  init?(_ environment: Environment) {
    let folders = UserFolders(environment)
    guard let home = folders.home, home != "/" || geteuid() == 0, let configuration = folders.configuration else { return nil }
    self.home = home == "/" ? "" : home
    self.configuration = configuration
  }

  func path(_ spot: ConfigurationPath) -> String { spot.path(home: home, configuration: configuration) }

  /// As a person writes it: `~` for the home.
  func short(_ path: String) -> String { path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
