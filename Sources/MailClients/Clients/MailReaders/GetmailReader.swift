// getmail 6: a getmailrc, getmail6's documentation, configuration.txt.

import Vocabulary

enum GetmailReader {
  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    for section in INIFile.sections(text, .python) where section.name == "retriever" {
      guard let type = section["type"], type.contains("IMAP") else { continue }
      var draft = ParsedAccount()
      (draft.imap.host, draft.imap.port) = (section["server"], section["port"])
      draft.imap.security = type.contains("SSL") ? .tls : .startTLS
      if !type.contains("SSL") { harvest.remark(.notEncrypted) }
      draft.imap.set(user: section["username"])
      harvest.password(section["password"])
      draft.command = section["password_command"].flatMap { PythonWords.command($0, in: .tuple) }
      draft.authorityFile = section["ca_certs"]
      harvest.add(draft)
    }
  }
}
