// What the user has to know besides where the configuration belongs.

import Vocabulary

package enum Remark: Sendable, Equatable {
  /// The provider requires IMAP ID. The setting for it needs this version.
  case switchesIDOn(since: ClientVersion)
  /// The provider requires IMAP ID, and the program that reads the values has to send it.
  case programMustSendID
  /// For these hosts the authorities in the file replace those of the system.
  case trustsOnly(String, String)
  /// The program also writes certificates that its user accepts into the file.
  case savesAccepted(String)
  case loginIsNotAddress(MailProtocol, String)
  /// The file lists its accounts on one line, which is not part of the managed block.
  case addToAccounts(String)
  case needsMaildir
  case needsFolder(String)
  case needsDelivery
  /// The program reads the file only if it is named in the call.
  case needsFileName(String)
  case checksNoHostName
  case isNotSigned
  case needsFetcher(MailClient)
  /// Access tokens need this version.
  case takesTokens(since: ClientVersion)
  /// The program takes tokens by a plug-in of Cyrus SASL that has to be installed.
  case needsSASLPlugin
  /// The program takes tokens by a module of Perl that has to be new enough.
  case needsPerlModule

  /// Whether the remark is settled when the folders exist.
  package var isAboutFolders: Bool {
    switch self {
    case .needsMaildir, .needsFolder: true
    case .switchesIDOn, .programMustSendID, .trustsOnly, .savesAccepted, .loginIsNotAddress, .addToAccounts, .needsDelivery, .needsFileName,
      .checksNoHostName, .isNotSigned, .needsFetcher, .takesTokens, .needsSASLPlugin, .needsPerlModule:
      false
    }
  }
}

extension MailClient {
  /// Returns what the user has to know about the configuration for `account` and the version in `options`.
  package func remarks(for account: MailAccount, _ options: WriterOptions = WriterOptions()) -> [Remark] {
    var remarks: [Remark] = []
    if account.demandsID {
      switch profile.id {
      // With a known version `obstacle` has decided already.
      case .setting(let version): if options.version == nil { remarks.append(.switchesIDOn(since: version)) }
      case .notApplicable: if protocols.contains(.imap) { remarks.append(.programMustSendID) }
      case .always, .delegated, .never: break
      }
    }
    // With a known version `obstacle` has decided already.
    if account.tokenMechanisms != nil, options.version == nil, let since = profile.token.support?.since {
      remarks.append(.takesTokens(since: since))
    }
    for mailProtocol in protocols where account.username(mailProtocol) != account.address.description {
      remarks.append(.loginIsNotAddress(mailProtocol, account.username(mailProtocol)))
    }
    if let authority = authorityRemark(for: account) { remarks.append(authority) }
    return remarks + profile.remarks(account, options)
  }

  /// Returns the remark about the account's own authority, if naming it has another effect than to trust it too.
  private func authorityRemark(for account: MailAccount) -> Remark? {
    guard let file = account.authorityFile else { return nil }
    switch profile.authority {
    case .replacesSystem: return .trustsOnly(file, protocols.map { account.endpoint($0).host.text }.joined(separator: ", "))
    case .savesAccepted: return .savesAccepted(file)
    case .added, .addedSince, .value, .none: return nil
    }
  }
}
