// What is asked of an installed client, and what its version decides. README.md names the versions that were tried.

extension MailClient {
  /// The call that has it tell its version; nil where no version makes a difference, or it is no program of this computer.
  package var versionCall: [String]? {
    switch self {
    case .mbsync, .himalaya, .getmail, .swaks: [rawValue, "--version"]
    case .neomutt, .aerc: [rawValue, "-v"]
    // Without the file it would read its configuration first.
    case .fetchmail: ["fetchmail", "-f", "/dev/null", "--version"]
    case .sNail: ["s-nail", "-V"]
    case .mutt, .msmtp, .offlineimap, .git, .curl, .autoconfig, .apple, .emacs, .json, .env: nil
    }
  }

  /// The oldest version that reads what is written; nil where none is known that does not.
  var oldest: ClientVersion? {
    switch self {
    // Far and Near were Master and Slave.
    case .mbsync: "1.4.0"
    // TLS1.2+ as a value of sslproto.
    case .fetchmail: "6.4.0"
    // Before that the variables were called ssl-*: tls-verify would be of no effect.
    case .sNail: "14.9.11"
    case .himalaya: "1.0"
    case .neomutt, .mutt, .aerc, .msmtp, .offlineimap, .getmail, .git, .swaks, .curl, .autoconfig, .apple, .emacs, .json, .env: nil
    }
  }
}

/// What a configuration is made for.
package struct WriterOptions: Sendable, Equatable {
  /// The client's version; nil where that is not known: then everything is as the newest one has it.
  package var version: ClientVersion?
  /// Whether the account is the first in its file, and so gets what only one can have: the default account, the section
  /// that is about all.
  package var isFirst: Bool

  package init(version: ClientVersion? = nil, isFirst: Bool = true) { (self.version, self.isFirst) = (version, isFirst) }

  /// Whether the client is known to be older than `version`.
  func isOlder(than version: ClientVersion) -> Bool { self.version.map { $0 < version } ?? false }
}
