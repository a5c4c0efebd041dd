// msmtp: msmtp(1).

import Vocabulary

enum MsmtpReader {
  private static let known: Set<String> = ["host", "port", "from", "user", "tls", "tls_starttls", "tls_trust_file", "passwordeval"]
  /// Nobody has more accounts; each may refer to all others.
  private static let limit = 1_000

  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    var (defaults, values) = ([String: String](), [String: String]())
    var accounts: [(name: String, values: [String: String], hasOwn: Bool)] = []
    // The settings before the first account hold for nobody but `defaults`.
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
        // `account work : home` begins with what is said of home.
        let parents = parts.dropFirst().first?.split(separator: UInt8(ascii: ",")).map { $0.withoutBlanks.text } ?? []
        for parent in parents.prefix(10) {
          if let known = accounts.last(where: { $0.name == parent }) { values.merge(known.values) { _, new in new } }
        }
      case "include", "eval": harvest.remark(.includesOthers)
      case "password":
        harvest.password(value)
      default:
        if known.contains(keyword) { values[keyword] = value }
        hasOwn = true
      }
    }
    if let account = settle() { accounts.append(account) }
    // `account default : home` is home once more.
    for account in accounts where account.hasOwn || account.name != "default" { add(account.name, account.values, &harvest) }
  }

  private static func add(_ name: String, _ values: [String: String], _ harvest: inout ImportCollector) {
    var draft = ParsedAccount()
    draft.name = name
    draft.from = values["from"]
    (draft.smtp.host, draft.smtp.port) = (values["host"], values["port"])
    draft.smtp.security = values["tls_starttls"] == "off" ? .tls : .startTLS
    if values["tls"] != "on" {
      draft.smtp.security = nil
      if draft.smtp.host != nil { harvest.remark(.notEncrypted) }
    }
    draft.smtp.set(user: values["user"])
    draft.command = values["passwordeval"]
    draft.authorityFile = values["tls_trust_file"]
    harvest.add(draft)
  }

  /// A pair of double quotes around the value is taken off; what is between them stays as it is.
  private static func unquoted(_ octets: ArraySlice<UInt8>) -> String {
    octets.count > 1 && octets.first == .quote && octets.last == .quote ? octets.dropFirst().dropLast().text : octets.text
  }
}
