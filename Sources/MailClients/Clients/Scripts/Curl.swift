// curl: curl(1). A script that opens the inbox read-only and signs in at the SMTP server. It reads and sends no mail.

import Vocabulary

enum Curl {
  static let profile = ClientProfile(
    name: .program("curl"), aliases: [], protocols: [.imap, .smtp], destination: .script, versionCall: nil, oldest: nil, id: .never,
    password: .script(.standardInput), authority: .replacesSystem, canRequireSTARTTLS: true, remarks: { _, _ in [] }, imports: [],
    lines: { account, _ throws(ExportError) in try lines(account) })

  private static func lines(_ account: MailAccount) throws(ExportError) -> [String] {
    // The first colon of `user` ends the name.
    guard !account.settings.imapUsername.holdsAny(of: ":"), !account.settings.smtpUsername.holdsAny(of: ":") else {
      throw .cannotHold(.curl, .userName)
    }
    return ["#!/bin/sh"] + Shell.readSecret(account.secretCommand) + [
      // curl(1) -K: a backslash comes before a backslash and a double quote.
      "secret=$(printf '%s\\n' \"$secret\" | sed 's/[\\\\\"]/\\\\&/g')",
      "{",
      "  echo fail-early",
    ] + transfer(account, .imap, path: "/INBOX", request: "EXAMINE INBOX") + ["  echo next"]
      + transfer(account, .smtp, path: "", request: "NOOP") + ["} | curl --config - \"$@\""]
  }

  private static func transfer(
    _ account: MailAccount, _ mailProtocol: MailProtocol, path: String, request: String
  ) -> [String] {
    let endpoint = account.endpoint(mailProtocol)
    let scheme = mailProtocol.rawValue + (endpoint.security == .tls ? "s" : "")
    let options =
      ["url = \(Quoting.double("\(scheme)://\(endpoint)\(path)"))", "request = \(Quoting.double(request))", "ssl-reqd"]
      + (account.authorityFile.map { ["cacert = \(Quoting.double($0))"] } ?? [])
    // The closing quote comes after the password.
    let user = "user = " + Quoting.double(account.username(mailProtocol) + ":").dropLast()
    return [
      "  printf '%s\\n' " + options.map(Shell.quoted).joined(separator: " "), "  printf '%s%s\"\\n' \(Shell.quoted(user)) \"$secret\"",
    ]
  }
}
