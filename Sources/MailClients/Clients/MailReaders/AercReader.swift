// aerc: accounts.conf, aerc-accounts(5).

import Vocabulary

enum AercReader {
  static func read(_ text: SourceText, into harvest: inout Harvest) {
    for section in INIFile.sections(text, .go) {
      var draft = Draft()
      draft.name = section.name
      draft.from = section["from"]
      // A program in the place of a server (sendmail) is no URL.
      for url in [section["source"], section["outgoing"]].compactMap({ $0 }).compactMap({ SettingsURL($0) }) { draft.take(url, &harvest) }
      draft.command = section["source-cred-cmd"] ?? section["outgoing-cred-cmd"]
      harvest.add(draft)
    }
  }
}
