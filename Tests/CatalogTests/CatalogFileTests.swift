// Files that are not a catalog, are almost one, or are of a newer format.

import Catalog
import Foundation
import TestSupport
import Testing

@Suite("Catalog files") struct CatalogFileTests {
  @Test(
    "what is not JSON is reported as that (cat-not-json)",
    arguments: [
      "", " ", "x", "\u{0}", "{", "[", "{\"schema\": 1", "\"schema\"", "null", "[]", "7", "{schema: 1}", "{} {}", "// no\n{}",
      "{\"schema\": 1} x",
    ])
  func notJSON(_ text: String) {
    let catalog = SampleEntry.load(text)
    #expect(catalog.providers.isEmpty)
    #expect(catalog.faults.count == 1)
    #expect(catalog.faults.first?.path == "" || text == "{} {}", "\(catalog.faultList)")
    if case .notJSON = catalog.faults.first?.reason { return }
    Issue.record("\(catalog.faultList)")
  }

  @Test("a truncated catalog is refused (cat-not-json)") func truncated() {
    let octets = Array(SampleEntry.catalog([SampleEntry.entry("one")]).utf8)
    for count in stride(from: 0, to: octets.count, by: 1) where octets.count - count > 2 {
      let catalog = Catalog.load(Data(octets.prefix(count)))
      #expect(catalog.providers.isEmpty, "cut at \(count)")
      #expect(!catalog.faults.isEmpty, "cut at \(count)")
    }
  }

