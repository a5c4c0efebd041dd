// What keeps a mail program from working with an account.

import Vocabulary

package enum Obstacle: Sendable, Equatable {
  /// The provider requires IMAP ID (RFC 2971), and the program never sends it.
  case sendsNoID
  /// The provider requires IMAP ID, and the installed version does not send it. Versions since the other one can.
  case sendsNoIDYet(ClientVersion, since: ClientVersion)
  /// The connection begins in clear text, and the program cannot be made to require STARTTLS.
  case cannotInsistOnTLS
  /// The program has no setting for the account's own certificate authority, and would not trust the servers.
  case knowsNoAuthority
  /// The installed version cannot read what is written. Versions since the other one can.
  case tooOld(ClientVersion, since: ClientVersion)

  /// Whether the configuration is refused even with the user's consent, because the password could be sent in clear text.
  package var isFinal: Bool { self == .cannotInsistOnTLS }
}

extension MailClient {
  /// Returns the most serious obstacle between the program, in the version of `options`, and `account`. Returns `nil` if
  /// there is none.
  package func obstacle(for account: MailAccount, _ options: WriterOptions = WriterOptions()) -> Obstacle? {
    let profile = profile
    if protocols.contains(.imap), !profile.canRequireSTARTTLS, account.settings.imap.security == .startTLS { return .cannotInsistOnTLS }
    if let version = options.version, let oldest = profile.oldest, version < oldest { return .tooOld(version, since: oldest) }
    if account.authorityFile != nil, !profile.authority.isAvailable(options) { return .knowsNoAuthority }
    guard account.demandsID else { return nil }
    switch profile.id {
    case .never: return .sendsNoID
    case .setting(let since):
      guard let version = options.version, version < since else { return nil }
      return .sendsNoIDYet(version, since: since)
    case .always, .delegated, .notApplicable: return nil
    }
  }

  /// Returns the other mail readers that can work with `account`.
  package func alternatives(for account: MailAccount) -> [MailClient] {
    Self.allCases.filter { other in
      let id = other.profile.id
      return other != self && other.obstacle(for: account) == nil && other.protocols.contains(.imap) && id != .notApplicable
        && (!account.demandsID || id != .never)
    }
  }
}
