// Accounts of Geary: geary.ini in the folder of an account (accounts-manager.vala, "AccountConfigV1" and "AccountConfigLegacy").

import Vocabulary

enum GearyReader {
  static let format = ImportFormat(
    word: "geary", aliases: [], paths: (1...5).map { .config("geary/account_0\($0)/geary.ini") }, read: read)

  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    let sections = INIFile.sections(text, .plain)
    func section(_ name: String) -> INIFile.Section? { sections.first { $0.name == name } }
    if let old = section("AccountInformation") { return legacy(old, &collector) }
    guard let account = section("Account") else { return }
    var parsed = ParsedAccount()
    parsed.isDeclared = true
    parsed.name = account["label"] ?? ""
    // The addresses that mail is sent from, the preferred one first.
    parsed.from = (account["sender_mailboxes"] ?? account["primary_email"])?.split(separator: ";").first.map(String.init)
    for (mailProtocol, name) in [(MailProtocol.imap, "Incoming"), (.smtp, "Outgoing")] {
      guard let service = section(name) else { continue }
      (parsed[mailProtocol].host, parsed[mailProtocol].port) = (service["host"], service["port"])
      parsed[mailProtocol].set(user: service["login"])
      if mailProtocol == .smtp, service["credentials"] == "use-incoming" { parsed.smtp.username = parsed.imap.username }
      switch service["transport_security"] {
      case "transport": parsed[mailProtocol].security = .tls
      case "start-tls": parsed[mailProtocol].security = .startTLS
      case nil: break
      case .some:
        parsed[mailProtocol].isClear = true
        collector.remark(.notEncrypted)
      }
    }
    collector.add(parsed)
  }

  /// The format before version 1: one section with the names of both protocols in its keys.
  private static func legacy(_ section: INIFile.Section, _ collector: inout ImportCollector) {
    var parsed = ParsedAccount()
    parsed.isDeclared = true
    parsed.from = section["primary_email"]
    for mailProtocol in MailProtocol.allCases {
      let name = mailProtocol.rawValue
      (parsed[mailProtocol].host, parsed[mailProtocol].port) = (section["\(name)_host"], section["\(name)_port"])
      parsed[mailProtocol].set(user: section["\(name)_username"])
      guard parsed[mailProtocol].host != nil else { continue }
      if section["\(name)_ssl"] == "true" {
        parsed[mailProtocol].security = .tls
      } else if section["\(name)_starttls"] == "true" {
        parsed[mailProtocol].security = .startTLS
      } else {
        parsed[mailProtocol].isClear = true
        collector.remark(.notEncrypted)
      }
    }
    if section["smtp_use_imap_credentials"] == "true" { parsed.smtp.username = parsed.imap.username }
    collector.add(parsed)
  }
}
