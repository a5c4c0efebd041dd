// The pattern language of the general rules.

import Testing
import Vocabulary

@testable import Diagnosis

@Suite("Reply patterns") struct WordingTests {
  private static let rows: [(wording: ReplyPattern, text: String, fits: Bool)] = [
    ("imap … disabled", "IMAP access is disabled.", true), ("imap … disabled", "disabled: IMAP", false),
    ("imap … disabled", "imapd disabled", false),
    ("imap … disabled", "IMAP is disabledness", false), ("imap … disable*", "IMAP is disabled", true),
    ("ip … blocked", "zip blocked", false),
    ("imap|pop3 … off|closed", "(POP3) is: closed", true), ("app specific", "App-Specific", true), ("isn't open", "it isn’t open", true),
    ("错误", "用户名或密码错误！", true), ("未开启 … imap", "您没有未开启IMAP服务", true), ("парол* … неверн*", "ПАРОЛЬ неверный", true),
    ("imap … disabled", "imap " + String(repeating: "x", count: 80) + " disabled", false), ("no … no", "no", false),
    ("end", "the end", true),
    ("verrouille", "COMPTE VERROUILLÉ", true), ("désactivé", "desactive", true),
    ("account suspended", "STOREDRV.AccountSuspendedException", true), ("oauth", "OAuth", true), ("o auth", "OAuth", false),
    ("доступ … закрыт", "доступ к почте с помощью почтовых программ закрыт", true),
    ("anything", "", false),
  ]

  @Test("parts are whole words in their order, near each other", arguments: rows.indices) func fits(_ index: Int) {
    let row = Self.rows[index]
    #expect(row.wording.fits(Array(NormalizedReply.plain(row.text).utf8)) == row.fits)
  }

  @Test("only the beginning of an endless reply is compared") func bounded() {
    func plain(_ length: Int) -> [UInt8] {
      let octets = Array(String(repeating: "x", count: length).utf8) + Array(" locked".utf8)
      return NormalizedReply(ServerReply(condition: "NO", octets: octets), .imap, stage: .login, charset: nil).plain
    }
    let locked: ReplyPattern = "locked"
    #expect(locked.fits(plain(NormalizedReply.limit - 7)))
    #expect(!locked.fits(plain(NormalizedReply.limit - 6)))
  }

  @Test("no pattern is a single short word without meaning") func meaningful() {
    for word in ["no", "user", "imap", "error", "ok", "server", "mail", "please", "your", "not", "failed"] {
      let text = Array(word.utf8)
      #expect(GeneralRule.naming.allSatisfy { rule in !rule.words.contains { $0.fits(text) } }, "\(word)")
    }
  }
}
