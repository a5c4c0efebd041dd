// Accounts of Thunderbird: prefs.js of a profile. Lines of user_pref("name", value). Nothing is evaluated.

import Vocabulary

enum ThunderbirdReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    var values: [String: String] = [:]
    for line in text.lines { if let (name, value) = preference(line) { values[name] = value } }
    func value(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
    let accounts = (value("mail.accountmanager.accounts") ?? "").split(separator: ",").prefix(200)
    for account in accounts {
      guard let server = value("mail.account.\(account).server") else { continue }
      guard value("mail.server.\(server).type") == "imap" else {
        if value("mail.server.\(server).type") == "pop3" { collector.remark(.pop3) }
        continue
      }
      let identity = value("mail.account.\(account).identities")?.split(separator: ",").first.map(String.init) ?? ""
      var parsed = ParsedAccount()
      parsed.isDeclared = true
      parsed.name = value("mail.server.\(server).name") ?? ""
      parsed.from = value("mail.identity.\(identity).useremail")
      // Up to version 101 a change of the server or the user name left the old values and added these.
      parsed.imap.host = value("mail.server.\(server).realhostname") ?? value("mail.server.\(server).hostname")
      parsed.imap.port = value("mail.server.\(server).port")
      security(value("mail.server.\(server).socketType"), &parsed.imap, &collector)
      parsed.imap.set(user: value("mail.server.\(server).realuserName") ?? value("mail.server.\(server).userName"))
      parsed.usesOAuth = value("mail.server.\(server).authMethod") == oauth
      if let smtp = value("mail.identity.\(identity).smtpServer") ?? value("mail.smtp.defaultserver") {
        parsed.smtp.host = value("mail.smtpserver.\(smtp).hostname")
        parsed.smtp.port = value("mail.smtpserver.\(smtp).port")
        security(value("mail.smtpserver.\(smtp).try_ssl"), &parsed.smtp, &collector)
        parsed.smtp.set(user: value("mail.smtpserver.\(smtp).username"))
        if value("mail.smtpserver.\(smtp).authMethod") == oauth { parsed.usesOAuth = true }
      }
      collector.add(parsed)
    }
  }

  /// nsMsgAuthMethod: OAuth2.
  private static let oauth = "10"

  /// nsMsgSocketType: 0 none, 1 STARTTLS if offered, 2 STARTTLS, 3 TLS.
  private static func security(_ word: String?, _ server: inout ParsedAccount.Server, _ collector: inout ImportCollector) {
    switch word {
    case "3": server.security = .tls
    case "2": server.security = .startTLS
    default:
      collector.remark(.notEncrypted)
      server.isClear = true
    }
  }

  private static func preference(_ line: ArraySlice<UInt8>) -> (String, String)? {
    let opening = Array("user_pref(\"".utf8)
    var rest = line.withoutBlanks
    guard rest.starts(with: opening) else { return nil }
    rest = rest.dropFirst(opening.count)
    guard let name = string(&rest) else { return nil }
    rest = rest.drop { $0.isBlank || $0 == UInt8(ascii: ",") }
    if rest.first == .quote {
      rest = rest.dropFirst()
      return string(&rest).map { (name, $0) }
    }
    return (name, rest.prefix { $0 != UInt8(ascii: ")") }.withoutBlanks.text)
  }

  /// Reads up to the closing quote. Of JavaScript's escapes only those count that stand for the character itself.
  private static func string(_ rest: inout ArraySlice<UInt8>) -> String? {
    var output: [UInt8] = []
    while let octet = rest.popFirst() {
      if octet == .quote { return output.text }
      output += octet == .backslash ? rest.popFirst().map { [$0] } ?? [] : [octet]
    }
    return nil
  }
}
