// Tests of `setup catalog check FILE`, `--catalog FILE` and the catalog in the configuration directory.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("a user's own catalogs", .waiting)
struct OwnCatalogTests {
  private let folder: ProcessFolder

  init() throws { folder = try ProcessFolder() }

  /// Returns a catalog with one provider that has these servers.
  private static func catalog(
    id: String = "example-mail", servers: String = "tls://imap.example.org:993", imapHost: String? = nil, name: String = "Example Mail"
  ) -> String {
    """
    { "schema": 1, "checked": "2026-11-21", "providers": [ {
      "id": "\(id)", "name": { "en": "\(name)", "zh-Hans": "示例邮箱" }, "aliases": [], "category": "personal", "regions": ["worldwide"],
      "domains": ["example.org"], "servers": [ { "imap": ["\(servers)"], "smtp": ["tls://smtp.example.org:465"] } ],
      "secret": { "kind": "app-password", "term": { "en": "app password", "zh-Hans": "应用密码" }, "accountPassword": "refused" },
      "twoFactor": "optional", "steps": [ { "part": "obtain", "text": { "en": "Make one.", "zh-Hans": "生成一个。" }, "menu": ["Settings"] } ],
      "notes": [], "sources": ["https://example.org/help"], "confidence": { "servers": "high", "secret": "high" } } ] }
    """
  }

  private func write(_ text: String, mode: mode_t = 0o600) throws -> String { try folder.write(text.utf8, to: "catalog.json", mode: mode) }

  @Test("a good file is confirmed, with the number of its providers", arguments: Language.allCases)
  func good(in language: Language) throws {
    let result = try Tool.run(["catalog", "check", try write(Self.catalog())] + language.option)
    #expect(result.end == .exited(0))
    #expect(result.errors == [])
    #expect(result.text.contains(language == .english ? "1 provider, no problems found" : "1 个服务商，没有发现问题"))
  }

  typealias Faulty = Row<String, [String]>

  @Test(
    "a bad file ends with 65 and each issue is listed with its place",
    arguments: [
      Faulty("no JSON", "{", ["not JSON"]), Faulty("empty", "", ["not JSON"]),
      Faulty("schema", "{\"schema\": 2}", ["schema", "must be 1"]),
      Faulty("clear text", catalog(servers: "imap://imap.example.org:143"), ["providers[0].servers[0].imap[0]", "tls://HOST:PORT"]),
      Faulty("path traversal", catalog(id: "../x"), ["providers[0].id", "lowercase letters"]),
      Faulty("control character", catalog(name: "Evil\\u001b[31m"), ["providers[0].name.en", "control"]),
    ])
  func bad(_ row: Faulty) throws {
    let path = try write(row.given)
    let result = try Tool.run(["catalog", "check", path])
    #expect(result.end == .exited(65))
    for word in row.wanted { #expect(result.text.contains(word)) }
    #expect(!PtyText.holdsControls(result.output))
    let json = try Tool.run(["catalog", "check", path, "--json"]).json
    #expect(!json["faults"].list.isEmpty)
    #expect(json["faults"].list.allSatisfy { $0["reason"].text?.isEmpty == false })
  }

  @Test("anything but a file", arguments: ["/nonexistent", "/tmp", "/dev/null", "/dev/zero"])
  func noFile(_ path: String) throws {
    for call in [["catalog", "check", path], ["guide", "demo", "--catalog", path], ["--provider", "demo", "--catalog", path]] {
      let result = try Tool.run(call)
      // The demo needs no catalog, so its guide does not read one.
      #expect(result.end == .exited(66))
      #expect(result.complaint.contains(path))
      #expect(result.output == [])
    }
  }

  @Test(
    "the calls of `catalog`", arguments: [["catalog"], ["catalog", "check"], ["catalog", "chekc", "x"], ["catalog", "check", "x", "y"]])
  func calls(_ call: [String]) throws {
    #expect(try Tool.run(call).end == .exited(64))
  }

  @Test("--catalog adds providers, and reports that they are not built in", arguments: Language.allCases)
  func adds(in language: Language) throws {
    let path = try write(Self.catalog())
    let guide = try Tool.run(["guide", "me@example.org", "--catalog", path] + language.option)
    #expect(guide.end == .exited(0))
    #expect(guide.text.contains("imap.example.org"))
    #expect((guide.text + guide.complaint).contains(path))
    #expect(try Tool.run(["guide", "yandex", "--catalog", path]).end == .exited(0))
    #expect(try Tool.run(["providers", "example-mail", "--catalog", path]).text.hasPrefix("example-mail"))
    #expect(try Tool.run(["guide", "example-mail"]).end == .exited(64))
  }

  @Test("only the file in the configuration directory is read")
  func configuration() throws {
    let directory = "\(folder.path)/mail-setup"
    #expect(mkdir(directory, 0o700) == 0)
    defer {
      unlink("\(directory)/providers.json")
      rmdir(directory)
    }
    #expect(rename(try write(Self.catalog()), "\(directory)/providers.json") == 0)
    let found = try Tool.run(["guide", "example-mail"], environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(found.end == .exited(0))
    #expect(try Tool.run(["guide", "example-mail"], environment: ["XDG_CONFIG_HOME": "mail-setup"]).end == .exited(64))
    #expect(try Tool.run(["guide", "example-mail"], environment: ["HOME": folder.path]).end == .exited(64))
  }

  @Test(
    "a broken entry of the file in the configuration folder is reported and skipped; the rest works. A file that is named has to be good")
  func leavesOut() throws {
    let path = try write(Self.catalog(servers: "imap://imap.example.org:143"))
    #expect(try Tool.run(["guide", "yandex", "--catalog", path]).end == .exited(65))
    let directory = "\(folder.path)/mail-setup"
    #expect(mkdir(directory, 0o700) == 0 && rename(path, "\(directory)/providers.json") == 0)
    let result = try Tool.run(["guide", "yandex"], environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(result.end == .exited(0))
    #expect(result.complaint.contains("Entry skipped."))
    #expect(try Tool.run(["guide", "example-mail"], environment: ["XDG_CONFIG_HOME": folder.path]).end == .exited(64))
  }
}
