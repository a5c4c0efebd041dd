// Domains that are a slip away from a known one, or an imitation of it.

import Testing
import Vocabulary

@testable import Catalog

@Suite("look-alike domains") struct LookAlikeTests {
  private static func found(_ domain: String) throws -> [String] {
    try Shipped.catalog.lookAlikes(of: UnicodeDomain(domain).ascii)
  }

  @Test(
    "fault-typo-hint-cannot-be-accepted: a slip in a known domain is recognized",
    arguments: [
      ("gmial.com", "gmail.com"), ("gmai1.com", "gmail.com"), ("gmal.com", "gmail.com"), ("gmail.con", "gmail.com"),
      ("gmail.co", "gmail.com"), ("outlok.com", "outlook.com"), ("hotmial.com", "hotmail.com"), ("hotmial.con", "hotmail.com"),
      ("qq.con", "qq.com"), ("163.co", "163.com"), ("126.cm", "126.com"), ("foxmai1.com", "foxmail.com"), ("yandex.co", "yandex.com"),
      ("icloud.con", "icloud.com"), ("protonmial.com", "protonmail.com"), ("yahooo.com", "yahoo.com"), ("fastmali.com", "fastmail.com"),
    ])
  func slips(_ typed: String, _ meant: String) throws {
    let found = try Self.found(typed)
    #expect(found.first == meant)
  }

  @Test(
    "letters that look like a known domain are recognized",
    arguments: [
      ("gm\u{430}il.com", "gmail.com"), ("уаhoo.com", "yahoo.com"), ("gmáil.com", "gmail.com"),
      ("outlοοk.com", "outlook.com"), ("qԛ.com", "qq.com"), ("ɡmail.com", "gmail.com"), ("gmaıl.com", "gmail.com"),
    ])
  func imitations(_ typed: String, _ meant: String) throws {
    let found = try Self.found(typed)
    #expect(found == [meant])
  }

  @Test(
    "a domain of its own is no slip",
    arguments: [
      "own.example", "corp.example", "company.com", "mail.example.org", "aq.com", "qqq.com", "me.co", "qq.de", "gmail.de.example",
      "ox.ac.uk", "tum.de", "example.com", "münchen.de", "a.co", "16.com", "sub.gmail.com", "github.com", "apple.com",
    ])
  func own(_ domain: String) throws {
    let found = try Self.found(domain)
    #expect(found == [])
  }

  @Test("no known domain is a slip of another", arguments: Shipped.ids) func known(_ id: String) throws {
    for domain in try #require(Shipped.provider(id)).domains {
      let found = try Self.found(domain)
      #expect(found == [])
    }
  }
}

@Suite("the order of the list") struct OrderTests {
  private static func first(_ territory: String?, isEnglish: Bool) -> [String] {
    Shipped.catalog.ordered(for: UserRegion(territory: territory, isEnglish: isEnglish)).providers.map(\.id)
  }

  @Test("fault-list-order-for-language: users see the services of their region and those that are used everywhere first") func regions() {
    #expect(Self.first("CN", isEnglish: false).prefix(2) == ["qq", "163"])
    #expect(Self.first("GB", isEnglish: true).prefix(4) == ["gmail", "outlook", "icloud", "yahoo"])
    #expect(Self.first(nil, isEnglish: true).prefix(4) == ["gmail", "outlook", "icloud", "yahoo"])
    #expect(Self.first("RU", isEnglish: false).prefix(3).contains("yandex"))
    #expect(Self.first("DE", isEnglish: false).prefix(4).contains("gmx"))
    #expect(Self.first("JP", isEnglish: false).first == "yahoo-japan")
    #expect(Self.first("KR", isEnglish: false).first == "naver")
    #expect(Self.first("GB", isEnglish: true).firstIndex(of: "bt") ?? 99 < Self.first("GB", isEnglish: true).firstIndex(of: "163") ?? 0)
  }

  @Test("every provider stays in the list, once", arguments: [("CN", false), ("US", true), ("XX", true), ("ZZ", false)])
  func complete(_ territory: String, _ isEnglish: Bool) {
    let ids = Self.first(territory, isEnglish: isEnglish)
    #expect(ids.sorted() == Shipped.ids.sorted())
    #expect(ids.last.flatMap(Shipped.provider)?.status == .closed)
  }

  @Test(
    "the main domain comes first",
    arguments: [
      ("gmail", "gmail.com"), ("fastmail", "fastmail.com"), ("zoho", "zoho.com"), ("outlook", "outlook.com"), ("mail-com", "mail.com"),
      ("yandex", "yandex.com"), ("icloud", "icloud.com"), ("qq", "qq.com"), ("gmx", "gmx.net"), ("proton", "proton.me"), ("aol", "aol.com"),
      ("yahoo", "yahoo.com"), ("t-online", "t-online.de"), ("daum", "daum.net"), ("web-de", "web.de"), ("mail-ru", "mail.ru"),
    ])
  func mainDomain(_ id: String, _ domain: String) throws {
    let provider = try #require(Shipped.provider(id))
    #expect(provider.domainsMainFirst.first == domain)
    #expect(provider.domainsMainFirst.sorted() == provider.domains.sorted())
  }
}
