// Accounts of offlineimap: offlineimap.conf of its distribution.

import Vocabulary

enum OfflineIMAPReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    for section in INIFile.sections(text, .python) where section.name.hasPrefix("Repository ") {
      func value(_ key: String) -> String? { section.interpolated(key) }
      guard let type = value("type") else { continue }
      guard ["IMAP", "Gmail"].contains(type) else { continue }
      var parsed = ParsedAccount()
      parsed.isDeclared = true
      parsed.name = String(section.name.dropFirst("Repository ".count))
      parsed.imap.host = value("remotehost") ?? (type == "Gmail" ? "imap.gmail.com" : nil)
      // Python code that returns the host. It is not run.
      if parsed.imap.host == nil, let code = value("remotehosteval") { (parsed.imap.host, parsed.isDeclared) = (code, false) }
      parsed.imap.port = value("remoteport")
      // `ssl` is on unless it is turned off (imapserver.py).
      let isTLS = value("ssl").map(Self.isOn) ?? true
      parsed.imap.security = isTLS ? .tls : .startTLS
      if !isTLS, value("starttls").map(Self.isOn) == false { collector.remark(.notEncrypted) }
      parsed.imap.set(user: value("remoteuser"))
      collector.password(value("remotepass"))
      if let code = value("remotepasseval") {
        parsed.command = PythonWords.command(code, in: .list)
        if let first = code.first, "\"'".contains(first) { collector.password(code) }
      }
      let tokens = ["oauth2_access_token", "oauth2_refresh_token"].flatMap { [$0, $0 + "_eval"] }
      // XOAUTH2 is one of the mechanisms that it tries unless told otherwise, but not without a token.
      if tokens.contains(where: { value($0) != nil }) || TokenWords.areAll(in: value("auth_mechanisms")) {
        parsed.usesOAuth = true
        parsed.command = value("oauth2_access_token_eval").flatMap { PythonWords.command($0, in: .list) }
      }
      for name in ["oauth2_client_secret", "oauth2_refresh_token", "oauth2_access_token"] { collector.password(value(name)) }
      parsed.authorityFile = value("sslcacertfile")
      collector.add(parsed)
    }
  }

  private static func isOn(_ word: String) -> Bool { ["yes", "true", "on", "1"].contains(word.lowercasedASCII) }
}
