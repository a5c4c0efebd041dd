// fetchmail: fetchmail(1). It knows no command for the secret, but reads its configuration from standard input.

import Vocabulary

enum Fetchmail {
  static func lines(_ account: MailAccount) -> [String] {
    let imap = account.settings.imap
    let poll = "poll \(imap.host.text) service \(imap.port) protocol IMAP auth password"
    let user = "  user \(Quoting.fetchmail(account.settings.imapUsername))"
    // Without ssl and without sslproto it would go on in clear where STARTTLS is not offered.
    let security = imap.security == .tls ? "ssl sslproto \"auto\"" : "sslproto \"TLS1.2+\""
    let trust = account.authorityFile.map { " sslcertfile \(Quoting.fetchmail($0))" } ?? ""
    // Without the variable the file would stand in place of the system's authorities.
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
