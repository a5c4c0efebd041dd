// The mail programs an account can be handed to.

import Vocabulary

/// The raw value is the word that is typed.
package enum Client: String, Sendable, CaseIterable {
  case neomutt, mutt, aerc, himalaya, mbsync, msmtp, offlineimap, getmail, fetchmail
  case sNail = "s-nail"
  case git, swaks, curl, autoconfig, apple, emacs, json, env

  /// By its word, or by what people also call it.
  package static func named(_ word: String) -> Client? {
    let others: [String: Client] = [
      "isync": .mbsync, "offlineimap3": .offlineimap, "getmail6": .getmail, "thunderbird": .autoconfig, "git-send-email": .git,
    ]
    return Client(rawValue: word) ?? others[word]
  }

  /// The configuration for `account`, without the secret; each line ends with a line feed.
  package func configuration(_ account: MailAccount) throws(ExportFault) -> String {
    try lines(account).map { $0 + "\n" }.joined()
  }

  private func lines(_ account: MailAccount) throws(ExportFault) -> [String] {
    switch self {
    case .neomutt, .mutt: try Muttrc(client: self).lines(account)
    case .aerc: try Aerc.lines(account)
    case .himalaya: Himalaya.lines(account)
    case .mbsync: Mbsync.lines(account)
    case .msmtp: try Msmtp.lines(account)
    case .offlineimap: OfflineIMAP.lines(account)
    case .getmail: Getmail.lines(account)
    case .fetchmail: Fetchmail.lines(account)
    case .sNail: try SNail.lines(account)
    case .git: GitSendEmail.lines(account)
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
