// Texts that are nearly an address, and what is proposed for them.

import Testing
import Vocabulary

@testable import Catalog

@Suite("slips in addresses") struct AddressSlipTests {
  private static func found(_ typed: String) -> [String] { Shipped.catalog.corrections(of: typed).map(\.description) }

  @Test(
    "what is one slip away from an address is proposed",
    arguments: [
      // A sign in the place of the period, or periods where none are.
      ("me@qq,com", "me@qq.com"), ("me@163，com", "me@163.com"), ("me@qq..com", "me@qq.com"), ("me@qq;com", "me@qq.com"),
      ("me@gmail:com", "me@gmail.com"), ("me@qq/com", "me@qq.com"), ("me@qq·com", "me@qq.com"), ("me@qq、com", "me@qq.com"),
      ("me@.qq.com", "me@qq.com"), ("me@qq。。com", "me@qq.com"), ("me@qq,.com", "me@qq.com"), ("me@yahoo,co,jp", "me@yahoo.co.jp"),
      // No period, or other signs between the letters.
      ("me@gmailcom", "me@gmail.com"), ("me@qqcom", "me@qq.com"), ("me@qq com", "me@qq.com"), ("me@g mail.com", "me@gmail.com"),
      ("me@gmail_com", "me@gmail.com"), ("me@qq-com", "me@qq.com"), ("me@163 . c om", "me@163.com"), ("me@yahoocojp", "me@yahoo.co.jp"),
      // No last label.
      ("me@gmail", "me@gmail.com"), ("me@163", "me@163.com"), ("me@qq.", "me@qq.com"), ("me@icloud", "me@icloud.com"),
      ("me@foxmail", "me@foxmail.com"),
      // Too many signs.
      ("me@@qq.com", "me@qq.com"), ("@me@qq.com", "me@qq.com"), ("me@qq.com@", "me@qq.com"), ("me@qq.com@qq.com", "me@qq.com"),
      ("me@qq.com me@qq.com", "me@qq.com"), ("me@gmail.com@gmailcom", "me@gmail.com"),
      // No sign, or a key beside it.
      ("me.gmail.com", "me@gmail.com"), ("12345qq.com", "12345@qq.com"), ("me#gmail.com", "me@gmail.com"), ("me2gmail.com", "me@gmail.com"),
      ("me\"gmail.com", "me@gmail.com"), ("me gmail.com", "me@gmail.com"), ("me!gmail.com", "me@gmail.com"), ("me&qq.com", "me@qq.com"),
      ("me.vip.qq.com", "me@vip.qq.com"), ("me*163.com", "me@163.com"),
      // Words for the signs.
      ("me(at)gmail.com", "me@gmail.com"), ("me [at] gmail [dot] com", "me@gmail.com"), ("me at gmail dot com", "me@gmail.com"),
      ("me艾特qq.com", "me@qq.com"), ("me(at)gmail(dot)com", "me@gmail.com"), ("me@gmail dot com", "me@gmail.com"),
      // The part before the sign.
      ("me..x@qq.com", "me.x@qq.com"), (".me@qq.com", "me@qq.com"), ("me.@gmail.com", "me@gmail.com"), ("m e@qq.com", "me@qq.com"),
      // The case of the local part stays, labels go.
      ("Anna.Li@GMAIL,COM", "Anna.Li@gmail.com"), ("邮箱：me@qq,com", "me@qq.com"), ("ｍｅ＠ｑｑ，ｃｏｍ", "me@qq.com"),
    ])
  func proposed(_ typed: String, _ meant: String) {
    #expect((try? TypedAddress(typed)) == nil, "\(typed) is an address")
    #expect(Self.found(typed).first == meant, "\(typed): \(Self.found(typed))")
  }

  @Test(
    "a name that was typed before the address is left out",
    arguments: [("李伟me@163.com", "me@163.com"), ("почтаme@gmail.com", "me@gmail.com"), ("me用户@qq.com", "me@qq.com")])
  func nameBefore(_ typed: String, _ meant: String) {
    #expect(Self.found(typed) == [meant])
    #expect(Self.found("李伟@163.com") == [] && Self.found("李伟me@own.example") == [] && Self.found("jürgen@web.de") == [])
  }

  @Test(
    "at a domain of the user's own the signs are put right, and nothing else is guessed",
    arguments: [
      ("me@own,example", ["me@own.example"]), ("me@own..example", ["me@own.example"]), ("me@@own.example", ["me@own.example"]),
      ("почта@пример,example", []), ("me@ownexample", []), ("me@own", []), ("me.own.example", []), ("me#own.example", []),
    ])
  func unknown(_ typed: String, _ meant: [String]) { #expect(Self.found(typed) == meant) }

  @Test(
    "what is an address, a name, a host or nothing near one has no proposal",
    arguments: [
      "me@qq.com", "me@gmail.com", "me@own.example", "qq", "gmail.com", "imap.example.org", "", "@", "网易邮箱", "hello world", "a@b@c@d",
      "me@qq.com, you@qq.com", "evil@x.org <me@gmail.com>", "me@[127.0.0.1]", "me@localhost",
      String(repeating: "a@", count: 5_000),
    ])
  func nothing(_ typed: String) { #expect(Self.found(typed) == []) }

  @Test(
    "there are at most three proposals, and each is an address at a known domain",
    arguments: ["me@yahoo", "me@mail", "me@live", "me@hotmail"])
  func several(_ typed: String) {
    let found = Shipped.catalog.corrections(of: typed)
    #expect((1...3).contains(found.count))
    for address in found { #expect(Shipped.catalog.provider(forDomain: address.domain) != nil) }
  }

  @Test(
    "a host name, or a second end, is no part of the domain of an address",
    arguments: [
      ("www.qq.com", "qq.com"), ("mail.qq.com", "qq.com"), ("imap.163.com", "163.com"), ("smtp.gmail.com", "gmail.com"),
      ("m.yahoo.com", "yahoo.com"),
      ("gmail.com.com", "gmail.com"), ("qq.com.cn", "qq.com"), ("163.com.com", "163.com"), ("qq.com.qq.com", "qq.com"),
    ])
  func hosts(_ domain: String, _ meant: String) throws {
    #expect(Shipped.catalog.lookAlikes(of: try UnicodeDomain(domain).ascii).first == meant)
  }

  @Test("letters before the @ that the provider has in no address are a name; elsewhere they are an address") func names() throws {
    let directory = ProviderDirectory()
    for typed in ["李伟me@qq.com", "почта@gmail.com", "用户@163.com", "jürgen@web.de", "me用@icloud.com"] {
      #expect(throws: TypedAddress.Error.unicodeLocalPart) { try directory.address(typed) }
    }
    for typed in ["почта@пример.рф", "用户@例子.广告", "jürgen@own.example", "me@qq.com", "李伟 <me@qq.com>"] {
      _ = try directory.address(typed)
    }
  }
}
