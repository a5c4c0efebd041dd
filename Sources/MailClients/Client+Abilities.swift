// What each client can do where providers differ, and what follows for an account. Tried or read for each of them; README.md
// names the versions.

import Vocabulary

extension MailClient {
  /// Whether it introduces itself to the IMAP server (RFC 2971).
  enum Introduction: Equatable {
    case always
    /// Since that version, with the switch that the configuration then holds.
    case switchedOn(since: ClientVersion)
    case never
    /// It speaks no IMAP, or it is whatever program reads the values.
    case notItsBusiness
  }

  var introduction: Introduction {
    switch self {
    // Thunderbird: mail.server.default.send_client_info; Apple Mail sends its name and version.
    case .offlineimap, .autoconfig, .apple: .always
    // mu4e leaves fetching to another program, which is then offlineimap.
    case .emacs: .always
    case .neomutt: .switchedOn(since: "20230407")
    case .getmail: .switchedOn(since: "6.19.00")
    case .himalaya: .switchedOn(since: "1.0")
    case .mutt, .aerc, .mbsync, .fetchmail, .curl: .never
    case .msmtp, .sNail, .git, .swaks, .json, .env: .notItsBusiness
    }
  }

  /// The protocols its configuration is about.
  package var protocols: [MailProtocol] {
    switch self {
    case .mbsync, .offlineimap, .getmail, .fetchmail: [.imap]
    case .msmtp, .sNail, .git, .swaks: [.smtp]
    case .neomutt, .mutt, .aerc, .himalaya, .curl, .autoconfig, .apple, .emacs, .json, .env: [.imap, .smtp]
    }
  }

  /// Whether it gets the secret by running a command; the others ask for it or look into a file of their own.
  package var runsSecretCommand: Bool {
    switch self {
    case .autoconfig, .apple, .emacs: false
    case .neomutt, .mutt, .aerc, .himalaya, .mbsync, .msmtp, .offlineimap, .getmail, .fetchmail, .sNail, .git, .swaks, .curl, .json, .env:
      true
    }
  }

  /// What keeps it, in the version of `setting`, from working with `account`, the worst first.
  package func obstacle(for account: MailAccount, _ setting: WriterOptions = WriterOptions()) -> Obstacle? {
    // offlineimap goes on in clear where the offer of STARTTLS was taken out on the way (imapserver.py, __start_tls);
    // getmail 6 has no STARTTLS.
    if [.offlineimap, .getmail].contains(self), account.settings.imap.security == .startTLS { return .cannotInsistOnTLS }
    if let version = setting.version, let oldest, version < oldest { return .tooOld(version, since: oldest) }
    if account.authorityFile != nil, !takesAuthority(setting) { return .knowsNoAuthority }
    guard account.demandsID else { return nil }
    if introduction == .never { return .sendsNoID }
    if case .switchedOn(let since) = introduction, let version = setting.version, version < since {
      return .sendsNoIDYet(version, since: since)
    }
    return nil
  }

  /// Whether its configuration, in the version of `setting`, can name an authority of the account's own.
  private func takesAuthority(_ setting: WriterOptions) -> Bool {
    switch self {
    // Go's crypto/x509 reads SSL_CERT_FILE only; Thunderbird and Apple's devices have stores of their own.
    case .aerc, .autoconfig, .apple: false
    case .himalaya: !setting.isOlder(than: "2.0")
    case .neomutt, .mutt, .mbsync, .msmtp, .offlineimap, .getmail, .fetchmail, .sNail, .git, .swaks, .curl, .emacs, .json, .env: true
    }
  }

