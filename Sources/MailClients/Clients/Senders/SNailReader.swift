// Accounts of s-nail: a mailrc, s-nail(1). `set` within and outside of `account NAME { … }`.

import Vocabulary

enum SNailReader {
  private static let known: Set<String> = [
    "from", "mta", "smtp", "folder", "inbox", "user", "smtp-auth-user", "imap-auth-user", "smtp-use-starttls", "tls-ca-file", "smtp-auth",
    "imap-auth",
  ]

  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
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
        if let block { add(block, own, &collector) }
        block = nil
      case "set":
        for word in words {
          let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
          guard let name = parts.first else { continue }
          let value = parts.count == 2 ? parts[1] : ""
          if name.hasPrefix("password") || name.hasPrefix("smtp-auth-password") { collector.password(value) }
          guard known.contains(name) else { continue }
          if block == nil { general[name] = value }
          own[name] = value
        }
      case "source": collector.remark(.includesOthers)
      default: break
      }
    }
    add("", general, &collector)
  }

  private static func add(_ name: String, _ values: [String: String], _ collector: inout ImportCollector) {
    var parsed = ParsedAccount()
    (parsed.name, parsed.from) = (name, values["from"])
    let server = values["mta"] ?? values["smtp"]
    let urls = [server, values["folder"], values["inbox"]].compactMap { $0 }.compactMap { SettingsURL($0) }
    for url in urls.reversed() { parsed.set(url, &collector) }
    if let server, server.hasPrefix("/") || server.hasPrefix("file://") { collector.remark(.otherSender) }
    collector.remarkFolders([values["folder"], values["inbox"]].compactMap { $0 })
    if parsed.smtp.username == nil { parsed.smtp.set(user: values["smtp-auth-user"] ?? values["user"]) }
    if parsed.imap.username == nil { parsed.imap.set(user: values["imap-auth-user"] ?? values["user"]) }
    let isClear = urls.contains { $0.mailProtocol == .smtp && $0.security == .startTLS } && values["smtp-use-starttls"] == nil
    if isClear, server?.hasPrefix("submission") == false { collector.remark(.notEncrypted) }
    parsed.usesOAuth = [values["smtp-auth"], values["imap-auth"]].contains(where: TokenWords.areIn)
    parsed.authorityFile = values["tls-ca-file"]
    collector.add(parsed)
  }
}
