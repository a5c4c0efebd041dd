// offlineimap3: offlineimap.conf of its distribution.

import Vocabulary

enum OfflineIMAP {
  static func lines(_ account: MailAccount, _ setting: WriterOptions) throws(ExportError) -> [String] {
    // Variables are filled in, and nothing takes that from them (getsslcacertfile); blanks at the end are cut off.
    if let file = account.authorityFile, file.holdsAny(of: "$") || file.hasSuffix(" ") { throw .cannotHold(.offlineimap, .authorityFile) }
    let (label, imap) = (account.label, account.settings.imap)
    // Python, evaluated with nothing imported.
    let words = account.secretCommand.words.map(Quoting.double).joined(separator: ", ")
    let secret = "__import__(\"subprocess\").check_output([\(words)]).decode().rstrip(\"\\r\\n\")"
    // A second section of a name is refused (Python's configparser).
    let general = setting.isFirst ? ["[general]", "accounts = \(label)", ""] : []
    return general + [
      "[Account \(label)]", "localrepository = \(label)-local", "remoterepository = \(label)-remote",
      "", "[Repository \(label)-local]", "type = Maildir", "localfolders = ~/Mail/\(label)",
      "", "[Repository \(label)-remote]", "type = IMAP", "remotehost = \(imap.host.text)", "remoteport = \(imap.port)",
      "remoteuser = \(Quoting.interpolated(account.settings.imapUsername))", "remotepasseval = \(Quoting.interpolated(secret))",
      // Without a file of authorities it refuses to connect.
      "ssl = yes", "sslcacertfile = \(account.authorityFile.map(Quoting.interpolated) ?? "OS-DEFAULT")",
    ]
  }
}
