// The paths of configuration files, before the user's folders are known.

/// A file in one of the folders in which programs look for their configurations.
package struct ConfigurationPath: Sendable, Equatable {
  package enum Base: Sendable, Equatable {
    case home
    /// `${XDG_CONFIG_HOME:-~/.config}` (XDG Base Directory Specification).
    case configuration
  }

  package let base: Base
  /// The path below `base`. Without the file's name if that is the label of an account.
  package let name: String
  /// Whether the label of the account follows `name`.
  package let isPerAccount: Bool
  /// The first version that reads this file, or `nil` if all do.
  package let since: ClientVersion?

  static func home(_ name: String) -> ConfigurationPath {
    ConfigurationPath(base: .home, name: name, isPerAccount: false, since: nil)
  }

  static func config(_ name: String, since: ClientVersion? = nil) -> ConfigurationPath {
    ConfigurationPath(base: .configuration, name: name, isPerAccount: false, since: since)
  }

  /// Returns the path of a file in `folder` that has the label of the account as its name.
  static func perAccount(_ base: Base, in folder: String) -> ConfigurationPath {
    ConfigurationPath(base: base, name: folder + "/", isPerAccount: true, since: nil)
  }

  /// Returns the path for the account of `owner`.
  package func named(for owner: BlockOwner) -> ConfigurationPath {
    isPerAccount ? ConfigurationPath(base: base, name: name + owner.label, isPerAccount: false, since: since) : self
  }

  /// Returns the absolute path, given both folders.
  package func path(home: String, configuration: String) -> String {
    (base == .home ? home : configuration) + "/" + name
  }
}
