// Accounts of git send-email: git-config(1), git-send-email(1).

import Vocabulary

enum GitSendEmailReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    let sections = INIFile.sections(text, .git)
    // The general section applies to each identity too.
    var general: [String: String] = [:]
    for section in sections {
      let name = section.name.lowercasedASCII
      if name == "include" || name.hasPrefix("includeif") { collector.remark(.includesOthers) }
      if name == "sendemail" { general.merge(section.values) { _, new in new } }
    }
    add("", general, &collector)
    for section in sections.filter({ $0.name.lowercasedASCII.hasPrefix("sendemail \"") }).prefix(100) {
      let name = section.name.dropFirst("sendemail \"".count).dropLast()
      add(String(name), general.merging(section.values) { _, new in new }, &collector)
    }
  }

  private static func add(_ name: String, _ values: [String: String], _ collector: inout ImportCollector) {
    var parsed = ParsedAccount()
    parsed.name = name
    parsed.from = values["from"]
    // A path is a program that sends and not a server. HostName refuses it.
    parsed.smtp.host = values["smtpserver"]
    parsed.smtp.port = values["smtpserverport"]
    switch values["smtpencryption"] {
    case "ssl": parsed.smtp.security = .tls
    case "tls": parsed.smtp.security = .startTLS
    default: if parsed.smtp.host.flatMap(HostName.init) != nil { collector.remark(.notEncrypted) }
    }
    parsed.smtp.set(user: values["smtpuser"])
    parsed.authorityFile = values["smtpsslcertpath"]
    parsed.usesOAuth = TokenWords.areIn(values["smtpauth"])
    collector.password(values["smtppass"])
    collector.add(parsed)
  }
}
