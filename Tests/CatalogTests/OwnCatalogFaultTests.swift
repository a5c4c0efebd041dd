// A user's catalog with a fault, and one that takes over addresses of others.

import FoundationEssentials
import TestSupport
import Testing
import Vocabulary

@testable import Catalog

@Suite("Faults of a user's catalog") struct OwnCatalogFaultTests {
  private static func catalog(_ changes: [String: String?]) -> String {
    Sample.whole.with(["providers": "[\(Sample.firm.with(changes).json), \(Sample.other.json)]", "brands": nil]).json
  }

  private static func servers(_ host: String) -> String { "[\(Sample.servers.with(["imap": "[\"tls://\(host):993\"]"]).json)]" }

  @Test(
    "fault-own-catalog-fault-falls-back: nothing is sent while the file that was named has a faulty entry",
    arguments: [
      ["id": "\"163\"", "domains": "[\"163.com\"]", "servers": servers("127.0.0.1")],
      ["id": "\"163\"", "domains": "[\"163.com\"]", "category": "\"shop\""], ["id": "\"163\"", "domains": "[\"163.com\"]", "secret": nil],
      ["id": "\"163\"", "domains": "[\"*.com\"]"],
    ] as [[String: String?]])
  func named(_ changes: [String: String?]) throws {
    let config = try Config()
    let file = try config.write(Self.catalog(changes), to: "own.json")
    let result = try config.run([
      "--catalog", file, "--provider", "163", "--email", "me@163.com", "--secret-from", "env:NOTHING", "--quiet", "--lang", "en",
    ])
    #expect(result.end == .exited(65), "\(result.complaint)")
    #expect(result.complaint.contains("providers[0]") && result.complaint.contains("163"), "\(result.complaint)")
    #expect(!result.complaint.contains("imap.163.com") && result.text == "")
  }

  @Test("fault-own-catalog-fault-falls-back: the bundled entry does not take the place of a faulty one in the configuration folder")
  func configured() throws {
    for id in ["163", "gmail", "icloud"] {
      let config = try Config()
      try config.write(Self.catalog(["id": "\"\(id)\"", "servers": Self.servers("localhost")]), to: ".config/mail-setup/providers.json")
      let result = try config.run(["guide", id, "--lang", "en"])
      #expect(result.end == .exited(64), "\(id): \(result.text)")
      #expect(result.complaint.contains("Entry skipped"))
      // The other entries can be used.
      #expect(try config.run(["guide", "other"]).end == .exited(0))
    }
  }

  @Test(
    "fault-own-catalog-loopback-refused: a host that is not allowed is told so, not called a wrong form",
    arguments: ["127.0.0.1", "localhost", "192.0.2.1", "mail.{domain}", "IMAP.firm.example"], Language.allCases)
  func loopback(_ host: String, _ language: Language) throws {
    let config = try Config()
    let file = try config.write(Self.catalog(["servers": Self.servers(host)]), to: "own.json")
    let result = try config.run(["catalog", "check", file, "--lang", language.rawValue])
    #expect(result.end == .exited(65))
    #expect(result.text.contains(host) && result.text.contains("bridge") && !result.text.contains("tls://"), "\(result.text)")
    // With a program of its own on this computer a provider may use 127.0.0.1.
    guard host == "127.0.0.1" else { return }
    let bridge = try config.write(
      Self.catalog([
        "servers": "[{\"imap\": [\"starttls://127.0.0.1:1143\"], \"smtp\": [\"starttls://127.0.0.1:1025\"]}]", "status": "\"bridge\"",
        "statusNote": Sample.text("Why.", "原因。"),
      ]), to: "bridge.json")
    #expect(try config.run(["catalog", "check", bridge]).end == .exited(0))
  }

  @Test(
    "fault-catalog-check-passes-takeover: servers for addresses of a bundled provider are a warning",
    arguments: [
      (["domains": "[\"gmail.com\"]"], "Gmail", 1), (["domains": "[\"firm.example\", \"me.com\", \"163.com\"]"], "iCloud", 2),
      (["id": "\"qq\""], "QQ", 1), (["domains": "[\"firm.example\"]"], "", 0),
    ] as [([String: String?], String, Int)])
  func takeover(_ changes: [String: String?], _ owner: String, _ count: Int) throws {
    let config = try Config()
    let file = try config.write(Self.catalog(changes), to: "own.json")
    let result = try config.run(["catalog", "check", file, "--lang", "en"])
    #expect(result.end == .exited(0))
    #expect(result.text.contains("no problems found"))
    #expect(
      (owner.isEmpty || result.complaint.contains(owner)) && result.complaint.split(separator: "\n").count == count, "\(result.complaint)")
    let json = try config.run(["catalog", "check", file, "--json"]).json
    #expect(json["faults"].list.isEmpty && json["warnings"].list.count == count)
  }

  @Test("The bundled file takes nothing over from itself") func bundled() throws {
    #expect(Catalog.remarks(Shipped.data) == [])
  }
}
