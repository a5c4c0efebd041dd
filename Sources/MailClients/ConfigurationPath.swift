// Where a configuration goes.

import Vocabulary

/// What is done with an exported text.
package enum ExportDestination: Sendable, Equatable {
  /// A file that may hold other things, too, at one of these places.
  case file([ConfigurationPath])
  /// The same, of which the program insists that nobody else can read it.
  case privateFile([ConfigurationPath])
  /// It is a program for the shell.
  case script
  /// Published at a web address, or put into the folder of Thunderbird.
  case web(String)
  /// Opened on the device.
  case profile
  /// Read by whatever program it was made for.
  case anywhere
}

/// A file below one of the folders that programs look for their configurations in.
package struct ConfigurationPath: Sendable, Equatable {
  package enum Base: Sendable, Equatable {
    case home
    /// `${XDG_CONFIG_HOME:-~/.config}` (XDG Base Directory Specification).
    case configuration
  }

  package let base: Base
  package let name: String

  /// Where it is, given both folders.
  package func path(home: String, configuration: String) -> String {
    (base == .home ? home : configuration) + "/" + name
  }

  fileprivate static func home(_ name: String) -> ConfigurationPath { ConfigurationPath(base: .home, name: name) }
  fileprivate static func config(_ name: String) -> ConfigurationPath { ConfigurationPath(base: .configuration, name: name) }
}

extension MailClient {
  /// Where the text for the account of `address` goes, or for that of `name` among those that share it. Of several spots the
  /// client reads the first that is there; the last one is where a new file is made.
  package func place(for address: MailAddress, named name: String? = nil, _ setting: WriterOptions = WriterOptions()) -> ExportDestination {
    switch self {
    case .neomutt: .file(Self.neomuttSpots)
    case .mutt: .file([.home(".muttrc"), .home(".mutt/muttrc"), .config("mutt/muttrc"), .home(".muttrc")])
    case .aerc: .privateFile([.config("aerc/accounts.conf")])
    case .himalaya: .file([.config("himalaya/config.toml"), .home(".himalayarc"), .config("himalaya/config.toml")])
    // 1.4 knows only the second.
    case .mbsync: .file(setting.isOlder(than: "1.5") ? [.home(".mbsyncrc")] : [.config("isyncrc"), .home(".mbsyncrc")])
    case .msmtp: .privateFile([.home(".msmtprc"), .config("msmtp/config"), .home(".msmtprc")])
    case .offlineimap: .file([.config("offlineimap/config"), .home(".offlineimaprc")])
    case .getmail:
      .file(
        ["getmailrc", BlockOwner(address, name: name).label].flatMap {
          [ConfigurationPath.config("getmail/" + $0), .home(".getmail/" + $0)]
        }
          + [.config("getmail/getmailrc")])
    case .sNail: .file([.home(".mailrc")])
    case .git: .file([.home(".gitconfig"), .config("git/config"), .home(".gitconfig")])
    case .emacs:
      .file([.home(".emacs.el"), .home(".emacs"), .home(".emacs.d/init.el"), .config("emacs/init.el"), .home(".emacs.d/init.el")])
    case .fetchmail, .swaks, .curl: .script
    case .autoconfig: .web("https://autoconfig.\(address.domain.text)/mail/config-v1.1.xml")
    case .apple: .profile
    case .json, .env: .anywhere
    }
  }

  /// The files it may read the account of `address` from; none for a client without.
  package func spots(for address: MailAddress, named name: String? = nil, _ setting: WriterOptions = WriterOptions()) -> [ConfigurationPath]
  {
    switch place(for: address, named: name, setting) {
    case .file(let spots), .privateFile(let spots): spots
    case .script, .web, .profile, .anywhere: []
    }
  }

  /// NeoMutt's find_cfg: each folder in this order, and in each of them its own name first.
  private static let neomuttSpots: [ConfigurationPath] = [
    .config("neomutt/neomuttrc"), .config("neomutt/muttrc"), .config("mutt/neomuttrc"), .config("mutt/muttrc"),
    .home(".neomutt/neomuttrc"), .home(".neomutt/muttrc"), .home(".mutt/neomuttrc"), .home(".mutt/muttrc"),
    .home(".neomuttrc"), .home(".muttrc"), .config("neomutt/neomuttrc"),
  ]

  /// Whether a file of it is about one account alone, so that every account gets one of its own.
  package var hasFilePerAccount: Bool { self == .getmail }

  /// Whether there is a file of its own that an account can be put into.
  package var hasFile: Bool {
    switch self {
    case .neomutt, .mutt, .aerc, .himalaya, .mbsync, .msmtp, .offlineimap, .getmail, .sNail, .git, .emacs: true
    case .fetchmail, .swaks, .curl, .autoconfig, .apple, .json, .env: false
    }
  }

  /// What begins a comment in its files.
  package var comment: String { self == .emacs ? ";;" : "#" }

  /// The folders that have to exist before it can work, below the home.
  package func folders(for owner: BlockOwner) -> [String] {
    let mail = "Mail/\(owner.label)"
    return switch self {
    case .mbsync: [mail]
    case .getmail: ["cur", "new", "tmp"].map { "\(mail)/\($0)" }
    case .neomutt, .mutt, .aerc, .himalaya, .msmtp, .offlineimap, .fetchmail, .sNail, .git, .swaks, .curl, .autoconfig, .apple, .emacs,
      .json, .env:
      []
    }
  }
}
