// Where the secret of a saved account is to be had.

/// A program that keeps secrets, or the file of last resort. The raw values are words of the command line and of the file.
package enum Keyring: String, Sendable, CaseIterable {
  /// The Secret Service (freedesktop.org), by secret-tool(1).
  case secretService = "secret-tool"
  case pass
  case gopass
  /// The macOS keychain, by security(1).
  case keychain
  /// A file of mode 0600 beside the registry.
  case file
}

/// One place for one account's secret.
package enum SecretLocation: Sendable, Equatable {
  /// In a keyring, under this entry's name.
  case keyring(Keyring, entry: String)
  /// Printed by a program that its owner named; run directly, without a shell.
  case command([String])
  /// In a way that a later version of this program wrote: kept and written back, but not readable here.
  case later(UnknownKeys)
}

extension SecretLocation {
  /// Whether this version knows how to read it.
  package var isReadable: Bool { if case .later = self { false } else { true } }

  /// Whether both are the same entry: what is kept at one is kept at the other. pass and gopass can keep the same files. Commands
  /// are their owner's business.
  package func isSameEntry(as other: SecretLocation?) -> Bool {
    guard case .keyring(let keyring, let entry) = self, case .keyring(let another, let name)? = other else { return false }
    return entry == name && (keyring == another || keyring.isPasswordTree && another.isPasswordTree)
  }
}

extension Keyring {
  /// Whether it keeps the files of pass(1).
  package var isPasswordTree: Bool { self == .pass || self == .gopass }
}
