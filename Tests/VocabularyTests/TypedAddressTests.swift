// Addresses as users type and paste them.

import Testing
import Vocabulary

@Suite("typed addresses") struct TypedAddressTests {
  @Test(
    "an address that is written exactly so is not changed", arguments: ["me@163.com", "First.Last+tag@Example.ORG", #""a b"@example.org"#])
  func exact(_ typed: String) throws {
    let address = try TypedAddress(typed)
    #expect(address.changes == [])
    #expect(try address.address == MailAddress(typed))
    #expect(!address.needsConsent)
  }

  @Test(
    "fault-name-and-angle-brackets: what mail clients and web pages write around an address is left out",
    arguments: [
      ("Some Name <me@gmail.com>", "me@gmail.com", [.name]), ("姓名 <me@163.com>", "me@163.com", [.name]),
      ("李伟 ＜me@163.com＞", "me@163.com", [.name]), ("\"Li, Wei\" <me@126.com>", "me@126.com", [.name]),
      ("\"A <b>\" <me@126.com>", "me@126.com", [.name]), ("me@x.org <me@x.org>", "me@x.org", [.name]),
      ("'me@x.org' <me@x.org>", "me@x.org", [.name]), ("me@x.org (Anna)", "me@x.org", [.name]), ("<me@qq.com>", "me@qq.com", [.marks]),
      ("《me@163.com》", "me@163.com", [.marks]), ("“me@qq.com”", "me@qq.com", [.marks]), ("\"me@qq.com\"", "me@qq.com", [.marks]),
      ("(me@x.org)", "me@x.org", [.marks]), ("me@x.org>", "me@x.org", [.marks]), ("(me@x.org", "me@x.org", [.marks]),
      ("me@gmail.com,", "me@gmail.com", [.marks]), ("me@gmail.com;", "me@gmail.com", [.marks]), ("me@gmail.com.", "me@gmail.com", [.marks]),
      ("me@gmail.com，", "me@gmail.com", [.marks]), ("me@gmail.com。", "me@gmail.com", [.marks]), ("me@gmail.com、", "me@gmail.com", [.marks]),
      ("mailto:me@gmail.com", "me@gmail.com", [.scheme]), ("MAILTO:me@gmail.com?subject=a&body=b", "me@gmail.com", [.scheme]),
      ("<mailto:me@gmail.com>", "me@gmail.com", [.marks, .scheme]), ("mailto:a%2Bb@gmail.com", "a+b@gmail.com", [.scheme]),
      ("Name <me@gmail.com>,", "me@gmail.com", [.marks, .name]), ("me@x.org(Anna)", "me@x.org", [.name]),
      ("王伟（wang@126.com）", "wang@126.com", [.name]), ("王伟【wang@126.com】", "wang@126.com", [.name]),
      ("Li Wei [li@x.org]", "li@x.org", [.name]), ("me@163.com/", "me@163.com", [.marks]), ("邮箱：me@163.com", "me@163.com", [.label]),
      ("Email: me@x.org", "me@x.org", [.label]), ("E-MAIL:me@x.org", "me@x.org", [.label]),
      ("From: Anna <a@x.org>", "a@x.org", [.name]), ("me @x.org", "me@x.org", [.blanks]), ("me@ x.org", "me@x.org", [.blanks]),
      ("me@x. org", "me@x.org", [.blanks]), ("me\u{a0}@\u{3000}x .org", "me@x.org", [.blanks]),
    ] as [(String, String, [TypedAddress.Change])])
  func surrounded(_ typed: String, _ wanted: String, _ changes: [TypedAddress.Change]) throws {
    let address = try TypedAddress(typed)
    #expect("\(address.address)" == wanted)
    #expect(address.changes == changes)
    #expect(!address.needsConsent)
  }

  @Test(
    "fault-look-alike-letters-for-a-full-stop: full-width characters and invisible ones are no letters of the domain",
    arguments: [
      ("me@qq。com", "me@qq.com", [.fullWidth]), ("me@qq．com", "me@qq.com", [.fullWidth]), ("me＠qq.com", "me@qq.com", [.fullWidth]),
      ("me﹫qq｡com", "me@qq.com", [.fullWidth]), ("ｍｅ＠ｑｑ．ｃｏｍ", "me@qq.com", [.fullWidth]),
      ("me@gmail.com\u{200b}", "me@gmail.com", [.invisible(1)]), ("\u{feff}me@gmail.com", "me@gmail.com", [.invisible(1)]),
      ("m\u{ad}e@gm\u{2060}ail.com", "me@gmail.com", [.invisible(2)]), ("me@gmail.com\u{200d}", "me@gmail.com", [.invisible(1)]),
      ("me@gmail.com\u{a0}", "me@gmail.com", []), ("\u{3000}me@gmail.com\u{2003}", "me@gmail.com", []),
      (" me@gmail.com\n", "me@gmail.com", []),
      ("\u{200e}me@qq。com", "me@qq.com", [.invisible(1), .fullWidth]),
    ] as [(String, String, [TypedAddress.Change])])
  func folded(_ typed: String, _ wanted: String, _ changes: [TypedAddress.Change]) throws {
    let address = try TypedAddress(typed)
    #expect("\(address.address)" == wanted)
    #expect(address.changes == changes)
  }

  @Test(
    "fault-domain-in-own-letters: a domain in letters of its own gets its ASCII form, and the user has to agree",
    arguments: [
      ("info@münchen.example", "info@xn--mnchen-3ya.example", "info@münchen.example (xn--mnchen-3ya.example)"),
      ("info＠例子。公司", "info@xn--fsqu00a.xn--55qx5d", "info@例子.公司 (xn--fsqu00a.xn--55qx5d)"),
      ("Anna <a@пример.рф>", "a@xn--e1afmkfd.xn--p1ai", "a@пример.рф (xn--e1afmkfd.xn--p1ai)"),
      ("me@gm\u{430}il.com", "me@xn--gmil-63d.com", "me@gmаil.com (xn--gmil-63d.com)"),
    ])
  func ownLetters(_ typed: String, _ wanted: String, _ spoken: String) throws {
    let address = try TypedAddress(typed)
    #expect("\(address.address)" == wanted)
    #expect(address.needsConsent)
    #expect(address.spoken == spoken)
  }

  @Test(
    "local parts in letters of their own are composed, and nothing else of them is changed",
    arguments: [
      ("почта@пример.рф", "почта@xn--e1afmkfd.xn--p1ai", [.domain]), ("用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v", [.domain]),
      ("почта@example.org", "почта@example.org", []), ("Анна <почта@example.org>", "почта@example.org", [.name]),
      ("邮箱：用户＠example。org", "用户@example.org", [.label, .fullWidth]), ("mailto:%E7%94%A8%E6%88%B7@example.org", "用户@example.org", [.scheme]),
      ("ju\u{308}rgen@example.org", "jürgen@example.org", [.composed]), ("и\u{306}од@example.org", "йод@example.org", [.composed]),
      ("か\u{3099}@example.org", "が@example.org", [.composed]), ("ｶﾞ@example.org", "ガ@example.org", [.fullWidth, .composed]),
      ("\u{1112}\u{1161}\u{11ab}@example.org", "한@example.org", [.composed]),
      ("e\u{323}\u{302}@example.org", "ệ@example.org", [.composed]), ("e\u{302}\u{323}@example.org", "ệ@example.org", [.composed]),
      ("a\u{332}\u{301}@example.org", "á\u{332}@example.org", [.composed]),
      ("用\u{200b}户@example.org", "用户@example.org", [.invisible(1)]), ("❤\u{fe0f}@example.org", "❤@example.org", [.invisible(1)]),
      ("用户２@example.org", "用户2@example.org", [.fullWidth]),
    ] as [(String, String, [TypedAddress.Change])])
  func ownLocalPart(_ typed: String, _ wanted: String, _ changes: [TypedAddress.Change]) throws {
    let address = try TypedAddress(typed)
    #expect("\(address.address)".unicodeScalars.elementsEqual(wanted.unicodeScalars), "\(address.address)")
    #expect(address.changes == changes)
    #expect(try TypedAddress(wanted).address == address.address)
  }

  @Test(
    "a server in letters of its own has an ASCII form, with its port",
    arguments: [
      ("почта.пример.рф", "xn--80a1acny.xn--e1afmkfd.xn--p1ai", 993), ("почта.пример.рф:143", "xn--80a1acny.xn--e1afmkfd.xn--p1ai", 143),
      ("imap.münchen.example：993", "imap.xn--mnchen-3ya.example", 993), ("邮件。例子。中国", "xn--5nq051n.xn--fsqu00a.xn--fiqs8s", 993),
      ("IMAP.MÜNCHEN.example", "imap.xn--mnchen-3ya.example", 993),
    ] as [(String, String, UInt16)])
  func ownServer(_ typed: String, _ host: String, _ port: UInt16) throws {
    let server = try #require(TypedServer(typed, defaultPort: 993))
    #expect(server.host.text == host && server.port == port)
    #expect(server.domain?.ascii == server.host)
  }

  @Test(
    "a server in ASCII needs no consent, and what is none stays none", arguments: ["imap.example.org", "ｉmap.example.org:993", "[::1]:993"])
  func plainServer(_ typed: String) throws {
    #expect(try #require(TypedServer(typed, defaultPort: 993)).domain == nil)
    for bad in [
      "почта.рф:0", "почта.рф:70000", "почта .рф", "☃.example", "почта.рф:993:1", "https://почта.рф", "пoчта\u{202e}.рф", ":993",
      "я@почта.рф",
    ] {
      #expect(TypedServer(bad, defaultPort: 993) == nil, "\(bad)")
    }
  }

  @Test("the ASCII form itself needs no consent, and is shown with its letters") func encoded() throws {
    let address = try TypedAddress("info@XN--mnchen-3ya.example")
    #expect(address.changes == [])
    #expect(address.spoken == "info@münchen.example (xn--mnchen-3ya.example)")
    #expect(throws: TypedAddress.Error.domain(.label)) { try TypedAddress("info@xn--a.example") }
  }

  @Test(
    "what is no address, or more than one, is refused",
    arguments: [
      ("", .address(.empty)), (" \u{200b}", .address(.empty)), ("me", .address(.noAt)), ("a@b.org,c@d.org", .several),
      ("a@b.org c@d.org", .several), ("A <a@b.org>, B <c@d.org>", .several), ("evil@x.org <me@gmail.com>", .several),
      ("mailto:a@b.org,c@d.org", .several), ("a@b@c.org", .address(.noAt)), ("me@localhost", .address(.badDomain)),
      ("me@[127.0.0.1]", .address(.domainLiteral)), ("a..b@c.org", .address(.badLocalPart)), ("a b@c.org", .address(.badLocalPart)),
      ("me@ü☃.example", .domain(.character("☃"))), ("me@ü\u{200d}ü.example", .domain(.character("\u{200d}"))),
      ("mailto:me%0d%0a@x.org", .address(.badLocalPart)), ("me\r\n@x.org", .address(.badLocalPart)),
      ("contact me @x.org", .address(.badLocalPart)), ("me:geheim@x.org", .address(.badLocalPart)),
      ("a@b.org\r\nA2 LOGOUT", .address(.badDomain)),
      (String(repeating: "a@", count: 5_000), .address(.tooLong)),
    ] as [(String, TypedAddress.Error)])
  func refused(_ typed: String, _ wanted: TypedAddress.Error) { #expect(throws: wanted) { try TypedAddress(typed) } }

  @Test(
    "quoted local parts keep what is in their quotes", arguments: [#""a@gmail.com x"@evil.example"#, #""<me@gmail.com>"@evil.example"#])
  func quoted(_ typed: String) throws { #expect(try TypedAddress(typed).address.domain.text == "evil.example") }

  @Test("any text is read without a trap, and what is read is a strict address") func anyText() {
    var numbers = SystemRandomNumberGenerator()
    let pool: [Unicode.Scalar] = [
      "a", "@", ".", "<", ">", "\"", "(", ")", ":", "?", "%", "2", " ", "，", "。", "＠", "\u{200b}", "ü", "例", "א", "-", "m", "{", "}", "'",
      "`", "[", "я", "и", "\u{306}", "\u{3099}", "か", "♥",
    ]
    for _ in 0..<3_000 {
      let text = String(
        String.UnicodeScalarView((0..<Int.random(in: 0..<14, using: &numbers)).map { _ in pool.randomElement(using: &numbers) ?? "a" }))
      guard let found = try? TypedAddress(text) else { continue }
      #expect((try? MailAddress(found.address.description)) == found.address)
      #expect((try? TypedAddress(found.address.description))?.address == found.address, "\(text)")
    }
  }

  @Test(
    "ux-13: words and hosts are compared without full-width forms and invisible characters; nothing else is changed",
    arguments: [
      ("me@163.com", "me@163.com"), ("me＠163.com", "me@163.com"), ("me＠163。com", "me@163.com"), ("ｍｅ＠１６３．ｃｏｍ", "me@163.com"),
      ("me@163｡com", "me@163.com"), ("\u{3000} me@163.com\u{a0}", "me@163.com"), ("imap.163.com：993", "imap.163.com:993"), ("网易", "网易"),
      ("用户＠例子。中国", "用户@例子.中国"), ("", ""), ("\u{3000}", ""), ("～！", "~!"), ("\u{ff00}\u{ff5f}", "\u{ff00}\u{ff5f}"), ("a b", "a b"),
      ("é@b", "é@b"), ("q\u{200b}q", "qq"), ("ｱｲ", "アイ"),
    ])
  func plain(_ typed: String, _ wanted: String) {
    #expect(TypedText.plain(typed) == wanted)
    #expect(TypedText.plain(wanted) == wanted)
  }
}
