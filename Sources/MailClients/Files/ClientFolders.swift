// The folders in which mail programs look for their configurations.

import Platform
import Posix

/// The user's home, and the folder of configurations.
package struct ClientFolders: Sendable {
  package let home: String
  private let configuration: String

  /// Returns `nil` if the user has no home. The root folder is only root's home.
  package init?(_ environment: Environment) {
    let folders = UserFolders(environment)
    guard let home = folders.home, home != "/" || geteuid() == 0, let configuration = folders.configuration else { return nil }
    self.home = home == "/" ? "" : home
    self.configuration = configuration
  }

  /// Returns the absolute path of a configuration.
  package func path(_ path: ConfigurationPath) -> String { path.path(home: home, configuration: configuration) }

  /// Returns the path as the user would write it, with `~` for the home.
  package func short(_ path: String) -> String { path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path }

  /// Returns whether there is a symbolic link at `path`.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Returns whether there is anything at `path`. A symbolic link counts, even if its target does not exist.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
