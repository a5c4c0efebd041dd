// mbsync of isync: mbsync(1).

import Vocabulary

enum Mbsync {
  static func lines(_ account: MailAccount, _ setting: WriterOptions) -> [String] {
    let (label, imap) = (account.label, account.settings.imap)
    var lines = [
      "IMAPAccount \(label)", "Host \(Quoting.double(imap.host.text))", "Port \(imap.port)",
      "User \(Quoting.double(account.settings.imapUsername))", "PassCmd \(Quoting.double(account.secretCommand.shell))",
      // 1.5 renamed it and still reads the old name, 1.4, which Debian 12 has, does not read the new one: so that is written
      // only where the version is known.
      "\(setting.version.map { $0 >= "1.5" } ?? false ? "TLSType" : "SSLType") \(imap.security == .tls ? "IMAPS" : "STARTTLS")",
    ]
    if let file = account.authorityFile { lines.append("CertificateFile \(Quoting.double(file))") }
    if account.isInitialResponseBroken { lines.append("AuthMechs LOGIN") }
    lines += [
      "", "IMAPStore \(label)-remote", "Account \(label)",
      "", "MaildirStore \(label)-local", "Path ~/Mail/\(label)/", "Inbox ~/Mail/\(label)/INBOX", "SubFolders Verbatim",
      "", "Channel \(label)", "Far :\(label)-remote:", "Near :\(label)-local:", "Patterns *", "Create Near", "SyncState *",
    ]
    return lines
  }
}
