// fetchmail: fetchmail(1). It has no command for the password, but reads its configuration from standard input.

import Vocabulary

enum Fetchmail {
  static let profile = ClientProfile(
    name: .program("fetchmail"), aliases: [], protocols: [.imap], destination: .script,
    // Without the file it would read its configuration first.
    versionCall: ["fetchmail", "-f", "/dev/null", "--version"],
    // Since 6.4.0 TLS1.2+ is a value of sslproto.
    oldest: "6.4.0", id: .never, password: .script(.standardInput), token: .none,
    // fetchmail(1), FETCHMAIL_INCLUDE_DEFAULT_X509_CA_CERTS.
    authority: .added, canRequireSTARTTLS: true, remarks: { _, _ in [.needsDelivery] },
    imports: [ImportFormat(word: "fetchmail", aliases: [], paths: [.home(".fetchmailrc")], read: FetchmailReader.read)],
    lines: { account, _ in lines(account) })

  private static func lines(_ account: MailAccount) -> [String] {
    let imap = account.settings.imap
    let poll = "poll \(imap.host.text) service \(imap.port) protocol IMAP auth password"
    let user = "  user \(Quoting.fetchmail(account.settings.imapUsername))"
    // Without ssl and without sslproto it continues in clear text if STARTTLS is not offered.
    let security = imap.security == .tls ? "ssl sslproto \"auto\"" : "sslproto \"TLS1.2+\""
    let trust = account.authorityFile.map { " sslcertfile \(Quoting.fetchmail($0))" } ?? ""
    // Without the variable the file replaces the system's authorities.
    let all =
      account.authorityFile == nil ? [] : ["FETCHMAIL_INCLUDE_DEFAULT_X509_CA_CERTS=1", "export FETCHMAIL_INCLUDE_DEFAULT_X509_CA_CERTS"]
    return ["#!/bin/sh"] + Shell.readSecret(account.secretCommand) + all + [
      "{",
      "  printf '%s\\n' \(Shell.quoted(poll)) \(Shell.quoted(user))",
      "  printf '  password \"%s\"\\n' \"$(printf '%s\\n' \"$secret\" | sed 's/\\\\/\\\\x5c/g; s/\"/\\\\x22/g')\"",
      "  printf '%s\\n' \(Shell.quoted("  \(security) sslcertck\(trust) keep"))",
      "} | fetchmail -f - \"$@\"",
    ]
  }
}
