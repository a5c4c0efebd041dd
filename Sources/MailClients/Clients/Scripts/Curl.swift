// curl: curl(1). A script that opens the inbox read-only and signs in at the SMTP server. It reads and sends no mail.

import Vocabulary

enum Curl {
  static let profile = ClientProfile(
    name: .program("curl"), aliases: [], protocols: [.imap, .smtp], destination: .script, versionCall: nil, oldest: nil, id: .never,
    password: .script(.standardInput), token: .script(.standardInput, TokenSupport(.oauthbearer, .xoauth2)), authority: .replacesSystem,
    canRequireSTARTTLS: true, remarks: { _, _ in [] }, imports: [],
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

  private static func print(_ options: [String]) -> String { "  printf '%s\\n' " + options.map(Shell.quoted).joined(separator: " ") }

  private static func transfer(
    _ account: MailAccount, _ mailProtocol: MailProtocol, path: String, request: String
  ) -> [String] {
    let endpoint = account.endpoint(mailProtocol)
    let scheme = mailProtocol.rawValue + (endpoint.security == .tls ? "s" : "")
    let options =
      ["url = \(Quoting.double("\(scheme)://\(endpoint)\(path)"))", "request = \(Quoting.double(request))", "ssl-reqd"]
      + (account.authorityFile.map { ["cacert = \(Quoting.double($0))"] } ?? [])
    let name = Quoting.double(account.username(mailProtocol) + ":")
    guard let mechanism = account.tokenMechanism(for: .curl) else {
      // The closing quote comes after the password.
      return [print(options), "  printf '%s%s\"\\n' \(Shell.quoted("user = " + name.dropLast())) \"$secret\""]
    }
    // Before 7.84 curl would otherwise try an empty password with a digest that the server offers.
    return [
      print(options + ["user = \(name)", "login-options = \(Quoting.double("AUTH=\(mechanism.rawValue)"))"]),
      "  printf 'oauth2-bearer = \"%s\"\\n' \"$secret\"",
    ]
  }
}
