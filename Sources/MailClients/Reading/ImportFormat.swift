// The configurations that accounts can be read from.

import Vocabulary

/// The raw value is the word that is typed.
package enum ImportFormat: String, Sendable, CaseIterable {
  case neomutt, mutt, aerc, himalaya, mbsync, msmtp, offlineimap, getmail, fetchmail
  case sNail = "s-nail"
  case git, thunderbird, autoconfig, json, env

  /// Octets of the largest file that is read.
  package static let limit = 1 << 20

  /// By its word, or by what people also call it.
  package static func named(_ word: String) -> ImportFormat? {
    let others: [String: ImportFormat] = [
      "isync": .mbsync, "offlineimap3": .offlineimap, "getmail6": .getmail, "git-send-email": .git, "mailx": .sNail,
    ]
    return ImportFormat(rawValue: word) ?? others[word]
  }

  /// The accounts in `octets`, of which nothing is trusted: what is not understood is skipped, no command is run, no other
  /// file is opened, no password is kept. More than `limit` octets hold none.
  package func read(_ octets: [UInt8]) -> Import {
    var harvest = ImportCollector()
    if octets.count <= Self.limit, let text = ConfigurationText(octets) { read(text, into: &harvest) }
    return harvest.result
  }

  private func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    switch self {
    case .neomutt, .mutt: MuttrcReader.read(text, into: &harvest)
    case .aerc: AercReader.read(text, into: &harvest)
    case .himalaya: HimalayaReader.read(text, into: &harvest)
    case .mbsync: MbsyncReader.read(text, into: &harvest)
    case .msmtp: MsmtpReader.read(text, into: &harvest)
    case .offlineimap: OfflineIMAPReader.read(text, into: &harvest)
    case .getmail: GetmailReader.read(text, into: &harvest)
    case .fetchmail: FetchmailReader.read(text, into: &harvest)
    case .sNail: MailrcReader.read(text, into: &harvest)
    case .git: GitConfigReader.read(text, into: &harvest)
    case .thunderbird: PreferencesReader.read(text, into: &harvest)
    case .autoconfig: AutoconfigReader.read(text, into: &harvest)
    case .json: AccountJSONReader.read(text, into: &harvest)
    case .env: EnvironmentReader.read(text, into: &harvest)
    }
  }
}
