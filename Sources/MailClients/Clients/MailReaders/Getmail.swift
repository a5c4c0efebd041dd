// getmail 6: getmail6's documentation, configuration.txt. Its parser (RawConfigParser) knows no quotes and no escapes.

import Vocabulary

enum Getmail {
  static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    // Variables are filled in (expand_user_vars), and the parser cuts off blanks at the end.
    if let file = account.authorityFile, file.holdsAny(of: "$") || file.hasSuffix(" ") { throw .cannotHold(.getmail, .authorityFile) }
    let imap = account.settings.imap
    // A Python tuple: one word needs the comma, too.
    let words = account.secretCommand.words.map { Quoting.double($0) + "," }.joined(separator: " ")
    var lines = [
      "[retriever]", "type = SimpleIMAPSSLRetriever", "server = \(imap.host.text)", "port = \(imap.port)",
      "username = \(account.settings.imapUsername)", "password_command = (\(words))",
      // Without it no certificate is checked at all.
      "ca_certs = \(account.authorityFile ?? "/etc/ssl/certs/ca-certificates.crt")", "mailboxes = (\"INBOX\",)",
    ]
    if account.demandsID { lines.append("imap_id_extension = true") }
    return lines + [
      "", "[destination]", "type = Maildir", "path = ~/Mail/\(account.label)/",
      "", "[options]", "read_all = false", "delete = false",
    ]
  }
}
