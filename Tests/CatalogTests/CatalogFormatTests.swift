// Keys of the catalog's format that only some entries need.

import FoundationEssentials
import Testing
import Vocabulary

@testable import Catalog
@testable import Documents

@Suite("Keys of the format") struct CatalogFormatTests {
  private func load(_ changes: [String: String?], today: String = "2026-06-01") -> Catalog {
    Catalog.load(Data(Sample.firm(changes).utf8), today: today)
  }

  private func faults(_ changes: [String: String?]) -> [DocumentIssue] { Catalog.check(Data(Sample.firm(changes).utf8)) }

  @Test(
    "A note with a date is there only on the days on which it is right",
    arguments: [
      (#""from": "2026-06-01""#, true), (#""from": "2026-06-02""#, false), (#""until": "2026-06-01""#, true),
      (#""until": "2026-05-31""#, false),
      (#""from": "2025-10-31", "until": "2026-12-31""#, true), (#""from": "2026-07-01", "until": "2026-12-31""#, false),
    ])
  func dates(_ keys: String, _ isShown: Bool) {
    let note = "[{\"on\": \"info\", \"text\": \(Sample.text("Dated.", "有日期。")), \(keys)}]"
    let catalog = load(["notes": note])
    #expect(catalog.faults == [])
    #expect(catalog.provider(id: "firm")?.notes.contains { $0.text.english == "Dated." } == isShown)
  }

  @Test("A date that is none is a fault", arguments: ["2026-13-01", "2026-1-01", "yesterday", "2026-06-32", "20260601"])
  func noDates(_ day: String) {
    let note = "[{\"on\": \"info\", \"text\": \(Sample.text("Dated.", "有日期。")), \"from\": \"\(day)\"}]"
    #expect(faults(["notes": note]).map(\.reason) == [.notADay])
  }

  @Test func `A domain in doubt may name its source`() throws {
    let catalog = load(["unconfirmedDomains": #"["maybe.example", { "domain": "perhaps.example", "source": "https://example.org/list" }]"#])
    #expect(catalog.faults == [])
    let provider = try #require(catalog.provider(id: "firm"))
    #expect(provider.unconfirmedDomains == ["maybe.example", "perhaps.example"])
    #expect(provider.sources == ["own", "https://example.org/list"])
    #expect(faults(["unconfirmedDomains": #"[{ "domain": "perhaps.example" }]"#]).map(\.reason) == [.missing])
    #expect(faults(["unconfirmedDomains": #"[{ "domain": "Perhaps", "source": "x" }]"#]).map(\.reason) == [.notADomain])
  }

  @Test(
    "The length and the alphabet of a secret are in doubt each for itself",
    arguments: [
      ("", true, true), (#", "confirmed": false"#, false, false), (#", "lengthConfirmed": false"#, false, true),
      (#", "alphabetConfirmed": false"#, true, false), (#", "confirmed": false, "lengthConfirmed": true"#, true, false),
    ])
  func marks(_ keys: String, _ length: Bool, _ alphabet: Bool) throws {
    let format = #"{"groups": [8], "alphabet": "a-z", "example": "abcdefgh"\#(keys)}"#
    let catalog = load(["secret": Sample.secret.with(["format": format]).json])
    let read = try #require(catalog.provider(id: "firm")?.secret.format)
    #expect(catalog.faults == [])
    #expect(read.isLengthConfirmed == length && read.isAlphabetConfirmed == alphabet && read.isConfirmed == (length && alphabet))
  }

  @Test func `The address of a step may be the webmail or the help page of the entry`() throws {
    func step(_ url: String) -> String { "[\(Sample.step.with(["url": "\"\(url)\"", "text": Sample.text("Make one.", "生成一个。")]).json)]" }
    #expect(load(["steps": step("{web}")]).provider(id: "firm")?.steps[0].url?.text == "https://mail.firm.example/")
    #expect(load(["steps": step("{help}")]).provider(id: "firm")?.steps[0].url?.text == "https://help.firm.example/imap")
    #expect(faults(["steps": step("{web}"), "web": nil]).map(\.reason) == [.unknownPlaceholder("{web}")])
    #expect(faults(["steps": step("{help}"), "help": nil]).map(\.reason) == [.unknownPlaceholder("{help}")])
    for url in ["{page}", "https://{web}/", "{web}/x", "http://firm.example/"] {
      #expect(faults(["steps": step(url)]).map(\.reason) == [.notAWebAddress], "\(url)")
    }
  }

  @Test func `A suffix of MX hosts is in one group only`() {
    func group(_ name: String, _ mx: String) -> String {
      "{\"imap\": [\"tls://\(name).firm.example:993\"], \"smtp\": [\"tls://\(name).firm.example:465\"], \"mx\": [\"\(mx)\"]}"
    }
    #expect(faults(["servers": "[\(group("a", "eu.firm.example")), \(group("b", "us.firm.example"))]"]) == [])
    #expect(
      faults(["servers": "[\(group("a", "eu.firm.example")), \(group("b", "eu.firm.example"))]"]).map(\.reason)
        == [.duplicateDomain("eu.firm.example", owner: "firm")])
    #expect(faults(["servers": "[\(group("a", "EU"))]"]).map(\.reason) == [.notADomain])
  }

  @Test func `The MX host is a server only where MX hosts are named`() {
    let servers = #"[{"imap": ["tls://{mx}:993"], "smtp": ["tls://{mx}:465"]}]"#
    #expect(faults(["servers": servers]) == [])
    #expect(faults(["servers": servers, "mx": nil]).map(\.reason) == [.hostNotAllowed("{mx}"), .hostNotAllowed("{mx}")])
    #expect(faults(["servers": servers, "mx": nil, "mxHint": #"["mx.firm.example"]"#]) == [])
    #expect(faults(["servers": #"[{"imap": ["tls://a.{mx}:993"], "smtp": ["tls://{mx}:465"]}]"#]).map(\.reason) == [.notAnEndpoint])
  }

  @Test func `A front may only offer a provider of the file`() {
    func front(_ id: String) -> String { "[{\"suffix\": \"front.example\", \"name\": \"Front\", \"provider\": \"\(id)\"}]" }
    #expect(Catalog.check(Data(Sample.whole.with(["mailFronts": front("firm")]).json.utf8)) == [])
    let issues = Catalog.check(Data(Sample.whole.with(["mailFronts": front("nobody")]).json.utf8))
    #expect(issues.map(\.path) == ["mailFronts[0].provider"])
    #expect(issues.map(\.reason) == [.unknownProvider("nobody")])
  }

  @Test("What is common is a list of entries for a region; one that is not there is reported, and a file needs no such list")
  func common() {
    func list(_ ids: String) -> [String: String?] { ["common": "[{\"region\": \"CN\", \"ids\": [\(ids)]}]"] }
    #expect(Catalog.check(Data(Sample.whole.with(list("\"other\", \"firm\"")).json.utf8)) == [])
    let issues = Catalog.check(Data(Sample.whole.with(list("\"other\", \"nobody\"")).json.utf8))
    #expect(issues.map(\.path) == ["common[0].ids[1]"] && issues.map(\.reason) == [.unknownProvider("nobody")])
    // The order of the list, not that of the file.
    let catalog = Catalog.load(Data(Sample.whole.with(list("\"other\", \"firm\"")).json.utf8))
    #expect(catalog.ordered(for: UserRegion(territory: "CN", isEnglish: false)).providers.map(\.id) == ["other", "firm"])
    #expect(catalog.ordered(for: UserRegion(territory: "US", isEnglish: true)).providers.map(\.id) == catalog.providers.map(\.id))
  }

  private static func rule(_ match: String, _ causes: String = "wrong_password", stage: String = "login", by: String = "imap") -> String {
    "{\"protocol\": \"\(by)\", \"stage\": \"\(stage)\", \"match\": \"\(match)\", \"causes\": [\"\(causes)\"]}"
  }

  @Test(
    "A rule that fits every refusal is reported",
    arguments: [
      ("535", "login"), ("NO", "login"), ("failed", "login"), ("550 error", "sender"), ("Authentication", "login"),
      ("535 Authentication failed", "any"), ("login failed, try again", "any"), ("...", "login"),
    ])
  func wide(_ match: String, _ stage: String) {
    #expect(faults(["replies": "[\(Self.rule(match, stage: stage))]"]).map(\.reason) == [.wideRule(match)])
  }

  @Test(
    "A rule with a word or a number of its own is not",
    arguments: [
      ("HL:REP", "greeting"), ("no=1001256", "login"), ("5.7.60", "sender"), ("550-5.4.5", "sender"), ("NO LOGIN failed", "login"),
      ("imap is disabled for user", "any"), ("授权码", "login"), ("#MBR1212", "login"),
    ])
  func telling(_ match: String, _ stage: String) { #expect(faults(["replies": "[\(Self.rule(match, stage: stage))]"]) == []) }

  @Test func `cat-reply-patterns: two rules for the same text must not contradict each other`() {
    let first = Self.rule("no such user")
    for other in [
      Self.rule("NO SUCH USER", "imap_disabled"), Self.rule("no such user", "imap_disabled", by: "any"),
      Self.rule("no such user", "imap_disabled", stage: "any"),
    ] {
      let reasons = faults(["replies": "[\(first), \(other)]"]).map(\.reason)
      #expect(reasons.count == 1 && [.contradictoryRule("NO SUCH USER"), .contradictoryRule("no such user")].contains(reasons[0]))
    }
    for other in [
      Self.rule("no such user", "imap_disabled", by: "smtp"), Self.rule("no such user", "imap_disabled", stage: "inbox"),
      Self.rule("no such user here", "imap_disabled"), first,
    ] {
      #expect(faults(["replies": "[\(first), \(other)]"]) == [], "\(other)")
    }
  }

  @Test func `A doubt about a sentence with a condition is a remark, and so are the servers of somebody else`() {
    func remarks(_ changes: [String: String?]) -> [DocumentIssue.Reason] {
      Catalog.remarks(Data(Sample.firm(changes).utf8)).map(\.reason)
    }
    let conditional = Sample.step.with(["text": Sample.text("If it is on, make one.", "开启了就生成一个。"), "confirmed": "false"])
    #expect(remarks([:]) == [])
    #expect(remarks(["steps": "[\(conditional.json)]"]) == [.doubtfulCondition])
    #expect(remarks(["steps": "[\(conditional.with(["confirmed": nil]).json)]"]) == [])
    #expect(remarks(["domains": #"["firm.example", "gmail.com", "me.com"]"#]).count == 2)
  }
}
