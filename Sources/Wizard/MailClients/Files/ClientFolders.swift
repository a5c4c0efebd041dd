// The folders that mail programs look for their configurations in.

import MailClients
import Platform
import Sentences
import Vocabulary

struct ClientFolders {
  let home: String
  let configuration: String

  /// nil where HOME is no absolute path. XDG_CONFIG_HOME counts only as one (XDG Base Directory Specification).
  init?(_ environment: (String) -> String?) {
    guard let home = environment("HOME"), home.hasPrefix("/"), home != "/" || geteuid() == 0 else { return nil }
    self.home = home.last == "/" ? String(home.dropLast()) : home
    let named = environment("XDG_CONFIG_HOME")
    configuration = named.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? self.home + "/.config"
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
