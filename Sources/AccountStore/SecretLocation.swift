// The place of the secret of a saved account.

/// A program that stores secrets, or a file. The raw values are words of the command line and of accounts.json.
package enum Keyring: String, Sendable, CaseIterable {
  /// The Secret Service (freedesktop.org), by secret-tool(1).
  case secretService = "secret-tool"
  case pass
  case gopass
  /// The macOS keychain, by security(1).
  case keychain
  /// A file with mode 0600.
  case file
}

/// One place for one account's secret.
package enum SecretLocation: Sendable, Equatable {
  /// In a keyring, under the name `entry`.
  case keyring(Keyring, entry: String)
  /// Printed by a program that the user chose. It is run without a shell.
  case command([String])
  /// A place that only a later version knows. It is kept and written back, but cannot be read.
  case later(UnknownKeys)
}

extension SecretLocation {
  /// Whether this version knows how to read it.
  package var isReadable: Bool { if case .later = self { false } else { true } }

  /// Returns whether both are the same entry, so that a change of one changes the other. pass and gopass can store the same files.
  /// Commands are not compared.
  package func isSameEntry(as other: SecretLocation?) -> Bool {
    guard case .keyring(let keyring, let entry) = self, case .keyring(let another, let name)? = other else { return false }
    return entry == name && (keyring == another || keyring.isPasswordTree && another.isPasswordTree)
  }
}

extension Keyring {
  /// Whether it stores the files of pass(1).
  package var isPasswordTree: Bool { self == .pass || self == .gopass }
}
