// The folders of the user: home, configuration, data.

/// The base directories of the XDG Base Directory Specification. Each is an absolute path, or `nil` if neither its variable
/// nor HOME contains one.
package struct UserFolders: Sendable {
  private let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }

  /// `$HOME`, without a slash at its end.
  package var home: String? { environment.path("HOME").map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 } }

  /// `${XDG_CONFIG_HOME:-~/.config}`.
  package var configuration: String? { folder("XDG_CONFIG_HOME", orInHome: ".config") }

  /// `${XDG_DATA_HOME:-~/.local/share}`.
  package var data: String? { folder("XDG_DATA_HOME", orInHome: ".local/share") }

  /// Returns the folder that the variable `name` contains, otherwise `usual` in the home.
  package func folder(_ name: String, orInHome usual: String) -> String? {
    environment.path(name) ?? home.map { $0 == "/" ? "/\(usual)" : "\($0)/\(usual)" }
  }

  /// The folder of this program's configuration. It contains no secrets, because people publish `~/.config`.
  package var ownConfiguration: String? { configuration.map { $0 + Self.own } }

  /// The folder of this program's data.
  package var ownData: String? { data.map { $0 + Self.own } }

  private static let own = "/mail-setup"
}
