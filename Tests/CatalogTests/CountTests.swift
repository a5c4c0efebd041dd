// The number of entries in the bundled catalog, and the completeness of each entry.

import FoundationEssentials
import Testing
import Vocabulary

@testable import Catalog

@Suite struct CountTests {
  @Test func `The catalog has the promised size`() {
    let providers = Shipped.providers
    let domains = providers.flatMap(\.domains)
    let full = providers.filter(\.hasFullGuide).filter { provider in
      provider.texts.allSatisfy { text in Language.allCases.allSatisfy { !text.text[$0].isEmpty } }
    }
    let withoutSources = providers.filter { $0.sources.isEmpty || $0.sources.contains("") }
    let missing = providers.flatMap { provider in
      provider.texts.flatMap { name, text in Language.allCases.filter { text[$0].isEmpty }.map { "\(provider.id) \(name) \($0)" } }
    }
    print(
      """
      providers \(providers.count), domains \(domains.count) and \(providers.flatMap(\.unconfirmedDomains).count) unconfirmed, \
      full bilingual guides \(full.count), entries without sources \(withoutSources.count), texts missing in a language \(missing.count), \
      brands \(Shipped.catalog.brands.count), mail fronts \(Shipped.catalog.fronts.count)
      """)
    #expect(providers.count >= 150)
    #expect(domains.count >= 1_080)
    #expect(Set(domains).count == domains.count)
    #expect(full.count >= 84)
    #expect(withoutSources.map(\.id) == [])
    #expect(missing == [])
  }

  @Test func `cat-valid: the bundled file has no issue, not even for the strict check`() {
    #expect(Catalog.check(Shipped.data) == [])
  }

  @Test func `The file that is linked in is the one in the repository`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    #expect(try Data(contentsOf: root.appending(path: "providers.json")) == Shipped.data)
  }

  @Test("Every instruction and every note exists in Chinese as well as in English", arguments: Shipped.ids)
  func bilingual(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    for (name, text) in provider.texts where name != "name" {
      #expect(text.simplifiedChinese.isChinese || text.simplifiedChinese == text.english, "\(name): \(text.simplifiedChinese)")
      // Menu labels are in the language of the page, but an English sentence begins with an English word.
      #expect(!String(text.english.prefix(1)).isChinese || text.simplifiedChinese == text.english, "\(name): \(text.english)")
    }
    for step in provider.steps { #expect(step.text.simplifiedChinese.isChinese, "\(step.text.english)") }
  }

  /// No source has a help page for these providers. Their confidence is low accordingly.
  private static let withoutPage: Set<String> = ["au", "nifty", "hinet", "pchome"]

  /// The providers of the 24 guides from which this program developed.
  static let seriesIDs = [
    "163", "126", "yeah", "netease-enterprise", "qq", "exmail", "sina", "sina-cn", "sohu", "sohu-vip", "aliyun", "aliyun-enterprise",
    "alibaba",
    "263", "35", "139", "189", "21cn", "88", "lark", "gmail", "google-workspace", "outlook", "yahoo", "aol", "icloud", "yandex", "mail-ru",
    "zoho",
    "zoho-workplace",
  ]

  @Test("The guides of the series are complete", arguments: seriesIDs) func series(_ id: String) throws {
    #expect(try #require(Shipped.provider(id)).hasFullGuide)
  }

  @Test("ux-107: the date that --version names is the catalog's") func date() {
    #expect(CatalogDate.bundled == ProviderDirectory().catalog.checked)
  }

  @Test("Every entry has its sources, its date, and a way to proceed", arguments: Shipped.ids) func carries(_ id: String)
    throws
  {
    let provider = try #require(Shipped.provider(id))
    #expect(!provider.sources.isEmpty)
    let date = provider.checked.split(separator: "-", omittingEmptySubsequences: false)
    #expect(date.map(\.count) == [4, 2, 2] && date.allSatisfy { $0.allSatisfy(\.isNumber) }, "\(provider.checked)")
    #expect(!provider.steps.isEmpty)
    let leadsOn = !provider.help.isEmpty || provider.steps.contains { $0.url != nil }
    #expect(leadsOn || Self.withoutPage.contains(id) || !provider.takesPassword, "no page to read on")
    if provider.status != .active { #expect(provider.statusNote != nil) }
    if provider.takesPassword { #expect(!provider.servers.isEmpty) }
  }
}
