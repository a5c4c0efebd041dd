// A user's catalog over the bundled one: it adds entries, replaces them by id, and takes over domains.
// A faulty entry is reported and left out, and the other entries work.

import FoundationEssentials
import TestSupport
import Testing
import Vocabulary

@testable import Catalog

@Suite struct OwnCatalogTests {
  /// An entry `gmail` for a company's own servers, and no other entry.
  private static let ownGmail = Sample.whole.with([
    "providers": "[\(Sample.firm.with(["id": "\"gmail\"", "aliases": nil, "domains": "[\"firm.example\"]"]).json)]", "brands": nil,
    "mailFronts": nil,
  ]).json
  /// An entry `firm` that claims gmail.com.
  private static let takeover = Sample.whole.with([
    "providers": "[\(Sample.firm.with(["domains": "[\"firm.example\", \"gmail.com\"]"]).json)]", "brands": nil,
  ]).json

  private static func host(_ result: ProcessResult) throws -> String? { try result.json["servers"][0]["imap"][0]["host"].text }

  @Test(
    "A new provider is found by id, alias, name, domain and address, and the bundled ones still are",
    arguments: ["--catalog", "XDG_CONFIG_HOME", "HOME"])
  func adds(_ way: String) throws {
    let config = try Config()
    let name = way == "HOME" ? ".config/mail-setup/providers.json" : "xdg/mail-setup/providers.json"
    let file = try config.write(Sample.whole.json, to: name)
    let options = way == "--catalog" ? ["--catalog", file] : []
    let environment = way == "XDG_CONFIG_HOME" ? ["XDG_CONFIG_HOME": "\(config.path)/xdg"] : [:]
    for word in ["firm", "Firm Mail", "公司", "某公司邮箱", "firm.example", "you@firm.test"] {
      let result = try config.run(["guide", word, "--json"] + options, environment: environment)
      #expect(result.end == .exited(0), "\(word): \(result.complaint)")
      #expect(try Self.host(result) == "imap.firm.example", "\(word)")
    }
    #expect(try Self.host(config.run(["guide", "you@gmail.com", "--json"] + options, environment: environment)) == "imap.gmail.com")
    let guide = try config.run(["guide", "firm"] + options, environment: environment)
    #expect(guide.complaint.contains("comes from \(file)"), "\(guide.complaint)")
    #expect(try !config.run(["guide", "gmail"] + options, environment: environment).complaint.contains("not from the built-in list"))
    let all = try config.run(["providers", "--json"] + options, environment: environment)
    #expect(try all.json["providers"].list.count == Shipped.providers.count + 2)
  }

  @Test func `An entry with a bundled id replaces it, with its words and its domains`() throws {
    let config = try Config()
    let own = ["--catalog", try config.write(Self.ownGmail, to: "own.json")]
    #expect(try Self.host(config.run(["guide", "gmail", "--json"] + own)) == "imap.firm.example")
    #expect(try Self.host(config.run(["guide", "you@firm.example", "--json"] + own)) == "imap.firm.example")
    // The domains of the replaced entry are unknown now. Google Workspace is unchanged.
    #expect(try config.run(["guide", "you@gmail.com"] + own).end == .exited(64))
    #expect(try config.run(["guide", "google-workspace"] + own).end == .exited(0))
    #expect(try config.run(["providers", "--json"] + own).json["providers"].list.count == Shipped.providers.count)
  }

  @Test func `A domain that a user's entry claims belongs to that entry`() throws {
    let config = try Config()
    let own = ["--catalog", try config.write(Self.takeover, to: "own.json")]
    #expect(try Self.host(config.run(["guide", "you@gmail.com", "--json"] + own)) == "imap.firm.example")
    #expect(try Self.host(config.run(["guide", "gmail", "--json"] + own)) == "imap.gmail.com")
    #expect(try Self.host(config.run(["guide", "you@googlemail.com", "--json"] + own)) == "imap.gmail.com")
  }

  @Test func `A file on the command line takes precedence over the one in the home`() throws {
    let config = try Config()
    try config.write(
      Sample.firm(["servers": "[{\"imap\": [\"tls://home.firm.example:993\"], \"smtp\": [\"tls://home.firm.example:465\"]}]"]),
      to: ".config/mail-setup/providers.json")
    let file = try config.write(Sample.whole.json, to: "own.json")
    #expect(try Self.host(config.run(["guide", "firm", "--json"])) == "home.firm.example")
    #expect(try Self.host(config.run(["guide", "firm", "--json", "--catalog", file])) == "imap.firm.example")
    #expect(try Self.host(config.run(["guide", "firm", "--json", "--catalog=\(file)"])) == "imap.firm.example")
  }

  @Test(
    "The same in the library: excerpt and whole agree under a user's catalogs",
    arguments: ["firm", "you@firm.example", "you@gmail.com", "gmail", "you@qq.com", "other.example", "163"])
  func excerpt(_ word: String) throws {
    for json in [Sample.whole.json, Self.ownGmail, Self.takeover] {
      func directory() -> ProviderDirectory {
        ProviderDirectory(own: [ProviderDirectory.Own(Catalog.load(Data(json.utf8)), file: "own.json")])
      }
      let (fresh, whole) = (directory(), directory())
      let wanted = whole.catalog.find(word)
      guard case .exactly(let provider) = wanted else {
        #expect(fresh.find(word) == wanted)
        continue
      }
      guard case .exactly(let found) = fresh.find(word) else {
        Issue.record("\(word) is not found in an excerpt")
        continue
      }
      #expect(found.everything == provider.everything)
      #expect((fresh.file(of: provider) != nil) == found.everything.contains("imap.firm.example"))
    }
  }

  @Test("A broken entry of the file in the configuration folder is reported and skipped, and the rest works", arguments: Language.allCases)
  func broken(_ language: Language) throws {
    let config = try Config()
    let json = Sample.whole.with([
      "providers":
        "[\(Sample.firm.with(["category": "\"shop\""]).json), \(Sample.other.json), 7, \(Sample.other.with(["id": "\"third\"", "domains": "[\"third.example\"]", "color": "1"]).json)]",
      "brands": nil,
    ]).json
    try config.write(json, to: ".config/mail-setup/providers.json")
    let own = ["--lang", language.rawValue]
    let result = try config.run(["guide", "you@third.example", "--json"] + own)
    #expect(result.end == .exited(0))
    #expect(try Self.host(result) == "imap.firm.example")
    #expect(result.complaint.contains("providers[0].category (firm)"), "\(result.complaint)")
    #expect(result.complaint.contains("providers[2]"))
    #expect(result.complaint.contains(language == .english ? "Entry skipped." : "已跳过这一条"))
    // A newer program may know the key, so there is no message about it.
    #expect(!result.complaint.contains("color"))
    #expect(try config.run(["guide", "other"] + own).end == .exited(0))
    #expect(try config.run(["guide", "you@firm.example"] + own).end == .exited(64))
    #expect(try config.run(["guide", "gmail"] + own).end == .exited(0))
  }

  @Test("A broken entry is not replaced by the bundled one of its id") func brokenReplacement() throws {
    let config = try Config()
    let json = Sample.firm([
      "id": "\"gmail\"", "aliases": nil, "servers": "[{\"imap\": [\"tls://evil:993\"], \"smtp\": [\"tls://evil.example:465\"]}]",
    ])
    // The entry whose place was to be taken does not come back.
    try config.write(json, to: ".config/mail-setup/providers.json")
    let result = try config.run(["guide", "gmail", "--json"])
    #expect(result.end == .exited(64))
    #expect(result.complaint.contains("providers[0].servers[0].imap[0] (gmail)"))
    #expect(try Self.host(config.run(["guide", "yandex", "--json"])) == "imap.yandex.com")
  }

  @Test(
    "An unusable file ends the run",
    arguments: [
      "", "x", "[]", "{}", "{\"schema\": 2, \"providers\": []}",
      "{\"schema\": 1, \"checked\": \"2026-11-21\", \"providers\": [" + String(repeating: "1,", count: 2_000) + "1]}",
    ]) func unusable(_ json: String) throws
  {
    let config = try Config()
    let result = try config.run(["guide", "gmail", "--catalog", config.write(json, to: "own.json")])
    #expect(result.end == .exited(65))
    #expect(result.text == "")
    #expect(result.complaint.contains("own.json"))
    #expect(result.complaint.split(separator: "\n").count <= 4, "\(result.complaint)")
  }

  @Test func `cat-advice-hostile-text: a file's name, keys and values print nothing that a terminal could act on`() throws {
    let config = try Config()
    let json = Sample.whole.with([
      "providers":
        "[\(Sample.firm.with(["id": "\"fi\\u001brm\"", "name": Sample.text("\\u001b]52;c;x", "公"), "\\u001b[2J": "1"]).json), \(Sample.other.json)]",
      "brands": nil,
    ]).json
    let file = try config.write(json, to: "own\u{1b}[2J.json")
    for arguments in [["guide", "other", "--catalog", file], ["catalog", "check", file], ["providers", "--catalog", file]] {
      let result = try config.run(arguments)
      #expect(!(result.output + result.errors).contains(0x1b))
      #expect(!(result.output + result.errors).isEmpty)
    }
  }
}
