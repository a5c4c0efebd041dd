// The environment variables of a process as a value.

import Platform

/// The variables of this process, or variables that the caller has chosen.
package struct Environment: Sendable {
  private enum Source: Sendable {
    case process
    case chosen([String: String])
  }

  private let source: Source

  /// The beginning of the names of this program's own variables. No program that this one starts inherits them.
  package static let ownPrefix = "MAILSETUP_"

  /// The variables of this process. Each one is read when the caller asks for it: a copy of all variables could contain a
  /// secret (`env:NAME`), in memory that nothing overwrites.
  package static let process = Environment(source: .process)

  /// An environment with exactly `variables`.
  package init(_ variables: [String: String]) { source = .chosen(variables) }

  private init(source: Source) { self.source = source }

  /// The value of the variable `name`. `nil` if it is not set or not UTF-8.
  package subscript(name: String) -> String? {
    switch source {
    case .process: getenv(name).flatMap { String(validatingCString: $0) }
    case .chosen(let variables): variables[name]
    }
  }

  /// Returns whether the variable `name` is set and not UTF-8.
  package func isUndecodable(_ name: String) -> Bool {
    switch source {
    case .process: getenv(name).map { String(validatingCString: $0) == nil } ?? false
    case .chosen: false
    }
  }

  /// The absolute path in the variable `name`. `nil` if there is none: a relative path has to be ignored (XDG Base
  /// Directory Specification), because it would mean another place in every current folder.
  package func path(_ name: String) -> String? { self[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }

  /// The folders of PATH in which a program is searched if PATH is not set.
  private static let usualFolders = "/usr/bin:/bin"

  /// Returns the absolute path of the first file called `name` in the folders of PATH that this user can execute. `nil` if
  /// there is none. Relative folders are skipped for the reason that `path` has.
  package func executable(named name: String) -> String? {
    let folders = (self["PATH"] ?? Self.usualFolders).split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { "\($0)/\(name)" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
  }

  /// The variables of this process that contain paths and are not UTF-8. The paths are for this program or for programs
  /// that it starts. Decoded in another way they would lead elsewhere.
  package static var undecodable: [String] {
    let paths = [
      "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "PATH", "TMPDIR", "LD_LIBRARY_PATH", "GNUPGHOME", "PASSWORD_STORE_DIR",
      "SSL_CERT_FILE", "SSL_CERT_DIR", "DBUS_SESSION_BUS_ADDRESS",
    ]
    return paths.filter(process.isUndecodable)
  }
}