  /// What naming an authority of the account's own does besides: to some clients it takes the place of the system's store.
  private func authorityRemark(for account: MailAccount) -> Remark? {
    guard let file = account.authorityFile else { return nil }
    switch self {
    case .msmtp, .git, .swaks: return .trustsOnly(file, account.settings.smtp.host.text)
    case .offlineimap, .getmail: return .trustsOnly(file, account.settings.imap.host.text)
    case .curl: return .trustsOnly(file, "\(account.settings.imap.host), \(account.settings.smtp.host)")
    case .neomutt, .mutt: return .savesAccepted(file)
    // These add it, or are told to: mbsync(1) SystemCertificates, fetchmail(1) FETCHMAIL_INCLUDE_DEFAULT_X509_CA_CERTS,
    // s-nail(1) tls-ca-no-defaults, Emacs' gnutls-trustfiles.
    case .mbsync, .fetchmail, .sNail, .emacs, .himalaya: return nil
    case .aerc, .autoconfig, .apple, .json, .env: return nil
    }
  }

  /// Other mail programs of the same use that can work with `account`.
  package func alternatives(for account: MailAccount) -> [MailClient] {
    Self.allCases.filter { other in
      other != self && other.obstacle(for: account) == nil && other.protocols.contains(.imap) && other.introduction != .notItsBusiness
        && (!account.demandsID || other.introduction != .never)
    }
  }

  /// What its user has to know besides where to put the configuration.
  package func remarks(for account: MailAccount, _ setting: WriterOptions = WriterOptions()) -> [Remark] {
    var remarks: [Remark] = []
    if account.demandsID {
      switch introduction {
      // A version that is known has been looked at.
      case .switchedOn(let version): if setting.version == nil { remarks.append(.switchesIDOn(since: version)) }
      case .notItsBusiness where protocols.contains(.imap): remarks.append(.programMustSendID)
      case .always, .never, .notItsBusiness: break
      }
    }
    for mailProtocol in protocols where account.username(mailProtocol) != account.address.description {
      remarks.append(.loginIsNotAddress(mailProtocol, account.username(mailProtocol)))
    }
    if let authority = authorityRemark(for: account) { remarks.append(authority) }
    if !setting.isFirst, self == .offlineimap { remarks.append(.addToAccounts(account.label)) }
    if let own = ownRemark(for: account, setting) { remarks.append(own) }
    return remarks
  }

  private func ownRemark(for account: MailAccount, _ setting: WriterOptions) -> Remark? {
    switch self {
    case .getmail: .needsMaildir
    case .mbsync: .needsFolder("~/Mail/\(account.label)")
    case .fetchmail: .needsDelivery
    // 20201014, which Debian 12 has, compares no names; 20240103 does, and a version that is known has been looked at.
    case .swaks: setting.version.map { $0 < "20240103" } ?? true ? .checksNoHostName : nil
    case .apple: .isNotSigned
    case .emacs: .needsFetcher(account.demandsID ? .offlineimap : .mbsync)
    case .neomutt, .mutt, .aerc, .himalaya, .msmtp, .offlineimap, .sNail, .git, .curl, .autoconfig, .json, .env: nil
    }
  }
}

package enum Remark: Sendable, Equatable {
  case switchesIDOn(since: ClientVersion)
  case programMustSendID
  /// The authorities in the file stand in place of the system's for these hosts.
  case trustsOnly(String, String)
  /// The file is also where the client keeps what its user accepts.
  case savesAccepted(String)
  case loginIsNotAddress(MailProtocol, String)
  /// Its file names the accounts in one place, which is somebody else's.
  case addToAccounts(String)
  case needsMaildir
  case needsFolder(String)
  case needsDelivery
  /// The file is not the one that is read without being named.
  case needsFileName(String)
  case checksNoHostName
  case isNotSigned
  case needsFetcher(MailClient)
}

extension Remark {
  /// Whether it is settled once the folders have been made.
  package var isAboutFolders: Bool {
    switch self {
    case .needsMaildir, .needsFolder: true
    case .switchesIDOn, .programMustSendID, .trustsOnly, .savesAccepted, .loginIsNotAddress, .addToAccounts, .needsDelivery, .needsFileName,
      .checksNoHostName,
      .isNotSigned,
      .needsFetcher:
      false
    }
  }
}
