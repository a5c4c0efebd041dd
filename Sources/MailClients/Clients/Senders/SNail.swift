// s-nail: s-nail(1). Its `set` reads words as a shell does.

import Vocabulary

enum SNail {
  static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    // It takes such a local part for an invalid address (14.9.24).
    guard !account.hasQuotedLocalPart else { throw .cannotHold(.sNail, .address) }
    // A file name goes through the expansions of a shell once more.
    if let file = account.authorityFile, file.holdsAny(of: "$*?[]{}|&;<>()`\\\"' ") { throw .cannotHold(.sNail, .authorityFile) }
    let smtp = account.settings.smtp
    let url = "\(smtp.security == .tls ? "smtps" : "smtp")://\(Quoting.percent(account.settings.smtpUsername))@\(smtp)"
    // The line of netrc that the command's secret is put into.
    let start = "machine \(smtp.host.text) login \(Quoting.double(account.settings.smtpUsername)) password \""
    let escape = "printf '%s\\n' \"$secret\" | sed '1!d; s/[\\\\\"]/\\\\&/g'"
    let pipe = "secret=$(\(account.secretCommand.shell)) && printf '%s%s\"\\n' \(Shell.quoted(start)) \"$(\(escape))\""
    return [
      "set v15-compat=yes", "set from=\(Shell.quoted(account.address.description))", "set mta=\(url) smtp-auth=plain",
      smtp.security == .tls ? nil : "set smtp-use-starttls", "set tls-verify=strict",
      account.authorityFile.map { "set tls-ca-file=\(Shell.quoted($0))" },
      "set netrc-lookup netrc-pipe=\(Shell.quoted(pipe))",
    ].compactMap { $0 }
  }
}
