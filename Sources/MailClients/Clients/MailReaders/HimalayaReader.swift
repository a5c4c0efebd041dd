// himalaya: config.toml of versions 1 and 2, which share nothing but the table of an account.

import Vocabulary

enum HimalayaReader {
  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    let file = TOMLFile(text)
    let names = Set(file.values.keys.filter { $0.count > 2 && $0[0] == "accounts" }.map { $0[1] })
    for name in names.sorted() {
      func value(_ path: String) -> String? {
        file.values[["accounts", name] + path.split(separator: ".").map(String.init)]?.first.flatMap { $0.isEmpty ? nil : $0 }
      }
      func command(_ path: String) -> String? {
        guard let words = file.values[["accounts", name] + path.split(separator: ".").map(String.init)], !words.isEmpty else { return nil }
        // One word is for a shell as it is, several are quoted for one.
        return words.count == 1 ? words[0] : Shell.command(words)
      }
      var draft = ParsedAccount()
      (draft.name, draft.from) = (name, value("email"))
      for (mailProtocol, key) in [(MailProtocol.imap, "backend"), (.smtp, "message.send.backend")] {
        one(mailProtocol, key, value, &draft, &harvest)
        draft.command = draft.command ?? command("\(key).auth.cmd") ?? command("\(key).auth.command")
      }
      for mailProtocol in [MailProtocol.imap, .smtp] {
        let key = mailProtocol.rawValue
        two(mailProtocol, key, value, &draft, &harvest)
        for mechanism in mechanisms { draft.command = draft.command ?? command("\(key).sasl.\(mechanism).password.command") }
      }
      harvest.add(draft)
    }
  }

  private static let mechanisms = ["plain", "login", "scram-sha-256"]

  /// Version 1.
  private static func one(
    _ mailProtocol: MailProtocol, _ key: String, _ value: (String) -> String?, _ draft: inout ParsedAccount,
    _ harvest: inout ImportCollector
  ) {
    guard value("\(key).type") == mailProtocol.rawValue else { return }
    (draft[mailProtocol].host, draft[mailProtocol].port) = (value("\(key).host"), value("\(key).port"))
    switch value("\(key).encryption.type") ?? value("\(key).encryption") {
    case "start-tls": draft[mailProtocol].security = .startTLS
    case "none", "false": harvest.remark(.notEncrypted)
    default: draft[mailProtocol].security = .tls
    }
    draft[mailProtocol].set(user: value("\(key).login"))
    harvest.password(value("\(key).auth.raw"))
  }

  /// Version 2.
  private static func two(
    _ mailProtocol: MailProtocol, _ key: String, _ value: (String) -> String?, _ draft: inout ParsedAccount,
    _ harvest: inout ImportCollector
  ) {
    if let server = value("\(key).server"), let url = SettingsURL(server), url.mailProtocol == mailProtocol {
      draft.take(url, &harvest)
      if url.security == .startTLS, value("\(key).starttls") != "true" { harvest.remark(.notEncrypted) }
    }
    draft.authorityFile = draft.authorityFile ?? value("\(key).tls.cert")
    for mechanism in mechanisms {
      let name = value("\(key).sasl.\(mechanism).username") ?? value("\(key).sasl.\(mechanism).authcid")
      if let name { draft[mailProtocol].set(user: name) }
      harvest.password(value("\(key).sasl.\(mechanism).password.raw"))
    }
  }
}
