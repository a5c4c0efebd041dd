// The filter of the provider list: its matches and their order.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("The filter") struct ProviderIndexTests {
  private static let index = ProviderIndex(Bundled.catalog)

  private func ids(_ typed: String) -> [String] { Self.index.search(typed).map(\.id) }

  @Test("ux-23: an empty text matches all, in the catalog's order", arguments: ["", " ", "\u{3000}"])
  func all(_ typed: String) { #expect(ids(typed) == Bundled.catalog.providers.map(\.id)) }

  @Test(
    "ux-21: any script, pinyin, first letters, ids, domains find a provider",
    arguments: [
      ("网易", "163"), ("wangyi", "163"), ("wy", "163"), ("WangYi", "163"), ("wangy", "163"), ("163", "163"), ("163.com", "163"),
      ("腾讯", "qq"),
      ("tengxun", "qq"), ("tx", "qq"), ("qq", "qq"), ("foxmail", "qq"), ("exmail", "exmail"), ("яндекс", "yandex"), ("Yandex", "yandex"),
      ("yand", "yandex"), ("ya.ru", "yandex"), ("xinlang", "sina"), ("sina", "sina"), ("gmail", "gmail"), ("outlook", "outlook"),
    ])
  func finds(_ typed: String, _ id: String) { #expect(ids(typed).contains(id), "\(typed): \(ids(typed).prefix(10))") }

  @Test("ux-22: of an address the domain counts; a complete match comes before a prefix")
  func addresses() {
    #expect(ids("me@163.com").first == "163")
    #expect(ids("me@16").contains("163"))
    #expect(
      ids("me@16").allSatisfy { id in
        Bundled.catalog.providers.first { $0.id == id }.map { ($0.domains + $0.unconfirmedDomains).contains { $0.hasPrefix("16") } }
          ?? false
      })
    #expect(ids("me@yandex.com").first == "yandex")
    #expect(ids("me@nowhere.example").isEmpty)
    #expect(ids("me@").count > 10)
    #expect(ids("ME@163.COM").first == "163")
  }

  @Test("ux-22: names that begin with the text come before words and domains that do, and those before what contains it")
  func ranking() {
    var brandWords: [String: [String]] = [:]
    for brand in Bundled.catalog.brands { for choice in brand.choices { brandWords[choice.id, default: []] += brand.words } }
    for typed in ["mail", "a", "ya", "16", "net", "邮箱", "1", "cloud"] {
      let ranks = Self.index.search(typed).map { provider -> Int in
        let names = [provider.name.english, provider.name.simplifiedChinese]
        let known = [provider.id] + provider.aliases + names + brandWords[provider.id, default: []]
        let words = (known + known.flatMap(Pinyin.spellings)).map { $0.lowercased() }
        if words.contains(where: { $0.hasPrefix(typed) }) { return 0 }
        let domains = provider.domains + provider.unconfirmedDomains
        let parts = words.flatMap { $0.split { !$0.isLetter && !$0.isNumber } } + domains.map { $0[...] }
        return parts.contains { $0.hasPrefix(typed) } ? 1 : 2
      }
      #expect(!ranks.isEmpty)
      #expect(ranks == ranks.sorted(), "\(typed)")
    }
  }

  @Test("every word must match", arguments: [("网易 企业", true), ("yandex mail", true), ("mail yandex", true), ("yandex 网易", false)])
  func words(_ typed: String, _ fits: Bool) { #expect(ids(typed).isEmpty != fits) }

  @Test("every provider is found by its id, its names, and every domain of its", arguments: Bundled.catalog.providers.map(\.id))
  func everyOne(_ id: String) throws {
    let provider = try #require(Bundled.catalog.providers.first { $0.id == id })
    for typed in [id, provider.name.english, provider.name.simplifiedChinese] + provider.aliases + provider.domains {
      #expect(ids(typed).contains(id), "\(typed)")
    }
    for domain in provider.domains { #expect(ids("me@\(domain)").contains(id)) }
  }

  @Test("nonsense finds nothing, however long", arguments: ["qqqqqqqqq", "龘龘", "\u{1f642}\u{1f642}", String(repeating: "a", count: 5_000)])
  func nonsense(_ typed: String) { #expect(ids(typed).isEmpty) }

  @Test("the list contains at least what the whole search finds: no letter removes a provider that the catalog's own search finds")
  func agreesWithCatalog() {
    for provider in Bundled.catalog.providers {
      let catalog = Bundled.catalog.search(provider.id).map(\.id)
      #expect(Set(catalog).isSubset(of: Set(ids(provider.id))), "\(provider.id)")
    }
  }
}
