// offlineimap: offlineimap.conf of its distribution.

import Vocabulary

enum OfflineIMAPReader {
  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    for section in INIFile.sections(text, .python) {
      guard section.name.hasPrefix("Repository "), let type = section["type"], ["IMAP", "Gmail"].contains(type) else { continue }
      func value(_ key: String) -> String? { section[key]?.replacing("%%", with: "%") }
      var draft = ParsedAccount()
      draft.name = String(section.name.dropFirst("Repository ".count))
      draft.imap.host = value("remotehost") ?? (type == "Gmail" ? "imap.gmail.com" : nil)
      draft.imap.port = value("remoteport")
      // Its `ssl` is on unless it is switched off (imapserver.py).
      let isTLS = value("ssl").map(Self.isOn) ?? true
      draft.imap.security = isTLS ? .tls : .startTLS
      if !isTLS, value("starttls").map(Self.isOn) == false { harvest.remark(.notEncrypted) }
      draft.imap.set(user: value("remoteuser"))
      harvest.password(value("remotepass"))
      draft.command = value("remotepasseval").flatMap { PythonWords.command($0, in: .list) }
      draft.authorityFile = value("sslcacertfile")
      harvest.add(draft)
    }
  }

  private static func isOn(_ word: String) -> Bool { ["yes", "true", "on", "1"].contains(word.lowercasedASCII) }
}
