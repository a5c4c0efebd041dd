// Where a configuration goes.

import Vocabulary

/// What is done with an exported text.
package enum Place: Sendable, Equatable {
  /// A file that may hold other things, too.
  case file(String)
  /// The same, of which the program insists that nobody else can read it.
  case privateFile(String)
  /// It is a program for the shell.
  case script
  /// Published at a web address, or put into the folder of Thunderbird.
  case web(String)
  /// Opened on the device.
  case profile
  /// Read by whatever program it was made for.
  case anywhere
}

extension Client {
  package func place(for account: MailAccount) -> Place {
    switch self {
    case .neomutt: .file("~/.config/neomutt/neomuttrc")
    case .mutt: .file("~/.muttrc")
    case .aerc: .privateFile("~/.config/aerc/accounts.conf")
    case .himalaya: .file("~/.config/himalaya/config.toml")
    case .mbsync: .file("~/.mbsyncrc")
    case .msmtp: .privateFile("~/.msmtprc")
    case .offlineimap: .file("~/.offlineimaprc")
    case .getmail: .file("~/.config/getmail/getmailrc")
    case .sNail: .file("~/.mailrc")
    case .git: .file("~/.gitconfig")
    case .emacs: .file("~/.emacs.d/init.el")
    case .fetchmail, .swaks, .curl: .script
    case .autoconfig: .web("https://autoconfig.\(account.address.domain.text)/mail/config-v1.1.xml")
    case .apple: .profile
    case .json, .env: .anywhere
    }
  }
}
