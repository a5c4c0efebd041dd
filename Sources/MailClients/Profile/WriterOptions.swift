// What a configuration is written for.

/// The version of the program, and the position of the account in its file.
package struct WriterOptions: Sendable, Equatable {
  /// The version of the mail program, or `nil` if it is not known. Without it the configuration is for the newest version.
  package var version: ClientVersion?
  /// Whether the account is the first in its file. The first account gets what only one can have: the default account, or
  /// the section about all accounts.
  package var isFirst: Bool

  package init(version: ClientVersion? = nil, isFirst: Bool = true) { (self.version, self.isFirst) = (version, isFirst) }

  /// Returns whether the program is known to be older than `version`.
  func isOlder(than version: ClientVersion) -> Bool { self.version.map { $0 < version } ?? false }
}
