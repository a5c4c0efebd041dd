// swaks: swaks(1). A script that ends after signing in. It sends no mail.

import Vocabulary

enum Swaks {
  static let profile = ClientProfile(
    name: .program("swaks"), aliases: [], protocols: [.smtp], destination: .script, versionCall: ["swaks", "--version"], oldest: nil,
    id: .notApplicable, password: .script(.environment), token: .none, authority: .replacesSystem, canRequireSTARTTLS: true,
    // 20201014, which Debian 12 has, compares no names. 20240103 does.
    remarks: { _, options in options.version.map { $0 < "20240103" } ?? true ? [.checksNoHostName] : [] }, imports: [],
    lines: { account, _ throws(ExportError) in try lines(account) })

  private static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    let (smtp, address, name) = (account.settings.smtp, account.address.description, account.settings.smtpUsername)
    // swaks reads a value that begins with a hyphen as an option, and a comma separates recipients.
    guard !address.hasPrefix("-"), !address.holdsAny(of: ",") else { throw .cannotHold(.swaks, .address) }
    guard !name.hasPrefix("-") else { throw .cannotHold(.swaks, .userName) }
    let options =
      [
        "--server", smtp.host.text, "--port", "\(smtp.port)", smtp.security == .tls ? "--tls-on-connect" : "--tls", "--tls-verify",
        "--auth", "PLAIN", "--auth-user", name, "--auth-hide-password", "--from", address, "--to", address, "--quit-after", "AUTH",
      ] + (account.authorityFile.map { ["--tls-ca-path", $0] } ?? [])
    return ["#!/bin/sh"] + Shell.readSecret(account.secretCommand) + [
      // Other users can read the arguments of a process, but not its environment.
      "SWAKS_OPT_auth_password=$secret",
      "export SWAKS_OPT_auth_password",
      "exec swaks \(Shell.command(options)) \"$@\"",
    ]
  }
}
