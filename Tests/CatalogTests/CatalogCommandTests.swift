// `setup catalog check FILE`, from the view of an author of catalogs.

import FoundationEssentials
import Sentences
import TestSupport
import Testing
import Vocabulary

@testable import Catalog

@Suite struct CatalogCommandTests {
  /// Returns the summary of a correct file in this language.
  private static func count(_ language: Language) -> String {
    switch language {
    case .english: "2 providers, no problems found."
    case .simplifiedChinese: "2 个服务商，没有发现问题。"
    }
  }

  @Test("A good file is confirmed", arguments: Language.allCases) func good(_ language: Language) throws {
    let config = try Config()
    let file = try config.write(Sample.whole.json, to: "firm.json")
    let result = try config.run(["catalog", "check", file, "--lang", language.rawValue])
    #expect(result.end == .exited(0))
    #expect(result.text.contains(Self.count(language)))
    #expect(result.complaint == "")
  }

  /// One fault of each kind of place (an entry, a family, the file), with text that must be made safe.
  private static let broken = Sample.whole.with([
    "providers":
      "[\(Sample.firm.with(["category": "\"shop\\u001b[2J\"", "fingerprint": "\"aa\""]).json), \(Sample.other.with(["domains": "[\"*.com\"]"]).json)]",
    "families": "{\"house\": \(Sample.house.with(["sevrers": "[]"]).json)}", "brands": nil, "update": "\"https://evil.example\"",
  ]).json

  @Test("Every issue is listed with its path, its entry and its reason", arguments: Language.allCases) func faults(_ language: Language)
    throws
  {
    let config = try Config()
    let file = try config.write(Self.broken, to: "firm.json")
    let result = try config.run(["catalog", "check", file, "--lang", language.rawValue])
    #expect(result.end == .exited(65))
    let lines = result.text.split(separator: "\n").map(String.init)
    let faults = Catalog.check(Data(Self.broken.utf8))
    #expect(lines.count == faults.count && faults.count >= 5)
    for (path, entry, english, chinese) in [
      ("update", "", "is not a known key", "不是支持的键"),
      ("families.house.sevrers", "", "is not a known key", "不是支持的键"),
      ("providers[0].category", " (firm)", "contains a control or formatting character", "含有控制字符或不可见的格式字符"),
      ("providers[0].fingerprint", " (firm)", "is not a known key", "不是支持的键"),
      ("providers[1].domains[0]", " (other)", "is not a lowercase ASCII domain", "不是有效的域名（小写 ASCII"),
    ] {
      let reason = language == .english ? english : chinese
      #expect(lines.contains { $0.hasPrefix("\(path)\(entry): \(reason)") }, "\(path): \(result.text)")
    }
    #expect(!result.output.contains(0x1b))
    #expect(result.complaint == "")
  }

  @Test func `The issues are a JSON document too`() throws {
    let config = try Config()
    let file = try config.write(Self.broken, to: "firm.json")
    let result = try config.run(["catalog", "check", file, "--json"])
    #expect(result.end == .exited(65))
    let document = try result.json
    #expect(document["schema"].number == 1)
    let faults = Catalog.check(Data(Self.broken.utf8))
    #expect(document["faults"].list.map { $0["path"].text } == faults.map { $0.path })
    #expect(document["faults"].list.map { $0["entry"].text } == faults.map { $0.entry })
    #expect(document["faults"].list.map { $0["reason"].text } == faults.map { CatalogSentence.text($0.reason).english })
    let good = try config.run(["catalog", "check", config.write(Sample.whole.json, to: "good.json"), "--json"])
    #expect(good.end == .exited(0))
    #expect(try good.json["faults"].list.isEmpty)
  }

  @Test func `cat-valid: the shipped file is good`() throws {
    let config = try Config()
    let file = try config.write(String(decoding: Shipped.data, as: UTF8.self), to: "providers.json")
    let result = try config.run(["catalog", "check", file])
    #expect(result.end == .exited(0), "\(result.text)")
    #expect(result.text.contains("\(Shipped.providers.count) providers"))
  }

  /// cat-not-json, cat-override-file: files that cannot be read.
  @Test(
    "Anything but JSON, or but a file, is refused with its reason",
    arguments: [
      ("empty.json", "", Int32(65), "is not JSON"), ("text.json", "x", 65, "is not JSON"),
      ("cut.json", "{\"schema\": 1, \"prov", 65, "is not JSON"),
      ("old.json", "{\"schema\": 2, \"providers\": []}", 65, "schema"),
    ]) func noCatalog(_ name: String, _ text: String, _ status: Int32, _ said: String) throws
  {
    let config = try Config()
    let result = try config.run(["catalog", "check", config.write(text, to: name)])
    #expect(result.end == .exited(status))
    #expect(result.text.contains(said), "\(result.text)")
  }

  @Test(
    "Usage errors",
    arguments: [
      (["catalog"], "catalog check"), (["catalog", "check"], "catalog check"), (["catalog", "chekc", "x"], "chekc"),
      (["catalog", "check", "a", "b"], "b"),
    ]) func usage(_ arguments: [String], _ said: String) throws
  {
    let result = try Config().run(arguments)
    #expect(result.end == .exited(64))
    #expect(result.text == "")
    #expect(result.complaint.contains(said))
  }
}
