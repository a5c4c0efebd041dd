// aerc: accounts.conf, aerc-accounts(5).

import Vocabulary

enum AercReader {
  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    for section in INIFile.sections(text, .go) {
      var draft = ParsedAccount()
      draft.name = section.name
      draft.from = section["from"]
      // A program in the place of a server (sendmail) is no URL.
      for url in [section["source"], section["outgoing"]].compactMap({ $0 }).compactMap({ SettingsURL($0) }) { draft.take(url, &harvest) }
      draft.command = section["source-cred-cmd"] ?? section["outgoing-cred-cmd"]
      harvest.add(draft)
    }
  }
}
