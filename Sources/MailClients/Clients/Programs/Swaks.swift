// swaks: swaks(1). A script that ends after the login: no mail is sent.

import Vocabulary

enum Swaks {
  static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    let (smtp, address, name) = (account.settings.smtp, account.address.description, account.settings.smtpUsername)
    // A value that begins with a hyphen is taken for an option, and a comma separates recipients.
    guard !address.hasPrefix("-"), !address.holdsAny(of: ",") else { throw .cannotHold(.swaks, .address) }
    guard !name.hasPrefix("-") else { throw .cannotHold(.swaks, .userName) }
    let options =
      [
        "--server", smtp.host.text, "--port", "\(smtp.port)", smtp.security == .tls ? "--tls-on-connect" : "--tls", "--tls-verify",
        "--auth", "PLAIN", "--auth-user", name, "--auth-hide-password", "--from", address, "--to", address, "--quit-after", "AUTH",
      ] + (account.authorityFile.map { ["--tls-ca-path", $0] } ?? [])
    return ["#!/bin/sh"] + Shell.readSecret(account.secretCommand) + [
      // In the environment it is out of the list of processes.
      "SWAKS_OPT_auth_password=$secret",
      "export SWAKS_OPT_auth_password",
      "exec swaks \(Shell.command(options)) \"$@\"",
    ]
  }
}
