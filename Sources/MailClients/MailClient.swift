// The mail programs that an account can be handed to.

import Vocabulary

/// A mail program, or another format for an account. The raw value is the word that the user types.
///
/// A new program is a case here, a line in `profile` and a file in `Clients`.
package enum MailClient: String, Sendable, CaseIterable {
  case neomutt, mutt, aerc, himalaya, mbsync, msmtp, offlineimap, getmail, fetchmail
  case sNail = "s-nail"
  case git, swaks, curl, autoconfig, apple, emacs, json, env

  /// All that is known of the program. No other code tells the programs apart.
  package var profile: ClientProfile {
    switch self {
    case .neomutt: NeoMutt.profile
    case .mutt: Mutt.profile
    case .aerc: Aerc.profile
    case .himalaya: Himalaya.profile
    case .mbsync: Mbsync.profile
    case .msmtp: Msmtp.profile
    case .offlineimap: OfflineIMAP.profile
    case .getmail: Getmail.profile
    case .fetchmail: Fetchmail.profile
    case .sNail: SNail.profile
    case .git: GitSendEmail.profile
    case .swaks: Swaks.profile
    case .curl: Curl.profile
    case .autoconfig: Autoconfig.profile
    case .apple: AppleProfile.profile
    case .emacs: Emacs.profile
    case .json: AccountJSON.profile
    case .env: EnvironmentVariables.profile
    }
  }

  /// Returns the program with this word or alias, or `nil`.
  package static func named(_ word: String) -> MailClient? {
    MailClient(rawValue: word) ?? allCases.first { $0.profile.aliases.contains(word) }
  }

  package var protocols: [MailProtocol] { profile.protocols }

  package var versionCall: [String]? { profile.versionCall }

  /// Whether the configuration contains the command for the password. The other programs ask the user, or read a file of
  /// their own.
  package var runsSecretCommand: Bool {
    switch profile.password {
    case .command, .script: true
    case .ownFile, .prompt: false
    }
  }

  /// The program's own file, or `nil` for a program that has none.
  package var file: ConfigurationFile? {
    guard case .file(let file) = profile.destination else { return nil }
    return file
  }

  /// Returns the configuration for `account` and the version in `options`, without the password. Every line ends with a
  /// line feed. Throws `ExportError.cannotHold` if the program's syntax cannot express a value.
  package func configuration(_ account: MailAccount, _ options: WriterOptions = WriterOptions()) throws(ExportError) -> String {
    try profile.lines(account, options).map { $0 + "\n" }.joined()
  }

  /// Returns the configuration as it is written into a file that contains other lines too.
  package func lines(of account: MailAccount, among options: WriterOptions) throws(ExportError) -> String {
    let text = try configuration(account, options)
    return file?.needsEmptyLines ?? false ? "\n\(text)\n" : text
  }
}
