// What entries share: families, notes, and placeholders for the words of each entry.

import Catalog
import Documents
import TestSupport
import Testing
import Vocabulary

@Suite("Families, notes and placeholders") struct FamilyTests {
  private static func catalog(_ change: (inout String) -> Void) -> Catalog {
    var entry = SampleEntry.entry("one").replacing("\"category\"", with: "\"family\": \"kin\", \"category\"")
    change(&entry)
    return SampleEntry.load(SampleEntry.catalog([entry, SampleEntry.entry("two")]))
  }

  @Test("an entry's own keys take precedence over its family's") func ownFirst() throws {
    let provider = try #require(Self.catalog { _ in }.provider(id: "one"))
    #expect(provider.category == .personal)
    #expect(provider.regions == ["CN"])
    #expect(provider.twoFactor == .required)
  }

  @Test("missing keys are inherited from the family, key by key") func inherited() throws {
    let catalog = Self.catalog { entry in
      entry = entry.replacing("\"category\": \"personal\",", with: "").replacing("\"twoFactor\": \"required\",", with: "")
    }
    #expect(catalog.faults == [])
    let provider = try #require(catalog.provider(id: "one"))
    #expect(provider.category == .business)
    #expect(provider.twoFactor == .optional)
    #expect(provider.regions == ["CN"])
    // An entry outside the family inherits nothing.
    #expect(catalog.provider(id: "two")?.category == .personal)
  }

  @Test("a key is inherited completely: values inside one key are not merged") func whole() throws {
    let own = Self.catalog { entry in
      entry = entry.replacing(
        "\"imap\": [\"address\", \"local-part\"], \"smtp\": [\"address\"]", with: "\"imap\": [\"address\"], \"smtp\": [\"address\"]")
    }
    #expect(try #require(own.provider(id: "one")).username.smtp == [.address])
    // If an entry has half of a key, it does not inherit the other half from its family.
    let half = Self.catalog { entry in entry = entry.replacing(", \"smtp\": [\"address\"], \"note\"", with: ", \"note\"") }
    #expect(half.faultList == ["providers[0].username.smtp: missing"])
  }

  @Test("a null is a value of its own, not a gap for the family to fill") func null() {
    let catalog = Self.catalog { $0 = $0.replacing("\"category\": \"personal\"", with: "\"category\": null") }
    #expect(catalog.faultList == ["providers[0].category: wrongType(expected: \"string\")"])
  }

  @Test("an invalid family is reported with its own path and affects only its members") func brokenFamily() {
    let text = SampleEntry.catalog(
      [SampleEntry.entry("one").replacing("\"category\": \"personal\",", with: "\"family\": \"kin\","), SampleEntry.entry("two")],
      families: "{ \"kin\": { \"category\": \"cosmic\" }, \"unused\": 7 }")
    let catalog = SampleEntry.load(text)
    #expect(catalog.providers.map(\.id) == ["two"])
    #expect(catalog.faults.map(\.path) == ["families.unused", "families.kin.category"])
    #expect(catalog.faults.map(\.entry) == [nil, "one"])
  }

  @Test("placeholders insert the provider's terms in each language") func placeholders() throws {
    let provider = try #require(SampleEntry.load(SampleEntry.whole).provider(id: "one"))
    #expect(provider.steps[2].text == Text("Copy the app password.", "复制应用密码。"))
    #expect(provider.steps[1].text == Text("Open web.one.example.", "打开 web.one.example。"))
    #expect(provider.notes.map(\.text) == [Text("Keep the app password.", "保存应用密码。"), Text("Make a new app password.", "重新生成应用密码。")])
    #expect(provider.notes.map(\.kind) == [.save, .lost])
    #expect(provider.username.note == Text("One of Mail one.", "邮箱one 的一种。"))
    #expect(provider.secret.endedBy == Text("The app password ends.", "应用密码失效。"))
  }

  @Test("a term that is itself a placeholder is not filled again") func notTwice() throws {
    let text = SampleEntry.catalog([SampleEntry.entry("one").replacing("\"en\": \"app password\"", with: "\"en\": \"app {name} password\"")]
    )
    let catalog = SampleEntry.load(text)
    // The term keeps the placeholder as text, and the texts that use the term do not fill it.
    #expect(catalog.provider(id: "one")?.steps[2].text.english == "Copy the app {name} password.")
  }

