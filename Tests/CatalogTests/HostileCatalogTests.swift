// Files that are not a catalog or are too large are refused with a reason, in limited time, without a trap.

import FoundationEssentials
import Testing
import Vocabulary

@testable import Catalog
@testable import Documents

@Suite struct HostileCatalogTests {
  private static func check(_ text: String) -> [DocumentIssue] { Catalog.check(Data(text.utf8)) }

  /// Returns whether the only fault is "not JSON". The text is Foundation's and is not compared.
  private static func isNotJSON(_ faults: [DocumentIssue]) -> Bool {
    guard faults.count == 1, faults[0].path.isEmpty, case .notJSON = faults[0].reason else { return false }
    return true
  }

  @Test(
    "cat-not-json: what is not JSON is refused as that",
    arguments: [
      "", " ", "x", "{", "}", "{\"schema\": 1", "{\"schema\": 1}}", "{\"schema\": 1} x", "{schema: 1}", "{'schema': 1}",
      "{\"schema\": NaN}", "{\"schema\": \"\\u12\"}", "// a remark\n{}", "\0\0\0\0",
      "{\"schema\"\0: 1}", "{\"a\" 1}", "[1, 2", "{\"schema\": 1, , }", "\u{feff}", "nul",
    ]) func notJSON(_ text: String)
  {
    #expect(Self.isNotJSON(Self.check(text)), "\(Self.check(text))")
    #expect(Catalog.load(Data(text.utf8)).providers.isEmpty)
  }

  @Test(
    "JSON that is not a catalog is refused too",
    arguments: [
      "[]", "1", "\"x\"", "null", "true", "[{}]", "{}", "{\"providers\": []}", "{\"schema\": 01}",
      "{\"schema\": 1e}", "{\"schema\": \"\\q\"}", "{\"schema\": \"a\nb\"}", "{\"schema\": 1.5}", "{\"schema\": 1e999}", "{\"schema\": -1}",
    ])
  func noCatalog(_ text: String) {
    let catalog = Catalog.load(Data(text.utf8))
    #expect(!catalog.faults.isEmpty && !catalog.faults.contains(where: \.isHarmless))
    #expect(catalog.providers.isEmpty)
    #expect(catalog.faults.contains { $0.path.isEmpty || $0.path == "schema" })
  }

  @Test func `cat-not-json: truncated at any octet, it is never accepted as a catalog`() {
    let octets = Array(Sample.whole.json.utf8)
    for count in 0..<octets.count {
      let data = Data(octets.prefix(count))
      #expect(Self.isNotJSON(Catalog.check(data)), "cut at \(count)")
      #expect(Catalog.load(data).providers.isEmpty)
    }
  }

  @Test func `With one octet changed it is read or refused, without a trap`() {
    let octets = Array(Sample.whole.json.utf8)
    let values: [UInt8] = [0x00, 0x22, 0x2d, 0x2c, 0x5c, 0x5b, 0x7d, 0x39, 0xff]
    // Every second octet is enough: the sample contains each kind of value more than once.
    for position in stride(from: 0, to: octets.count, by: 2) {
      var changed = octets
      changed[position] = values[position / 2 % values.count]
      let catalog = Catalog.load(Data(changed))
      #expect(catalog.providers.count == 2 || !catalog.faults.isEmpty, "octet \(position)")
      _ = StrictJSON.faults(in: changed)
    }
  }

  @Test func `cat-not-json: a megabyte of noise is refused`() {
    var state: UInt64 = 0x1234_5678_9abc_def1
    let noise = (0..<131_072).flatMap { _ -> [UInt8] in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return withUnsafeBytes(of: state) { Array($0) }
    }
    #expect(Self.isNotJSON(Catalog.check(Data(noise))))
  }

  @Test(
    "cat-too-deep: nested lists are refused immediately", arguments: [600, 100_000, 1_000_000],
    ["{\"schema\": ", "{\"schema\": 1, \"unknown\": ", "[", ""])
  func deep(_ depth: Int, _ start: String) {
    let text = start + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    let clock = ContinuousClock()
    var faults: [DocumentIssue] = []
    let took = clock.measure { faults = Self.check(text) }
    #expect(Self.isNotJSON(faults), "\(faults.prefix(3))")
    #expect(took < .seconds(2))
  }

  @Test("cat-too-big: the limit is exact", arguments: [-1, 0, 1]) func big(_ beyond: Int) {
    let json = Array(Sample.whole.json.utf8)
    let data = Data(json + [UInt8](repeating: 0x20, count: Catalog.limit + beyond - json.count))
    let faults = Catalog.check(data)
    #expect(faults.map(\.reason) == (beyond > 0 ? [.tooBig] : []))
    #expect(Catalog.load(data).providers.count == (beyond > 0 ? 0 : 2))
  }

  @Test(
    "cat-too-big: a million mistakes are refused without being listed",
    arguments: [
      "{}", "1", "{\"id\":\"a\"}", "[]",
    ]) func many(_ entry: String)
  {
    let count = (Catalog.limit - 100) / (entry.utf8.count + 1)
    let list = String(repeating: entry + ",", count: count - 1) + entry
    let faults = Self.check("{\"schema\":1,\"checked\":\"2026-11-21\",\"providers\":[\(list)]}")
    #expect(faults.count == 1_001)
    #expect(faults.last == DocumentIssue(path: "", entry: nil, reason: .tooManyFaults))
  }

  @Test(
    "cat-bom-utf16: other encodings than plain UTF-8 are refused by the check",
    arguments: [
      "UTF-8 with a mark", "UTF-16LE", "UTF-16BE", "UTF-16LE with a mark", "UTF-16BE with a mark", "UTF-32LE",
    ]) func encodings(_ name: String)
  {
    let json = Sample.whole.json
    let units = Array(json.utf16)
    let octets: [UInt8] =
      switch name {
      case "UTF-8 with a mark": [0xef, 0xbb, 0xbf] + json.utf8
      case "UTF-16LE": units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
      case "UTF-16BE": units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
      case "UTF-16LE with a mark": [0xff, 0xfe] + units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
      case "UTF-16BE with a mark": [0xfe, 0xff] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
      default: json.unicodeScalars.flatMap { [UInt8($0.value & 0xff), UInt8($0.value >> 8 & 0xff), UInt8($0.value >> 16), 0] }
      }
    let faults = Catalog.check(Data(octets))
    let reason: DocumentIssue.Reason = name.hasSuffix("mark") ? .byteOrderMark : .notUTF8
    #expect(faults == [DocumentIssue(path: "", entry: nil, reason: reason)] || Self.isNotJSON(faults), "\(faults)")
  }

  @Test func `cat-bad-utf8: ill-formed UTF-8 and lone surrogates are refused or harmless, never a trap`() {
    for octets: [UInt8] in [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe4, 0xb8]] {
      let json = Array(Sample.firm(["name": "{\"en\": \"F#\", \"zh-Hans\": \"公\"}"]).utf8)
      let broken = json.split(separator: UInt8(ascii: "#"), maxSplits: 1).map(Array.init).joined(separator: octets)
      #expect(Catalog.load(Data(broken)).provider(id: "firm") == nil, "\(octets)")
    }
    for text in [#"\ud800"#, #"\udc00"#, #"\ud800\ud800"#] {
      #expect(Catalog.load(Data(Sample.firm(["name": Sample.text(text, "公")]).utf8)).provider(id: "firm") == nil, "\(text)")
    }
  }
}
