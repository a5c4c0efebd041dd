// Accounts of msmtp: msmtp(1).

import Vocabulary

enum MsmtpReader {
  private static let known: Set<String> = ["host", "port", "from", "user", "tls", "tls_starttls", "tls_trust_file", "passwordeval", "auth"]
  /// The most accounts that are read. Each may refer to all others, so their number must have a limit.
  private static let limit = 1_000

  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    var (defaults, values) = ([String: String](), [String: String]())
    var accounts: [(name: String, values: [String: String], hasOwn: Bool)] = []
    // Settings before the first account belong to `defaults` only.
    var name: String?
    var (inDefaults, hasOwn) = (false, false)
    func settle() -> (String, [String: String], Bool)? { name.map { ($0, values, hasOwn) } }
    for line in text.lines {
      var rest = line.withoutBlanks
      guard let first = rest.first, first != UInt8(ascii: "#") else { continue }
      let keyword = rest.popWord()
      let value = unquoted(rest.withoutBlanks)
      switch keyword {
      case "defaults", "account":
        guard accounts.count < limit else { break }
        if let account = settle() { accounts.append(account) }
        if inDefaults { defaults = values }
        (inDefaults, hasOwn, name, values) = (keyword == "defaults", false, nil, defaults)
        guard keyword == "account" else { continue }
        let parts = Array(value.utf8).split(separator: UInt8(ascii: ":"), maxSplits: 1)
        name = parts.first?.withoutBlanks.text ?? ""
        // `account work : home` inherits the settings of home.
        let parents = parts.dropFirst().first?.split(separator: UInt8(ascii: ",")).map { $0.withoutBlanks.text } ?? []
        for parent in parents.prefix(10) {
          if let known = accounts.last(where: { $0.name == parent }) { values.merge(known.values) { _, new in new } }
        }
      case "include", "eval": collector.remark(.includesOthers)
      case "password":
        collector.password(value)
      default:
        if known.contains(keyword) { values[keyword] = value }
        hasOwn = true
      }
    }
    if let account = settle() { accounts.append(account) }
    // `account default : home` is the account home again.
    for account in accounts where account.hasOwn || account.name != "default" { add(account.name, account.values, &collector) }
  }

  private static func add(_ name: String, _ values: [String: String], _ collector: inout ImportCollector) {
    var parsed = ParsedAccount()
    (parsed.name, parsed.isDeclared) = (name, true)
    parsed.from = values["from"]
    (parsed.smtp.host, parsed.smtp.port) = (values["host"], values["port"])
    parsed.smtp.security = values["tls_starttls"] == "off" ? .tls : .startTLS
    if values["tls"] != "on" {
      parsed.smtp.security = nil
      parsed.smtp.isClear = true
      if parsed.smtp.host != nil { collector.remark(.notEncrypted) }
    }
    parsed.smtp.set(user: values["user"])
    parsed.command = values["passwordeval"]
    parsed.usesOAuth = TokenWords.areIn(values["auth"])
    parsed.authorityFile = values["tls_trust_file"]
    collector.add(parsed)
  }

  /// Removes a pair of double quotes around the value. What is between them is unchanged.
  private static func unquoted(_ octets: ArraySlice<UInt8>) -> String {
    octets.count > 1 && octets.first == .quote && octets.last == .quote ? octets.dropFirst().dropLast().text : octets.text
  }
}
