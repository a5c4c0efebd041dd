// Accounts of aerc: accounts.conf, aerc-accounts(5).

import Vocabulary

enum AercReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    for section in INIFile.sections(text, .go) {
      var parsed = ParsedAccount()
      parsed.name = section.name
      parsed.from = section["from"]
      // The path of a program in place of a server (sendmail) is not a URL.
      if let source = section["source"], Self.local.contains(where: source.hasPrefix) { collector.remark(.localMail) }
      if let outgoing = section["outgoing"], !outgoing.contains("://") { collector.remark(.otherSender) }
      let urls = [section["source"], section["outgoing"]].compactMap { $0 }.compactMap { SettingsURL($0) }
      for url in urls { parsed.set(url, &collector) }
      let doesRefresh = urls.contains { $0.usesOAuth && $0.hasTokenEndpoint }
      let commands = [section["source-cred-cmd"], section["outgoing-cred-cmd"]].compactMap { collector.command($0) }
      if !doesRefresh { parsed.command = commands.first }
      collector.add(parsed)
    }
  }

  /// The schemes of mail on this computer (aerc-maildir(5), aerc-notmuch(5)).
  private static let local = ["maildir://", "maildirpp://", "notmuch://", "mbox://"]
}
