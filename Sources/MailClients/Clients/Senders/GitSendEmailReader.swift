// Accounts of git send-email: git-config(1), git-send-email(1).

import Vocabulary

enum GitSendEmailReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    let sections = INIFile.sections(text, .git)
    // The general section applies to each identity too.
    var general: [String: String] = [:]
    // Without `from` git sends as the author (git-send-email(1), "--from"; git-config(1), "user.email").
    var (author, user) = (String?.none, String?.none)
    for section in sections {
      let name = section.name.lowercasedASCII
      if name == "author" { author = section["email"] ?? author }
      if name == "user" { user = section["email"] ?? user }
      if name.hasPrefix("credential"), let helper = section["helper"], containsPassword(helper) { collector.remark(.passwordInClear) }
      if name == "include" || name.hasPrefix("includeif") { collector.remark(.includesOthers) }
      if name == "sendemail" { general.merge(section.values) { _, new in new } }
    }
    if general["from"] == nil { general["from"] = author ?? user }
    add("", general, &collector)
    for section in sections.filter({ $0.name.lowercasedASCII.hasPrefix("sendemail \"") }).prefix(100) {
      let name = section.name.dropFirst("sendemail \"".count).dropLast()
      add(String(name), general.merging(section.values) { _, new in new }, &collector)
    }
  }

  /// Returns whether a helper (gitcredentials(7)) prints a password that it contains: `!f() { echo password=…; }; f`. After the equals
  /// sign most have a variable, a command or a conversion of printf.
  private static func containsPassword(_ helper: String) -> Bool {
    var rest = Array(helper.utf8)[...]
    while let range = rest.firstRange(of: Array("password=".utf8)) {
      rest = rest[range.upperBound...].drop { $0 == .quote || $0 == UInt8(ascii: "'") || $0 == .backslash }
      if let first = rest.first, !first.isBlankOrLineEnd, !"$%`;}".utf8.contains(first) { return true }
    }
    return false
  }

  private static func add(_ name: String, _ values: [String: String], _ collector: inout ImportCollector) {
    var parsed = ParsedAccount()
    parsed.name = name
    parsed.from = values["from"]
    // A path is a program that sends and not a server. HostName refuses it.
    parsed.smtp.host = values["smtpserver"]
    if values["sendmailcmd"] != nil || values["smtpserver"]?.hasPrefix("/") == true { collector.remark(.otherSender) }
    parsed.smtp.port = values["smtpserverport"]
    switch values["smtpencryption"] {
    case "ssl": parsed.smtp.security = .tls
    case "tls": parsed.smtp.security = .startTLS
    default:
      if parsed.smtp.host.flatMap(HostName.init) != nil { collector.remark(.notEncrypted) }
      parsed.smtp.isClear = true
    }
    parsed.smtp.set(user: values["smtpuser"])
    parsed.authorityFile = values["smtpsslcertpath"]
    parsed.usesOAuth = TokenWords.areIn(values["smtpauth"])
    collector.password(values["smtppass"])
    collector.add(parsed)
  }
}
