// Where a mail program has its configuration, for who names no file.

import Vocabulary

extension ImportFormat {
  /// The places in which its program looks, in its order. Empty for what has no place of its own.
  package var spots: [ConfigurationPath] {
    switch self {
    case .neomutt:
      [config("neomutt/neomuttrc"), home(".neomutt/neomuttrc"), home(".neomuttrc")] + Self.mutt.spots
    case .mutt: [home(".muttrc"), home(".mutt/muttrc"), config("mutt/muttrc")]
    case .aerc: [config("aerc/accounts.conf")]
    case .himalaya: [config("himalaya/config.toml"), home(".himalayarc")]
    case .mbsync: [config("isyncrc"), home(".mbsyncrc")]
    case .msmtp: [home(".msmtprc"), config("msmtp/config")]
    case .offlineimap: [config("offlineimap/config"), home(".offlineimaprc")]
    case .getmail: [config("getmail/getmailrc"), home(".getmail/getmailrc")]
    case .fetchmail: [home(".fetchmailrc")]
    case .sNail: [home(".mailrc")]
    case .git: [home(".gitconfig"), config("git/config")]
    // What they name is a folder, and the configuration is in there.
    case .thunderbird: [home(".thunderbird/profiles.ini"), home("Library/Thunderbird/profiles.ini")]
    case .autoconfig, .json, .env: []
    }
  }

  private func home(_ name: String) -> ConfigurationPath { ConfigurationPath(base: .home, name: name) }
  private func config(_ name: String) -> ConfigurationPath { ConfigurationPath(base: .configuration, name: name) }
}

package enum Profiles {
  /// The folder of the profile that Thunderbird opens, as `profiles.ini` has it: a path, below that file's own folder
  /// unless it begins with a slash. nil where it names none.
  package static func usual(_ octets: [UInt8]) -> String? {
    guard octets.count <= ImportFormat.limit, let text = ConfigurationText(octets) else { return nil }
    let sections = INIFile.sections(text, .plain)
    // The installation's own choice goes before the mark of older versions.
    let chosen = sections.first { $0.name.hasPrefix("Install") && $0["default"] != nil }?["default"]
    let marked = sections.first { $0.name.hasPrefix("Profile") && $0["default"] == "1" }?["path"]
    let only = sections.first { $0.name.hasPrefix("Profile") }?["path"]
    return (chosen ?? marked ?? only).flatMap { $0.split(separator: "/").contains("..") ? nil : $0 }
  }
}
