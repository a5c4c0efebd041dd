// `setup help json` lists the keys of every document; here the list is compared with the documents.

import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Output

@Suite("The JSON reference", .waiting) struct JSONReferenceTests {
  /// The differences between documents and list, and the keys that occurred.
  private struct Comparison {
    var differences: Set<String> = []
    var seen: Set<String> = []

    mutating func walk(_ value: ProcessJSON, _ kind: JSONObjectKind, _ place: String) {
      guard !value.isNull else { return }
      let known = Dictionary(uniqueKeysWithValues: kind.keys.map { ($0.name, $0) })
      for name in value.keys where known[name] == nil { differences.insert("\(place): \(kind) does not list \(name)") }
      for key in kind.keys {
        guard value.keys.contains(key.name) else {
          if key.only == nil { differences.insert("\(place): no \(key.name) in \(kind)") }
          continue
        }
        seen.insert("\(kind).\(key.name)")
        switch key.content {
        case .value: continue
        case .object(let kind): walk(value[key.name], kind, "\(place).\(key.name)")
        case .list(let kind): for element in value[key.name].list { walk(element, kind, "\(place).\(key.name)[]") }
        }
      }
    }
  }

  private static let msmtprc = """
    account work
    host smtp.example.org
    port 465
    tls on
    tls_starttls off
    auth on
    user anna@example.org
    from anna@example.org
    """

  @Test("every key of every document is in the list, and every key of the list is in a document") func keys() throws {
    let (home, host, files) = (try Home(), try MailHost(), try ProcessFolder())
    try home.save([
      try host.account("work", secret: host.command(MailHost.secret)),
      try host.account("old", secret: nil).checked(.refused, .wrongPassword),
    ])
    let catalog = try files.write(Self.catalog.utf8, to: "catalog.json", mode: 0o600)
    let broken = try files.write("{\"schema\": 1, \"providers\": []}".utf8, to: "broken.json")
    let msmtprc = try files.write(Self.msmtprc.utf8, to: "msmtprc", mode: 0o600)
    let demo = ["--provider", "demo", "--email", "demo@demo.invalid", "--secret-from", "stdin"]
    let account = ["--email", "anna@example.org", "--secret-from", "stdin"] + host.arguments
    let calls: [(words: [String], input: String, kind: JSONObjectKind)] = [
      (demo, "abcd-efgh-ijkl-mnop", .result), (demo, "my-web-password", .result), (["--provider", "gmail"], "", .result),
      (["--email", "anna@example.org", "--secret-from", "stdin", "--imap", "localhost:1", "--smtp", "localhost:2"], "x", .result),
      (["--email", "demo@demo.invalid", "--provider", "outlook"], "", .result),
      // Nobody answers for this domain.
      (["--email", "anna@setup.invalid", "--secret-from", "stdin"], "", .result),
      (["guide", "gmail"], "", .guide), (["guide", "163"], "", .guide), (["guide", "me@yandex.ru"], "", .guide),
      (["providers", "网易"], "", .providers), (["probe", "demo"], "", .probe), (["probe", "--all", "--catalog", catalog], "", .probe),
      (["accounts"], "", .accounts), (["check", "--ca-file", host.caFile], "", .accounts),
      (["send-test", "--yes"] + account, MailHost.secret, .result), (["import", "msmtp", msmtprc], "", .imported),
      (["catalog", "check", broken], "", .checkedCatalog),
    ]
    var comparison = Comparison()
    for call in calls {
      let result = try home.run(call.words + ["--json"]) { $0.input = .text(call.input) }
      comparison.walk(try result.json, call.kind, "setup " + call.words.prefix(2).joined(separator: " "))
    }
    #expect(comparison.differences == [])
    // No message arrives at servers that store none; the tests of the test message show those keys with real servers.
    // Here is also no certificate at fault, no provider with further servers, and no second port of a service.
    let elsewhere: Set<JSONObjectKind> = [.arrival, .authentication, .fault, .servers, .unreached]
    let listed = JSONObjectKind.allCases.filter { !elsewhere.contains($0) }.flatMap { kind in kind.keys.map { "\(kind).\($0.name)" } }
    #expect(Set(listed).subtracting(comparison.seen) == [])
  }

  /// A provider whose servers do not exist.
  private static let catalog = """
    {
      "schema": 1, "checked": "2026-11-21", "notes": {}, "families": {},
      "providers": [{
        "id": "nowhere", "name": { "en": "Nowhere Mail", "zh-Hans": "无处邮箱" }, "aliases": [], "category": "personal",
        "regions": ["worldwide"], "domains": ["nowhere.invalid"],
        "servers": [{ "imap": ["tls://imap.nowhere.invalid:993"], "smtp": ["tls://smtp.nowhere.invalid:465"] }],
        "secret": { "kind": "account-password", "term": { "en": "password", "zh-Hans": "密码" }, "accountPassword": "accepted" },
        "steps": [{ "part": "obtain", "text": { "en": "Take your password.", "zh-Hans": "使用你的密码。" } }],
        "notes": [], "sources": ["https://nowhere.invalid/"], "confidence": { "servers": "high", "secret": "high" }
      }]
    }
    """

  @Test("the help prints each of them, in both languages", arguments: Language.allCases) func help(_ language: Language) throws {
    let text = try Home().run(["help", "json", "--lang", language == .english ? "en" : "zh-Hans"]).text
    for kind in JSONObjectKind.allCases {
      #expect(text.contains(kind.heading[language].split(separator: "(")[0]), "\(kind)")
      for key in kind.keys { #expect(text.contains("  \(key.name) "), "\(kind).\(key.name)") }
    }
  }
}
