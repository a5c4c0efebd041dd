// The one folder in which this program keeps anything.

/// `mail-setup` below the user's configuration.
package enum UserFolders {
  /// `${XDG_CONFIG_HOME:-~/.config}/mail-setup`; nil where neither variable is an absolute path (XDG Base Directory
  /// Specification: a relative one is to be ignored).
  package static func path(_ environment: (String) -> String?) -> String? {
    func absolute(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let base = absolute("XDG_CONFIG_HOME") ?? absolute("HOME").map { $0 + "/.config" }
    return base.map { $0 + "/mail-setup" }
  }
}
