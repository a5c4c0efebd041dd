// aerc: aerc-accounts(5), aerc-imap(5), aerc-smtp(5).

import Vocabulary

enum Aerc {
  static func lines(_ account: MailAccount, _ setting: WriterOptions) throws(ExportError) -> [String] {
    let (imap, smtp) = (account.settings.imap, account.settings.smtp)
    guard let command = Quoting.aerc(account.secretCommand.shell) else { throw .cannotHold(.aerc, .secretCommand) }
    guard let from = Quoting.aerc(account.address.description) else { throw .cannotHold(.aerc, .address) }
    let source = "\(imap.security == .tls ? "imaps" : "imap")://\(Quoting.percent(account.settings.imapUsername))@\(imap)"
    let outgoing = "\(smtp.security == .tls ? "smtps" : "smtp")+plain://\(Quoting.percent(account.settings.smtpUsername))@\(smtp)"
    var lines = [
      "[\(account.label)]", "source = \(source)", "source-cred-cmd = \(command)", "outgoing = \(outgoing)",
      "outgoing-cred-cmd = \(command)", "from = \(from)", "default = INBOX",
    ]
    // Without it 0.14 and older would send in clear. Since 0.15 smtp:// insists by itself and the line means nothing: it is
    // left out only where the version is known.
    if smtp.security == .startTLS, setting.version.map({ $0 < "0.15" }) ?? true { lines.append("smtp-starttls = true") }
    return lines
  }
}
