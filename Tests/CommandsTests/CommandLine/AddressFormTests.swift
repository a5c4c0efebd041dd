// Tests of addresses as Chinese input methods produce them.

import Testing
import Vocabulary

@Suite("full-width addresses") struct AddressFormTests {
  @Test(
    "ux-13: full-width letters, signs and stops are converted; nothing else is changed",
    arguments: [
      ("me@163.com", "me@163.com"), ("me＠163.com", "me@163.com"), ("me＠163。com", "me@163.com"), ("ｍｅ＠１６３．ｃｏｍ", "me@163.com"),
      ("me@163｡com", "me@163.com"), ("\u{3000} me@163.com\u{a0}", "me@163.com"), ("imap.163.com：993", "imap.163.com:993"), ("网易", "网易"),
      ("用户＠例子。中国", "用户@例子.中国"), ("", ""), ("\u{3000}", ""), ("～！", "~!"), ("\u{ff00}\u{ff5f}", "\u{ff00}\u{ff5f}"), ("a b", "a b"),
      ("é@b", "é@b"),
    ])
  func corrected(_ typed: String, _ wanted: String) {
    #expect(MailAddress.corrected(typed) == wanted)
    // A correct address stays unchanged.
    #expect(MailAddress.corrected(wanted) == wanted)
  }
}
