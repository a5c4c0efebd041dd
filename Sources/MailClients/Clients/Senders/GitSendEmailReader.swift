// git send-email: git-config(1), git-send-email(1).

import Vocabulary

enum GitConfigReader {
  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    let sections = INIFile.sections(text, .git)
    // The general section holds for each identity as well.
    var general: [String: String] = [:]
    for section in sections {
      let name = section.name.lowercasedASCII
      if name == "include" || name.hasPrefix("includeif") { harvest.remark(.includesOthers) }
      if name == "sendemail" { general.merge(section.values) { _, new in new } }
    }
    add("", general, &harvest)
    for section in sections.filter({ $0.name.lowercasedASCII.hasPrefix("sendemail \"") }).prefix(100) {
      let name = section.name.dropFirst("sendemail \"".count).dropLast()
      add(String(name), general.merging(section.values) { _, new in new }, &harvest)
    }
  }

  private static func add(_ name: String, _ values: [String: String], _ harvest: inout ImportCollector) {
    var draft = ParsedAccount()
    draft.name = name
    draft.from = values["from"]
    // A path is a program that sends, not a server; HostName takes none.
    draft.smtp.host = values["smtpserver"]
    draft.smtp.port = values["smtpserverport"]
    switch values["smtpencryption"] {
    case "ssl": draft.smtp.security = .tls
    case "tls": draft.smtp.security = .startTLS
    default: if draft.smtp.host.flatMap(HostName.init) != nil { harvest.remark(.notEncrypted) }
    }
    draft.smtp.set(user: values["smtpuser"])
    draft.authorityFile = values["smtpsslcertpath"]
    harvest.password(values["smtppass"])
    harvest.add(draft)
  }
}
