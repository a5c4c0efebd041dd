// The mail programs an account can be handed to.

import Vocabulary

/// The raw value is the word that is typed.
package enum MailClient: String, Sendable, CaseIterable {
  case neomutt, mutt, aerc, himalaya, mbsync, msmtp, offlineimap, getmail, fetchmail
  case sNail = "s-nail"
  case git, swaks, curl, autoconfig, apple, emacs, json, env

  /// By its word, or by what people also call it.
  package static func named(_ word: String) -> MailClient? {
    let others: [String: MailClient] = [
      "isync": .mbsync, "offlineimap3": .offlineimap, "getmail6": .getmail, "thunderbird": .autoconfig, "git-send-email": .git,
    ]
    return MailClient(rawValue: word) ?? others[word]
  }

  /// The configuration for `account` and the version of `setting`, without the secret; each line ends with a line feed.
  package func configuration(_ account: MailAccount, _ setting: WriterOptions = WriterOptions()) throws(ExportError) -> String {
    try lines(account, setting).map { $0 + "\n" }.joined()
  }

  /// The same as it stands among the lines of others.
  package func lines(of account: MailAccount, among setting: WriterOptions) throws(ExportError) -> String {
    let text = try configuration(account, setting)
    // mbsync(1): an empty line ends a section, and nothing else does.
    return self == .mbsync ? "\n\(text)\n" : text
  }

  private func lines(_ account: MailAccount, _ setting: WriterOptions) throws(ExportError) -> [String] {
    switch self {
    case .neomutt, .mutt: try Muttrc(client: self).lines(account)
    case .aerc: try Aerc.lines(account, setting)
    case .himalaya: Himalaya.lines(account, setting)
    case .mbsync: Mbsync.lines(account, setting)
    case .msmtp: try Msmtp.lines(account, setting)
    case .offlineimap: try OfflineIMAP.lines(account, setting)
    case .getmail: try Getmail.lines(account)
    case .fetchmail: Fetchmail.lines(account)
    case .sNail: try SNail.lines(account)
    case .git: GitSendEmail.lines(account, setting)
    case .swaks: try Swaks.lines(account)
    case .curl: try Curl.lines(account)
    case .autoconfig: Autoconfig.lines(account)
    case .apple: AppleProfile.lines(account)
    case .emacs: try Emacs.lines(account)
    case .json: AccountJSON.lines(account)
    case .env: EnvironmentVariables.lines(account)
    }
  }
}
