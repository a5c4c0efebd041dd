// What keeps a mail program from working with an account.

import Catalog
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
  /// The account signs in with an access token, and the program takes none.
  case takesNoToken
  /// The same, and the installed version takes none. Versions since the other one do.
  case takesNoTokenYet(ClientVersion, since: ClientVersion)
  /// The servers take tokens by mechanisms that the program does not have.
  case lacksTokenMechanism(Set<TokenMechanism>)
  /// The program signs in by itself, and does not know the authorization server of these servers.
  case knowsNoIssuer

  /// Whether the configuration is refused even with the user's consent, because the password could be sent in clear text or
  /// because there is nothing to write.
  package var isFinal: Bool { self == .cannotInsistOnTLS || isAboutTokens }

  /// Whether the obstacle is that the account has no password.
  package var isAboutTokens: Bool {
    switch self {
    case .takesNoToken, .takesNoTokenYet, .lacksTokenMechanism, .knowsNoIssuer: true
    case .sendsNoID, .sendsNoIDYet, .cannotInsistOnTLS, .knowsNoAuthority, .tooOld: false
    }
  }
}

extension MailClient {
  /// Returns the most serious obstacle between the program, in the version of `options`, and `account`. Returns `nil` if
  /// there is none.
  package func obstacle(for account: MailAccount, _ options: WriterOptions = WriterOptions()) -> Obstacle? {
    let profile = profile
    if protocols.contains(.imap), !profile.canRequireSTARTTLS, account.settings.imap.security == .startTLS { return .cannotInsistOnTLS }
    if let version = options.version, let oldest = profile.oldest, version < oldest { return .tooOld(version, since: oldest) }
    if account.authorityFile != nil, !profile.authority.isAvailable(options) { return .knowsNoAuthority }
    if let obstacle = profile.token.obstacle(for: account, options) { return obstacle }
    guard account.demandsID else { return nil }
    switch profile.id {
    case .never: return .sendsNoID
    case .setting(let since):
      guard let version = options.version, version < since else { return nil }
      return .sendsNoIDYet(version, since: since)
    case .always, .delegated, .notApplicable: return nil
    }
  }

  /// Returns whether the program signs in by itself to an account with `address` at `provider`.
  package func knows(_ provider: Provider, _ address: MailAddress) -> Bool {
    guard let settings = provider.settings(for: address),
      let account = try? MailAccount(
        address: address, settings: settings, secretCommand: .placeholder, provider: provider, signIn: .token(offered: []))
    else { return false }
    if case .ownSignIn = profile.token { return obstacle(for: account) == nil }
    return false
  }

  /// Returns the other mail readers that can work with `account`. For a program that only sends, returns others that send.
  package func alternatives(for account: MailAccount) -> [MailClient] {
    Self.allCases.filter { other in
      guard other != self, other.obstacle(for: account) == nil else { return false }
      guard protocols.contains(.imap) else { return other.protocols.contains(.smtp) && !other.isAnyProgram }
      let id = other.profile.id
      return other.protocols.contains(.imap) && id != .notApplicable && (!account.demandsID || id != .never)
    }
  }

  /// Whether the configuration is for a program that is not known.
  private var isAnyProgram: Bool {
    switch profile.destination {
    case .anywhere: true
    case .file, .script, .web, .profile: false
    }
  }
}

extension TokenAccess {
  /// Returns what keeps the program from getting a token for `account`. Returns `nil` if it can, or if the account has a
  /// password.
  fileprivate func obstacle(for account: MailAccount, _ options: WriterOptions) -> Obstacle? {
    guard let offered = account.tokenMechanisms else { return nil }
    switch self {
    case .none: return .takesNoToken
    case .ownSignIn(let issuers): return issuers.name(for: account) == nil ? .knowsNoIssuer : nil
    case .command(_, let support), .script(_, let support):
      if let version = options.version, let since = support.since, version < since { return .takesNoTokenYet(version, since: since) }
      return support.mechanism(among: offered) == nil ? .lacksTokenMechanism(offered) : nil
    }
  }
}
