// Whether the configuration of a mail program can name a certificate authority of the account's own.

package enum AuthoritySupport: Sendable, Equatable {
  /// The authority is trusted in addition to those of the system.
  case added
  /// The same since this version. Older ones trust the store of the system only.
  case addedSince(ClientVersion)
  /// The authority is trusted in addition, and the program writes certificates that the user accepts into the same file.
  case savesAccepted
  /// For the servers of the account the file replaces the authorities of the system.
  case replacesSystem
  /// The path is one of the values that the program reads.
  case value
  /// There is no setting for it.
  case none(Alternative)

  /// How a program without a setting can be made to trust an authority.
  package enum Alternative: Sendable {
    /// By `SSL_CERT_FILE` in its environment.
    case environment
    /// By the certificate manager of Thunderbird.
    case thunderbirdSettings
    /// By the settings of the device.
    case deviceSettings
    /// By the store of the system.
    case systemStore
  }

  /// How a version that has no setting can be made to trust an authority.
  package var alternative: Alternative {
    switch self {
    case .none(let alternative): alternative
    case .added, .addedSince, .savesAccepted, .replacesSystem, .value: .systemStore
    }
  }

  /// Returns whether the configuration for the version in `options` can name an authority.
  func isAvailable(_ options: WriterOptions) -> Bool {
    switch self {
    case .added, .savesAccepted, .replacesSystem, .value: true
    case .addedSince(let version): !options.isOlder(than: version)
    case .none: false
    }
  }
}
