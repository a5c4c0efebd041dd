// git send-email: git-send-email(1), git-config(1), gitcredentials(7).

import Vocabulary

enum GitSendEmail {
  static func lines(_ account: MailAccount, _ setting: WriterOptions) -> [String] {
    let smtp = account.settings.smtp
    let name = account.settings.smtpUsername
    // Called with `get`, `store` or `erase` behind it; the function takes that word.
    let helper =
      "!f() { test \"$1\" = get || exit 0; secret=$(\(account.secretCommand.shell)) && printf 'username=%s\\npassword=%s\\n' "
      + "\(Shell.quoted(name)) \"$(printf '%s\\n' \"$secret\" | sed 1q)\"; }; f"
    // gitcredentials(7): an empty value drops the helpers before it, which would answer for another account.
    let none = "\thelper ="
    return [
      "[sendemail]", "\tsmtpServer = \(smtp.host.text)", "\tsmtpServerPort = \(smtp.port)",
      "\tsmtpEncryption = \(smtp.security == .tls ? "ssl" : "tls")", "\tsmtpUser = \(Quoting.double(name))",
      "\tfrom = \(Quoting.double(account.address.description))",
    ] + (account.authorityFile.map { ["\tsmtpSSLCertPath = \(Quoting.double($0))"] } ?? [])
      + ["[credential \"smtp://\(smtp)\"]"] + (setting.isFirst ? [] : [none]) + ["\thelper = \(Quoting.double(helper))"]
  }
}