  @Test("a placeholder without a value in this entry is an issue") func withoutValue() {
    let catalog = SampleEntry.load(
      SampleEntry.catalog([
        SampleEntry.entry("one").replacing("\"web\": \"https://web.one.example/\",", with: ""), SampleEntry.entry("two"),
      ]))
    #expect(catalog.faults.first?.path == "providers[0].steps[1].text")
    #expect(catalog.faults.first?.reason == .unknownPlaceholder("{web}"))
    #expect(catalog.providers.map(\.id) == ["two"])
  }

  @Test(
    "an invalid note of the library is reported, and the entries that use it are skipped",
    arguments: [
      ("7", "notes.shared", DocumentIssue.Reason.wrongType(expected: "object")),
      ("{ \"on\": \"save\", \"text\": { \"en\": \"x\" } }", "notes.shared.text", .missingLanguage("zh-Hans")),
      (
        "{ \"on\": \"sing\", \"text\": { \"en\": \"x\", \"zh-Hans\": \"字\" } }", "notes.shared.on",
        .unknownValue("sing", allowed: Note.Kind.allCases.map(\.rawValue))
      ),
    ])
  func brokenNote(_ note: String, _ path: String, _ reason: DocumentIssue.Reason) {
    let lonely = SampleEntry.entry("two").replacing("[\"shared\", ", with: "[")
    let catalog = SampleEntry.load(SampleEntry.catalog([SampleEntry.entry("one"), lonely], notes: "{ \"shared\": \(note) }"))
    #expect(catalog.faults.first == DocumentIssue(path: path, entry: nil, reason: reason))
    #expect(catalog.providers.map(\.id) == ["two"])
  }

  @Test("every key of the sample arrives where it belongs") func everyKey() throws {
    let provider = try #require(SampleEntry.load(SampleEntry.whole).provider(id: "one"))
    #expect(provider.name == Text("Mail one", "邮箱one"))
    #expect(provider.aliases == ["one-alias", "one邮"])
    #expect(provider.domainSuffixes == ["users.one.example"])
    #expect(provider.mx == ["mx.one.example"])
    #expect(provider.web?.text == "https://web.one.example/")
    #expect(provider.servers.first?.smtp.map(\.port) == [465, 587])
    #expect(provider.servers.first?.smtp.map(\.security) == [.tls, .startTLS])
    #expect(provider.username.imap == [.address, .localPart])
    #expect(provider.secret.kind == .appPassword)
    #expect(provider.secret.localTerm == "пароль")
    #expect(provider.secret.format?.groups == [4, 4])
    #expect(provider.secret.format?.separator == "-")
    #expect(provider.secret.format?.example == "abcd-efgh")
    #expect(provider.secret.format?.isConfirmed == false)
    #expect(provider.secret.decoration == .spaces)
    #expect(provider.secret.isShownOnce == true)
    #expect(provider.secret.accountPassword == .refused)
    #expect(provider.steps.map(\.part) == [.prepare, .enable, .obtain])
    #expect(provider.steps[1].menu == ["Menu", "IMAP"])
    #expect(provider.steps[1].menuIn == ["ru": ["Меню"]])
    #expect(provider.steps.map(\.isConfirmed) == [true, false, true])
    #expect(provider.steps[2].url?.text == "https://one.example/app")
    #expect(provider.steps[2].solves == [.appPasswordRequired, .wrongPassword])
    #expect(provider.session.id == [.afterLogin])
    #expect(provider.session.saslIRBroken)
    #expect(provider.session.retryWithLogin)
    #expect(provider.session.charset == .gb18030)
    #expect(provider.replies.map(\.mailProtocol) == [.imap])
    #expect(provider.replies.map(\.moment) == [.login])
    #expect(provider.replies.map(\.match) == ["so no"])
    #expect(provider.replies.map(\.causes) == [[.imapDisabled, .wrongPassword]])
    #expect(provider.help.map(\.text) == ["https://help.one.example/"])
    #expect(provider.confidence == (.high, .medium))
    #expect(provider.checked == "2026-11-21")
  }
}