  @Test("random octets are refused (cat-not-json)", arguments: UInt64(1)...20) func random(_ seed: UInt64) {
    var state = seed
    let octets = (0..<50_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    #expect(Catalog.load(Data(octets)).faults.count == 1)
  }

  @Test("endless nesting is refused, not followed (cat-too-deep)", arguments: [600, 1_000_000], ["[", "{\"a\":"])
  func tooDeep(_ depth: Int, _ open: String) {
    let nested = String(repeating: open, count: depth)
    for text in [nested, "{\"schema\": 1, \"extra\": \(nested)"] {
      let catalog = SampleEntry.load(text)
      #expect(catalog.providers.isEmpty)
      #expect(catalog.faults.count == 1)
      #expect(Catalog.check(Data(text.utf8)).count == 1)
    }
  }

  @Test("a file of more than 4 MiB is not read (cat-too-big)", arguments: [-1, 0, 1]) func tooBig(_ more: Int) {
    let octets = Array(SampleEntry.whole.utf8)
    let padded = octets + [UInt8](repeating: 0x20, count: Catalog.limit + more - octets.count)
    let catalog = Catalog.load(Data(padded))
    #expect(catalog.providers.count == (more > 0 ? 0 : 3))
    #expect(catalog.faults.map(\.reason) == (more > 0 ? [.tooBig] : []))
  }

  @Test("an unknown format is not interpreted", arguments: ["0", "2", "\"1\"", "null", "1.5"]) func schema(_ number: String) {
    let catalog = SampleEntry.load(SampleEntry.whole.replacing("\"schema\": 1", with: "\"schema\": \(number)"))
    #expect(catalog.providers.isEmpty)
    #expect(catalog.faults.contains { $0.path == "schema" && $0.reason == .unsupportedSchema })
  }

  @Test("a list of providers that is not a list", arguments: ["{}", "7", "null", "\"one\""]) func noList(_ list: String) {
    let catalog = SampleEntry.load("{ \"schema\": 1, \"checked\": \"2026-11-21\", \"providers\": \(list) }")
    #expect(catalog.faultList == ["providers: wrongType(expected: \"list\")"])
    #expect(SampleEntry.load("{ \"schema\": 1, \"checked\": \"2026-11-21\" }").faultList == ["providers: missing"])
  }

  @Test("entries that are not objects do not affect the others", arguments: ["7", "null", "\"two\"", "[1, [2]]", "true"]) func strayEntries(
    _ entry: String
  ) {
    let catalog = SampleEntry.load(SampleEntry.catalog([SampleEntry.entry("one"), entry, SampleEntry.entry("three")]))
    #expect(catalog.faultList == ["providers[1]: wrongType(expected: \"object\")"])
    #expect(catalog.providers.map(\.id) == ["one", "three"])
  }

  @Test("unknown keys of a newer catalog are reported and do no harm (cat-unknown-keys-values, cat-server-quirk-weakens)")
  func unknownKeys() throws {
    let keys = [
      "\"tls10\": true, ", "\"fingerprint\": \"ab\", ", "\"insecure\": { \"names\": false }, ", "\"password\": \"x\", ",
      "\"update\": \"https://evil.example/\", ",
    ]
    for key in keys {
      let catalog = SampleEntry.load(try SampleEntry.spoiled("\"category\"", key + "\"category\""))
      #expect(catalog.faults.map(\.reason) == [.unknownKey])
      #expect(catalog.faults.allSatisfy { $0.isHarmless })
      #expect(catalog.faults.map(\.entry) == ["two"])
      #expect(catalog.providers.map(\.id) == ["one", "two", "three"])
    }
    let inner = SampleEntry.load(try SampleEntry.spoiled("\"on\": \"lost\"", "\"new\": 1, \"on\": \"lost\""))
    #expect(inner.faultList == ["providers[1].notes[1].new: unknownKey"])
    #expect(inner.providers.count == 3)
  }

  @Test(
    "ports that contradict the security are reported (cat-port-security-mismatch)",
    arguments: [
      ("tls://imap.two.example:993", "starttls://imap.two.example:993", "imap[0]"),
      ("tls://imap.two.example:993", "tls://imap.two.example:143", "imap[0]"),
      ("tls://smtp.two.example:465", "starttls://smtp.two.example:465", "smtp[0]"),
      ("starttls://smtp.two.example:587", "starttls://smtp.two.example:25", "smtp[1]"),
      ("tls://smtp.two.example:465", "tls://smtp.two.example:25", "smtp[0]"),
    ])
  func unusualPorts(_ old: String, _ new: String, _ place: String) throws {
    let catalog = SampleEntry.load(try SampleEntry.spoiled(old, new))
    #expect(catalog.faultList == ["providers[1].servers[0].\(place): unusualPort"])
    #expect(catalog.providers.count == 3)
  }

  @Test("a skipped entry takes no word or domain from the others") func leftOutOwnsNothing() throws {
    let broken = SampleEntry.entry("one").replacing("\"personal\"", with: "\"cosmic\"")
    let catalog = SampleEntry.load(SampleEntry.catalog([broken, SampleEntry.entry("one"), SampleEntry.entry("two")]))
    #expect(catalog.providers.map(\.id) == ["one", "two"])
    #expect(catalog.faults.map(\.path) == ["providers[0].category"])
    // An entry that is left out because another one owns its domain does not keep its domains either.
    let clash = SampleEntry.entry("two").replacing("\"sub.two.example\"", with: "\"one.example\"")
    let second = SampleEntry.load(SampleEntry.catalog([SampleEntry.entry("one"), clash, SampleEntry.entry("two")]))
    #expect(second.providers.map(\.id) == ["one", "two"])
    #expect(second.faults.map(\.path) == ["providers[1].domains[1]"])
  }

  @Test(
    "what Foundation accepts is found by the author's check (cat-trailing-comma, cat-duplicate-keys, cat-bom-utf16)",
    arguments: [
      ("\"secret\": \"medium\" }", "\"secret\": \"medium\", }", "providers[0].confidence: trailingComma"),
      ("[\"CN\"]", "[\"CN\",]", "providers[0].regions: trailingComma"),
      ("\"category\": \"personal\"", "\"category\": \"personal\", \"category\": \"isp\"", "providers[0].category: duplicateKey"),
      ("\"en\": \"Mail one\"", "\"en\": \"Mail one\", \"en\": \"Evil\"", "providers[0].name.en: duplicateKey"),
    ])
  func strict(_ old: String, _ new: String, _ fault: String) {
    let text = SampleEntry.catalog([SampleEntry.entry("one").replacing(old, with: new, maxReplacements: 1)])
    #expect(Catalog.check(Data(text.utf8)).map { "\($0.path): \($0.reason)" } == [fault])
    #expect(SampleEntry.load(text).faults == [])
    // The first of two equal keys counts, although other readers may use the second.
    #expect(SampleEntry.load(text).providers.first?.name.english == "Mail one")
  }

  @Test("a byte order mark and other encodings are found by the check (cat-bom-utf16)") func byteOrderMark() {
    #expect(Catalog.check(Data([0xef, 0xbb, 0xbf] + Array(SampleEntry.whole.utf8))).map(\.reason) == [.byteOrderMark])
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in SampleEntry.whole.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
    #expect(!Catalog.check(Data(wide)).isEmpty)
  }

  @Test("a good file passes the check") func good() { #expect(Catalog.check(Data(SampleEntry.whole.utf8)) == []) }

  @Test("texts of ten thousand characters are kept completely") func longTexts() throws {
    let long = String(repeating: "long ", count: 2_000) + "end."
    let catalog = SampleEntry.load(try SampleEntry.spoiled("Turn two-factor on.", long))
    #expect(catalog.faults == [])
    #expect(catalog.provider(id: "two")?.steps.first?.text.english == long)
  }
}
