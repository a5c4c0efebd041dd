// Tests of `setup providers [WORDS]`, the search in the catalog.

import TestSupport
import Testing
import Vocabulary

@Suite("providers", .waiting)
struct ProvidersTests {
  private static func ids(_ result: ProcessResult) -> [String] {
    result.text.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test("without words every provider has one line that begins with its id", arguments: Language.allCases)
  func all(in language: Language) throws {
    let result = try Tool.run(["providers"] + language.option)
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    let region =
      switch language {
      case .english: UserRegion(territory: "US", isEnglish: true)
      case .simplifiedChinese: UserRegion(territory: "CN", isEnglish: false)
      }
    #expect(Self.ids(result) == Tool.catalog.ordered(for: region).providers.map(\.id))
    for provider in Tool.catalog.providers { #expect(result.text.contains(provider.name[language])) }
  }

  @Test(
    "words search ids, aliases, domains and names in either language",
    arguments: ["yandex", "YAN", "ya.ru", "俄罗斯", "Yandex Mail", "me@yandex.com"])
  func finds(_ words: String) throws {
    let result = try Tool.run(["providers"] + words.split(separator: " ").map(String.init))
    #expect(result.end == .exited(0))
    #expect(Self.ids(result).contains("yandex"))
  }

  @Test("--json prints the complete entries", arguments: Language.allCases)
  func document(in language: Language) throws {
    let json = try Tool.run(["providers", "--json"] + language.option).json
    let catalog = Tool.catalog
    #expect(json["schema"].number == 1)
    #expect(json["checked"].text == catalog.checked)
    #expect(json["providers"].list.map { $0["id"].text } == catalog.providers.map(\.id))
    #expect(json["providers"].list.map { $0["name"].text } == catalog.providers.map { $0.name[language] })
    #expect(json["providers"].list.map { $0["domains"].texts } == catalog.providers.map(\.domains))
  }

  @Test("no match is a usage error and names the nearest")
  func suggests() throws {
    let result = try Tool.run(["providers", "yandxe"])
    #expect(result.end == .exited(64))
    #expect(result.output == [])
    #expect(result.complaint.contains("Did you mean yandex"))
  }

  @Test("with --json no match is a document too")
  func suggestsAsDocument() throws {
    let result = try Tool.run(["providers", "yandxe", "--json"])
    #expect(result.end == .exited(64))
    #expect(try result.json["outcome"].text == "incomplete")
  }
}
