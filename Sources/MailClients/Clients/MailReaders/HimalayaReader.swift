// Accounts of himalaya: config.toml of versions 0, 1 and 2, which have nothing in common but a table for each account.

import Vocabulary

enum HimalayaReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    let file = TOMLFile(text)
    let names = Set(file.values.keys.filter { $0.count > 2 && $0[0] == "accounts" }.map { $0[1] })
    for name in names.sorted() {
      func value(_ path: String) -> String? {
        file.values[["accounts", name] + path.split(separator: ".").map(String.init)]?.first.flatMap { $0.isEmpty ? nil : $0 }
      }
      func command(_ path: String) -> String? {
        guard let words = file.values[["accounts", name] + path.split(separator: ".").map(String.init)], !words.isEmpty else { return nil }
        // himalaya passes a single word to a shell. Several words are a program and its arguments.
        return words.count == 1 ? words[0] : Shell.command(words)
      }
      var parsed = ParsedAccount()
      (parsed.name, parsed.from) = (name, value("email"))
      let backend = value("backend.type") ?? value("backend")
      if let backend { note(backend, value("message.send.backend.type") ?? value("message.send.backend"), &parsed, &collector) }
      for (mailProtocol, key) in [(MailProtocol.imap, "backend"), (.smtp, "message.send.backend")] {
        one(mailProtocol, key, value, &parsed, &collector)
        let isToken = value("\(key).auth.type").map(TokenWords.isMechanism) ?? false
        if isToken { parsed.usesOAuth = true }
        let names = isToken ? ["access-token.cmd", "access-token.command"] : ["cmd", "command"]
        for name in names { parsed.command = parsed.command ?? collector.command(command("\(key).auth.\(name)")) }
      }
      for mailProtocol in [MailProtocol.imap, .smtp] {
        let key = mailProtocol.rawValue
        beta(mailProtocol, key, value, &parsed, &collector)
        parsed.command = parsed.command ?? collector.command(command("\(key).passwd.cmd"))
        two(mailProtocol, key, value, &parsed, &collector)
        for mechanism in mechanisms {
          parsed.command = parsed.command ?? collector.command(command("\(key).sasl.\(mechanism).password.command"))
        }
        for mechanism in tokenMechanisms {
          if value("\(key).sasl.\(mechanism).username") != nil { parsed.usesOAuth = true }
          parsed.command = parsed.command ?? collector.command(command("\(key).sasl.\(mechanism).token.command"))
        }
      }
      collector.add(parsed)
    }
    zero(file, &collector)
  }

  /// Notes how an account reads and sends mail without IMAP and SMTP.
  private static func note(_ backend: String, _ sender: String?, _ parsed: inout ParsedAccount, _ collector: inout ImportCollector) {
    parsed.isDeclared = backend == "imap"
    if ["maildir", "notmuch", "mbox"].contains(backend) { collector.remark(.localMail) }
    if sender == "sendmail" { collector.remark(.otherSender) }
  }

  /// Version 0: a table for each account, whose keys begin with the name of the protocol.
  private static func zero(_ file: TOMLFile, _ collector: inout ImportCollector) {
    let names = Set(file.values.keys.filter { $0.count > 1 && $0[0] != "accounts" && $0[1] == "email" }.map { $0[0] })
    for name in names.sorted() {
      func value(_ path: String...) -> String? { file.values[[name] + path]?.first.flatMap { $0.isEmpty ? nil : $0 } }
      var parsed = ParsedAccount()
      (parsed.name, parsed.from) = (name, value("email"))
      note(value("backend") ?? "imap", value("sender"), &parsed, &collector)
      for mailProtocol in MailProtocol.allCases {
        let key = mailProtocol.rawValue
        guard let host = value("\(key)-host") else { continue }
        (parsed[mailProtocol].host, parsed[mailProtocol].port) = (host, value("\(key)-port"))
        parsed[mailProtocol].set(user: value("\(key)-login"))
        if value("\(key)-starttls") == "true" {
          parsed[mailProtocol].security = .startTLS
        } else if value("\(key)-ssl") == "false" {
          parsed[mailProtocol].isClear = true
          collector.remark(.notEncrypted)
        } else {
          parsed[mailProtocol].security = .tls
        }
        if value("\(key)-auth").map(TokenWords.isMechanism) ?? false { parsed.usesOAuth = true }
        collector.password(value("\(key)-passwd", "raw"))
        let command = value("\(key)-passwd-cmd") ?? value("\(key)-passwd", "cmd")
        parsed.command = collector.command(command) ?? parsed.command
      }
      collector.add(parsed)
    }
  }

  /// The tests before version 1: `backend = "imap"`, and the values of a protocol under its name.
  private static func beta(
    _ mailProtocol: MailProtocol, _ key: String, _ value: (String) -> String?, _ parsed: inout ParsedAccount,
    _ collector: inout ImportCollector
  ) {
    guard let host = value("\(key).host") else { return }
    (parsed[mailProtocol].host, parsed[mailProtocol].port) = (host, value("\(key).port"))
    set(encryption: value("\(key).encryption.type") ?? value("\(key).encryption"), &parsed[mailProtocol], &collector)
    parsed[mailProtocol].set(user: value("\(key).login"))
    collector.password(value("\(key).passwd.raw"))
  }

  private static func set(encryption: String?, _ server: inout ParsedAccount.Server, _ collector: inout ImportCollector) {
    switch encryption {
    case "start-tls": server.security = .startTLS
    case "none", "false":
      collector.remark(.notEncrypted)
      server.isClear = true
    default: server.security = .tls
    }
  }

  private static let mechanisms = ["plain", "login", "scram-sha-256"]
  private static let tokenMechanisms = ["xoauth2", "oauthbearer"]

  /// Version 1.
  private static func one(
    _ mailProtocol: MailProtocol, _ key: String, _ value: (String) -> String?, _ parsed: inout ParsedAccount,
    _ collector: inout ImportCollector
  ) {
    guard value("\(key).type") == mailProtocol.rawValue else { return }
    (parsed[mailProtocol].host, parsed[mailProtocol].port) = (value("\(key).host"), value("\(key).port"))
    set(encryption: value("\(key).encryption.type") ?? value("\(key).encryption"), &parsed[mailProtocol], &collector)
    parsed[mailProtocol].set(user: value("\(key).login"))
    for name in ["raw", "client-secret.raw", "access-token.raw", "refresh-token.raw"] { collector.password(value("\(key).auth.\(name)")) }
  }

  /// Version 2.
  private static func two(
    _ mailProtocol: MailProtocol, _ key: String, _ value: (String) -> String?, _ parsed: inout ParsedAccount,
    _ collector: inout ImportCollector
  ) {
    if let server = value("\(key).server"), let url = SettingsURL(server), url.mailProtocol == mailProtocol {
      parsed.set(url, &collector)
      if url.security == .startTLS, value("\(key).starttls") != "true" { collector.remark(.notEncrypted) }
    }
    parsed.authorityFile = parsed.authorityFile ?? value("\(key).tls.cert")
    for mechanism in mechanisms + tokenMechanisms {
      let name = value("\(key).sasl.\(mechanism).username") ?? value("\(key).sasl.\(mechanism).authcid")
      if let name { parsed[mailProtocol].set(user: name) }
      for name in ["password.raw", "token.raw"] { collector.password(value("\(key).sasl.\(mechanism).\(name)")) }
    }
  }
}
