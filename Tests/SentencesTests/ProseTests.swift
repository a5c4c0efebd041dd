// Tests that the checker of sentences finds what it should.

import Sentences
import Testing
import Vocabulary

@Suite("The checker of sentences") struct ProseTests {
  @Test(
    "articles follow the sound",
    arguments: [
      ("Use a app password.", 1), ("Use an app password.", 0), ("A authorization code", 1), ("an password", 1), ("a user name", 0),
      ("an user", 1),
      ("a SMTP server", 1), ("an SMTP server", 0), ("a URL", 0), ("an IMAP server", 0), ("a IMAP server", 1), ("a NUL", 0), ("an hour", 0),
      ("an s", 0), ("a s", 1),
      ("a one-time code", 0), ("a university", 0), ("an (old) code", 0), ("a 16-character code", 0), ("an 8-digit code", 0),
      ("grade A always", 1), ("", 0),
    ])
  func articles(_ english: String, _ count: Int) { #expect(Prose.articles(english).count == count) }

  @Test(
    "Chinese is Chinese, with blanks around Latin words and none around its punctuation",
    arguments: [
      ("登录成功。", 0), ("IMAP 没有问题：收件箱可以打开。", 0), ("IMAP没有问题", 1), ("打开 IMAP", 0), ("打开IMAP 服务", 1), ("密码， 错误", 1), ("密码 。", 1),
      ("The password is wrong.", 1), ("密码 the password is wrong again", 1), ("用 setup catalog check 文件", 0), ("共 16 位", 0), ("共16位", 2),
      ("", 0), ("(", 0),
    ])
  func chinese(_ words: String, _ count: Int) { #expect(Prose.chinese(words).count == count, "\(Prose.chinese(words))") }

  @Test("missing values and control characters are found") func holes() {
    #expect(Prose(text: Text("", "好。")).faults.count == 1)
    #expect(Prose(text: Text("a\u{1b}b", "好。")).faults.count == 1)
    #expect(Prose(text: Text("two  blanks", "好。")).faults.count == 1)
    #expect(Prose(text: Text("Optional(\"x\")", "好。")).faults.count == 1)
    #expect(Prose(text: Text("{term}", "好。")).faults.count == 1)
    #expect(Prose(text: Text("Good.", "好：host.example。"), quoted: ["host.example"]).faults == [])
    #expect(Prose(text: Text("Good.", "好 host.example 啊。"), quoted: ["host.example"]).faults == [])
  }

  @Test(
    "a Latin word gets its blanks inside a Chinese sentence, and no others",
    arguments: [("应用密码", "应用密码"), ("Gmail", " Gmail "), ("QQ 邮箱", " QQ 邮箱"), ("邮箱 2", "邮箱 2 "), ("(x)", "(x)"), ("", "")])
  func inside(_ word: String, _ expected: String) { #expect(Chinese.inside(word) == expected) }

  @Test(
    "blanks vanish at the ends and beside Chinese punctuation",
    arguments: [
      (" Gmail 这里", "Gmail 这里"), ("在 Gmail ，", "在 Gmail，"), ("（ Gmail ）", "（Gmail）"), ("a  b", "a b"), ("在 Gmail ", "在 Gmail"),
      ("a, b", "a, b"), ("", ""),
    ])
  func sentence(_ text: String, _ expected: String) { #expect(Chinese.sentence(text) == expected) }
}
