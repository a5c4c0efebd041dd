// Every mistake in a catalog is reported with its place and its reason, and nothing else is reported.

import FoundationEssentials
import Sentences
import Testing
import Vocabulary

@testable import Catalog
@testable import Documents

@Suite struct CheckTests {
  @Test func `CONTROL: the sample has no issue`() {
    let data = Data(Sample.whole.json.utf8)
    #expect(Catalog.check(data) == [])
    let catalog = Catalog.load(data)
    #expect(catalog.providers.map(\.id) == ["firm", "other"])
    #expect(catalog.brands.count == 1)
    #expect(catalog.fronts == [MailFront(suffix: "front.example", name: "Front", forwards: true, provider: nil)])
    #expect(catalog.provider(id: "firm")?.steps.first?.text.english == "Make an app password at mail.firm.example.")
    #expect(catalog.provider(id: "firm")?.notes.map(\.text.simplifiedChinese) == ["一次。", "问某公司邮箱。"])
    #expect(catalog.provider(id: "other")?.secret.kind == .appPassword)
  }

  @Test(
    "A mistake is reported with its JSON path and its reason",
    arguments: [
      Mistake.missing, Mistake.languagesMissing, Mistake.unknownKeys, Mistake.unknownValues, Mistake.endpoints, Mistake.ports,
      Mistake.domains,
      Mistake.links, Mistake.texts, Mistake.secrets, Mistake.references, Mistake.twice, Mistake.types, Mistake.ids, Mistake.strict,
    ].flatMap { $0 }) func mistake(_ mistake: Mistake)
  {
    let data = Data(mistake.json.utf8)
    let faults = Catalog.check(data)
    #expect(faults.contains(DocumentIssue(path: mistake.path, entry: mistake.entry, reason: mistake.reason)))
    // A mistake can have two faults, but all of them must be at the same place.
    #expect(Set(faults.map(\.path)) == [mistake.path])
    // A harmless fault leaves out no entry. Any other fault leaves out only its own entry.
    let catalog = Catalog.load(data)
    if faults.allSatisfy(\.isHarmless) { #expect(catalog.providers.count == 2) }
    if let entry = mistake.entry, faults.contains(where: { !$0.isHarmless }), mistake.reason != .duplicateID {
      #expect(catalog.provider(id: entry) == nil)
      #expect(catalog.providers.count == 1)
    }
    // The message has a reason in each language, and nothing that a terminal acts on.
    for fault in faults {
      for language in Language.allCases {
        let text = CatalogSentence.leftOut(fault, Visible("own.json"))[language]
        // A fault of the whole file has no path.
        #expect(mistake.path.isEmpty || text.contains(Visible(mistake.path, limit: 80).text))
        #expect(Visible.isHarmless(text))
        #expect(text.isChinese || language == .english)
      }
    }
  }

  /// Checks all tables in one test: a reason that is missing in the tables is untested.
  @Test func `Every reason a small file can have is in the tables`() {
    let tables = [
      Mistake.missing, Mistake.languagesMissing, Mistake.unknownKeys, Mistake.unknownValues, Mistake.endpoints, Mistake.ports,
      Mistake.domains,
      Mistake.links, Mistake.texts, Mistake.secrets, Mistake.references, Mistake.twice, Mistake.types, Mistake.ids, Mistake.strict,
    ].flatMap { $0 }
    let seen = Set(tables.map { String("\($0.reason)".prefix { $0 != "(" }) })
    #expect(
      seen == [
        "missing", "missingLanguage", "unknownKey", "unknownValue", "notAnEndpoint", "hostNotAllowed", "unusualPort", "notADomain",
        "notAWebAddress",
        "forbiddenCharacter", "exampleDoesNotFit", "unknownNote", "unknownFamily", "unknownProvider", "unknownPlaceholder", "duplicateID",
        "duplicateName", "duplicateDomain", "wrongType", "unsupportedSchema", "stepsOutOfOrder", "notAnID", "empty", "trailingComma",
        "duplicateKey", "byteOrderMark",
      ])
  }

  @Test func `Unknown keys are reported in the same order in every run`() {
    let keys = ["zeta", "alpha", "mu", "omega", "beta"]
    let families = keys.map { "\"\($0)\": {\"\($0)\": 1}" }.joined(separator: ", ")
    let json = Sample.whole.with([
      "families": "{\"house\": \(Sample.house.json), \(families)}",
      "providers": "[\(Sample.firm.with(Dictionary(uniqueKeysWithValues: keys.map { ($0, "1") })).json), \(Sample.other.json)]",
    ]).json
    let wanted = keys.sorted().map { "families.\($0).\($0)" } + keys.sorted().map { "providers[0].\($0)" }
    #expect(Catalog.check(Data(json.utf8)).map(\.path) == wanted)
  }

  @Test func `Several mistakes are all reported, each in its entry`() {
    let broken = Sample.firm.with(["category": "\"shop\"", "domains": "[\"com\", \"firm.example\", \"*\"]", "color": "1"])
    let json = Sample.whole.with(["providers": "[\(broken.json), \(Sample.other.with(["help": "[\"http://x.example\"]"]).json)]"]).json
    let places = Catalog.check(Data(json.utf8)).map { "\($0.entry ?? "-") \($0.path)" }
    #expect(places.contains("firm providers[0].category"))
    #expect(places.contains("other providers[1].help[0]"))
    #expect(places.contains("firm providers[0].color"))
  }

  @Test func `A template may contain the domain, and only as a part of a host`() throws {
    let template = Sample.firm.with([
      "template": "true", "servers": "[\(Sample.servers.with(["imap": "[\"tls://mail.{domain}:993\"]"]).json)]",
    ])
    let catalog = Catalog.load(Data(Sample.whole.with(["providers": "[\(template.json), \(Sample.other.json)]"]).json.utf8))
    let provider = try #require(catalog.provider(id: "firm"))
    #expect(try provider.settings(for: MailAddress("you@some.example"))?.imap.host.text == "mail.some.example")
    for host in ["{domain", "{user}.example", "x_{domain}"] {
      let json = Sample.firm(["template": "true", "servers": "[\(Sample.servers.with(["imap": "[\"tls://\(host):993\"]"]).json)]"])
      #expect(Catalog.check(Data(json.utf8)).map(\.reason) == [.notAnEndpoint], "\(host)")
    }
  }
}
