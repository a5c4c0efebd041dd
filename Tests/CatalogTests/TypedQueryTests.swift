// What people type, against the bundled catalog: a table of texts, and every id, alias, domain and host of the catalog.

import Testing
import Vocabulary

@testable import Catalog

@Suite("what people type") struct TypedQueryTests {
  private static let index = ProviderIndex(Shipped.catalog)

  private func first(_ typed: String) -> String? { Self.index.search(typed).first?.id }

  @Test("the table has at least 120 different texts, and every entry in it exists") func table() {
    let all = TypedQueries.found + TypedQueries.slips
    #expect(Set(all.map(\.typed)).count == all.count)
    #expect(all.count >= 120)
    for query in all { #expect(Shipped.ids.contains(query.id), "\(query.typed)") }
  }

  @Test("every text of the table finds its entry first", arguments: TypedQueries.found) func found(_ query: TypedQuery) {
    #expect(first(query.typed) == query.id, "\(query.typed): \(Self.index.search(query.typed).prefix(4).map(\.id))")
  }

  @Test("a slip offers its entry and chooses nothing", arguments: TypedQueries.slips) func slip(_ query: TypedQuery) {
    #expect(Self.index.search(query.typed).isEmpty, "\(query.typed): \(Self.index.search(query.typed).prefix(4).map(\.id))")
    #expect(Self.index.similar(to: query.typed).first?.id == query.id, "\(query.typed): \(Self.index.similar(to: query.typed).map(\.id))")
    if case .exactly(let provider) = Shipped.catalog.find(query.typed, in: Self.index) {
      Issue.record("\(query.typed) chose \(provider.id)")
    }
  }

  @Test("fault-search-exact-not-first: every id, alias, domain and address at it finds its entry first", arguments: Shipped.ids)
  func exact(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    let domains = provider.domains + provider.unconfirmedDomains
    for typed in [id, id.uppercased()] + provider.aliases + domains + domains.map({ "me@\($0)" }) {
      #expect(first(typed) == id, "\(typed)")
      // The mark in the list is where Enter goes.
      #expect(Shipped.catalog.find(typed, in: Self.index) == .exactly(provider), "\(typed)")
    }
  }

  @Test("fault-host-names-not-searched: every server finds an entry that has it, as a host, with a port, and as a web address")
  func hosts() {
    var owners: [String: Set<String>] = [:]
    for provider in Shipped.providers {
      for endpoint in provider.servers.flatMap({ $0.imap + $0.smtp }) where HostName(endpoint.host)?.kind == .name {
        owners[endpoint.host, default: []].insert(provider.id)
      }
    }
    #expect(owners.count > 300)
    for (host, ids) in owners {
      // All providers with this server are before all others.
      let found = Self.index.search(host).map(\.id)
      #expect(Set(found.prefix(ids.count)) == ids, "\(host): \(found.prefix(4)), not \(ids)")
      #expect(ProviderQuery("imaps://\(host.uppercased()):993/").host?.text == host)
    }
  }

  @Test(
    "fault-search-words-taken-apart, fault-names-with-mailbox-suffix, fault-full-width-on-command-line: the whole text means one entry",
    arguments: [
      ("g mail", "gmail"), ("out look", "outlook"), ("i cloud", "icloud"), ("1 6 3", "163"), ("Yandex邮箱", "yandex"),
      ("iCloud邮箱", "icloud"), ("AOL邮箱", "aol"), ("Mail.ru邮箱", "mail-ru"), ("外贸邮箱", "alibaba"), ("88邮箱", "88"), ("ｑｑ．ｃｏｍ", "qq"),
      ("ｇｍａｉｌ", "gmail"), ("ｉｍａｐ．ｇｍａｉｌ．ｃｏｍ", "gmail"), ("https://mail.qq.com/", "qq"), ("qiye.aliyun.com", "aliyun-enterprise"),
      ("QQ企业邮箱", "exmail"), ("imap.163.com", "163"),
    ])
  func whole(_ typed: String, _ id: String) throws {
    #expect(
      try Shipped.catalog.find(typed, in: Self.index) == .exactly(#require(Shipped.provider(id))),
      "\(Shipped.catalog.find(typed, in: Self.index))")
  }

  @Test("fault-mark-and-enter-differ: whatever is typed, what Enter takes is first in the list", arguments: TypedQueries.found)
  func marked(_ query: TypedQuery) {
    switch Shipped.catalog.find(query.typed, in: Self.index) {
    case .exactly(let provider): #expect(first(query.typed) == provider.id)
    case .brand(_, let choices): #expect(first(query.typed) == choices.first?.id)
    case .several(let providers): #expect(providers == Self.index.search(query.typed))
    case .none: Issue.record("\(query.typed) found nothing")
    }
  }

  @Test(
    "a host of a stranger finds nobody, however it looks",
    arguments: [
      "imap.163.com.evil.example", "ximap.163.comx", "evil-qq.com", "mail.qq.com.cn", "https://evil.example/mail.qq.com",
      "https://mail.qq.com@evil.example/", "https://evil.example/?u=me@163.com", "notgmail.com", "gmail.com.co",
    ])
  func strangers(_ typed: String) {
    switch Shipped.catalog.find(typed, in: Self.index) {
    case .exactly(let provider): Issue.record("\(provider.id)")
    case .none, .several, .brand: break
    }
  }
}
