// The provider of a domain, from the hosts that accept its mail.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("MX hosts") struct HostingTests {
  private static let catalog: Catalog = {
    let shared = SampleEntry.entry("shop").replacing("mx.shop.example", with: "in.plat.example").replacing(
      "\"personal\"", with: "\"business\"")
    let entries = [
      SampleEntry.entry("one"), SampleEntry.entry("plat").replacing("mx.plat.example", with: "in.plat.example"), shared,
      SampleEntry.entry("deep").replacing("mx.deep.example", with: "deep.in.plat.example"),
      SampleEntry.entry("left").replacing("mx.left.example", with: "both.example"),
      SampleEntry.entry("right").replacing("mx.right.example", with: "both.example"),
    ]
    let fronts =
      "\"mailFronts\": [{ \"suffix\": \"filter.example\", \"name\": \"Filter\" }, { \"suffix\": \"fw.example\", \"name\": \"Forward\", \"forwards\": true }],"
    return SampleEntry.load(SampleEntry.catalog(entries).replacing("\"notes\":", with: fronts + " \"notes\":", maxReplacements: 1))
  }()

  @Test("the sample is right") func sample() { #expect(Self.catalog.faultList == []) }

  @Test(
    "the longest suffix at a label boundary decides, hosts in their order",
    arguments: [
      (["mx.one.example"], "one by mx.one.example"), (["a.b.mx.one.example"], "one by a.b.mx.one.example"),
      (["xmx.one.example"], "unknown"),
      (["one.example"], "unknown"), ([], "unknown"), (["nobody.example", "mx.one.example"], "one by mx.one.example"),
      (["a.deep.in.plat.example"], "deep by a.deep.in.plat.example"), (["a.in.plat.example"], "shop by a.in.plat.example, also plat"),
      (["x.both.example"], "left or right by x.both.example"),
      (["x.filter.example", "mx.one.example"], "front Filter by x.filter.example"),
      (["x.fw.example"], "front Forward by x.fw.example, forwards"), (["mx.one.example", "x.filter.example"], "one by mx.one.example"),
      (["mx.one.example.evil.example"], "unknown"),
    ] as [([String], String)])
  func hosting(_ hosts: [String], _ expected: String) throws {
    let names = try hosts.map { try #require(HostName($0)) }
    let found =
      switch Self.catalog.hosting(names) {
      case .provider(let provider, let host, let others): "\(provider.id) by \(host)" + others.map { ", also \($0.id)" }.joined()
      case .platform(let providers, let host): providers.map(\.id).joined(separator: " or ") + " by \(host)"
      case .front(let name, let host, let forwards): "front \(name) by \(host)" + (forwards ? ", forwards" : "")
      case .unknown: "unknown"
      }
    #expect(found == expected)
  }

  @Test("a numeric address is not a host of any provider") func numbers() throws {
    #expect(Self.catalog.hosting([try #require(HostName("192.0.2.1"))]) == .unknown)
  }
}
