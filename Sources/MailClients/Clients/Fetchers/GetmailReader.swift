// Accounts of getmail 6: a getmailrc, as in configuration.txt of getmail6's documentation.

import Vocabulary

enum GetmailReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    for section in INIFile.sections(text, .python) where section.name == "retriever" {
      guard let type = section["type"] else { continue }
      guard type.contains("IMAP") else {
        if type.contains("POP3") { collector.remark(.pop3) }
        continue
      }
      var parsed = ParsedAccount()
      parsed.isDeclared = true
      (parsed.imap.host, parsed.imap.port) = (section["server"], section["port"])
      parsed.imap.security = type.contains("SSL") ? .tls : .startTLS
      if !type.contains("SSL") { collector.remark(.notEncrypted) }
      parsed.imap.set(user: section["username"])
      collector.password(section["password"])
      parsed.command = section["password_command"].flatMap { PythonWords.command($0, in: .tuple) }
      parsed.usesOAuth = ["1", "yes", "true", "on"].contains(section["use_xoauth2"]?.lowercasedASCII)
      parsed.authorityFile = section["ca_certs"]
      collector.add(parsed)
    }
  }
}
