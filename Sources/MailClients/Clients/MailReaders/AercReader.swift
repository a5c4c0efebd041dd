// Accounts of aerc: accounts.conf, aerc-accounts(5).

import Vocabulary

enum AercReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    for section in INIFile.sections(text, .go) {
      var parsed = ParsedAccount()
      parsed.name = section.name
      parsed.from = section["from"]
      // The path of a program in place of a server (sendmail) is not a URL.
      let urls = [section["source"], section["outgoing"]].compactMap { $0 }.compactMap { SettingsURL($0) }
      for url in urls { parsed.set(url, &collector) }
      let doesRefresh = urls.contains { $0.usesOAuth && $0.hasTokenEndpoint }
      if !doesRefresh { parsed.command = section["source-cred-cmd"] ?? section["outgoing-cred-cmd"] }
      collector.add(parsed)
    }
  }
}
