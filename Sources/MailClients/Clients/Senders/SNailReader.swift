// s-nail: a mailrc, s-nail(1). `set` within and outside of `account NAME { … }`.

import Vocabulary

enum MailrcReader {
  private static let known: Set<String> = [
    "from", "mta", "smtp", "folder", "inbox", "user", "smtp-auth-user", "imap-auth-user", "smtp-use-starttls", "tls-ca-file",
  ]

  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    var (general, own) = ([String: String](), [String: String]())
    var block: String?
    for line in text.continuedLines {
      var words = ShellWords.words(of: line[...])[...]
      // Modifiers of a command.
      while let first = words.first, ["wysh", "local", "ignerr", "global"].contains(first) { words = words.dropFirst() }
      guard let command = words.popFirst() else { continue }
      switch command {
      case "account" where words.last == "{", "define" where words.last == "{": (block, own) = (words.first ?? "", general)
      case "}":
        if let block { add(block, own, &harvest) }
        block = nil
      case "set":
        for word in words {
          let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
          guard let name = parts.first else { continue }
          let value = parts.count == 2 ? parts[1] : ""
          if name.hasPrefix("password") || name.hasPrefix("smtp-auth-password") { harvest.password(value) }
          guard known.contains(name) else { continue }
          if block == nil { general[name] = value }
          own[name] = value
        }
      case "source": harvest.remark(.includesOthers)
      default: break
      }
    }
    add("", general, &harvest)
  }

  private static func add(_ name: String, _ values: [String: String], _ harvest: inout ImportCollector) {
    var draft = ParsedAccount()
    (draft.name, draft.from) = (name, values["from"])
    let server = values["mta"] ?? values["smtp"]
    let urls = [server, values["folder"], values["inbox"]].compactMap { $0 }.compactMap { SettingsURL($0) }
    for url in urls.reversed() { draft.take(url, &harvest) }
    if draft.smtp.username == nil { draft.smtp.set(user: values["smtp-auth-user"] ?? values["user"]) }
    if draft.imap.username == nil { draft.imap.set(user: values["imap-auth-user"] ?? values["user"]) }
    let isClear = urls.contains { $0.mailProtocol == .smtp && $0.security == .startTLS } && values["smtp-use-starttls"] == nil
    if isClear, server?.hasPrefix("submission") == false { harvest.remark(.notEncrypted) }
    draft.authorityFile = values["tls-ca-file"]
    harvest.add(draft)
  }
}
