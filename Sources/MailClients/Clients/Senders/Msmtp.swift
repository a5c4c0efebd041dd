// msmtp: msmtp(1).

import Vocabulary

enum Msmtp {
  static func lines(_ account: MailAccount, _ setting: WriterOptions) throws(ExportError) -> [String] {
    let (label, smtp, from) = (account.label, account.settings.smtp, account.address.description)
    // In `from` these are patterns, and nothing takes that from them.
    guard !from.holdsAny(of: "?*["), !["%U", "%H", "%C", "%M"].contains(where: from.contains) else {
      throw .cannotHold(.msmtp, .address)
    }
    return [
      "account \(label)", "host \(smtp.host.text)", "port \(smtp.port)", "tls on",
      "tls_starttls \(smtp.security == .tls ? "off" : "on")", "tls_certcheck on",
    ] + (account.authorityFile.map { ["tls_trust_file \(Quoting.msmtp($0))"] } ?? []) + [
      "auth on", "from \(Quoting.msmtp(from))",
      "user \(Quoting.msmtp(account.settings.smtpUsername))", "passwordeval \(Quoting.msmtp(account.secretCommand.shell))",
    ] + (setting.isFirst ? ["", "account default : \(label)"] : [])
  }
}
