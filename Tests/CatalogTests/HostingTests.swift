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
      "\"mailFronts\": [{ \"suffix\": \"filter.example\", \"name\": \"Filter\" }, { \"suffix\": \"fw.example\", \"name\": \"Forward\", \"forwards\": true }, { \"suffix\": \"boxes.example\", \"name\": \"Boxes\", \"forwards\": true, \"provider\": \"one\" }],"
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
      (["x.fw.example"], "front Forward by x.fw.example, forwards"),
      (["x.boxes.example"], "front Boxes by x.boxes.example, forwards, offers one"),
      (["mx.one.example", "x.filter.example"], "one by mx.one.example"),
      (["mx.one.example.evil.example"], "unknown"),
    ] as [([String], String)])
  func hosting(_ hosts: [String], _ expected: String) throws {
    let names = try hosts.map { try #require(HostName($0)) }
    let found =
      switch Self.catalog.hosting(names) {
      case .provider(let provider, let host, let others): "\(provider.id) by \(host)" + others.map { ", also \($0.id)" }.joined()
      case .divided(let providers, let hosts): "\(providers.map(\.id)) by \(hosts)"
      case .platform(let providers, let host): providers.map(\.id).joined(separator: " or ") + " by \(host)"
      case .front(let name, let host, let forwards, let own):
        "front \(name) by \(host)" + (forwards ? ", forwards" : "") + (own.map { ", offers \($0.id)" } ?? "")
      case .unknown: "unknown"
      }
    #expect(found == expected)
  }

  @Test("a numeric address is not a host of any provider") func numbers() throws {
    #expect(Self.catalog.hosting([try #require(HostName("192.0.2.1"))]) == .unknown)
  }

  @Test(
    "fault-mx-names-region: the group that the MX host proves goes first, the others stay behind it",
    arguments: [
      // The smallest input of the report, and further regions and providers.
      ("mx1.sg.aliyun.com", "aliyun-enterprise", "imap.sg.aliyun.com"),
      ("mx1.qiye.aliyun.com", "aliyun-enterprise", "imap.qiye.aliyun.com"),
      ("mxn.mxhichina.com", "aliyun-enterprise", "imap.qiye.aliyun.com"), ("mx.zoho.eu", "zoho-workplace", "imappro.zoho.eu"),
      ("mx2.zoho.in", "zoho-workplace", "imappro.zoho.in"), ("mx.zoho.com.au", "zoho-workplace", "imappro.zoho.com.au"),
      ("mx.zoho.jp", "zoho-workplace", "imap.zoho.jp"), ("mx.zohocloud.ca", "zoho-workplace", "imap.zohocloud.ca"),
      ("hzmx01.mxmail.netease.com", "netease-enterprise", "imaphz.qiye.163.com"),
      ("mx.ym.163.com", "netease-enterprise", "imap.ym.163.com"),
      ("mx.firm.example.cust.b.hostedemail.com", "hover", "mail.b.hostedemail.com"), ("mx.hostedemail.com", "hover", "mail.hover.com"),
      ("cloudus.xion.oxcs.net", "ox-cloud", "imap.us.appsuite.cloud"), ("cloudeu.xion.oxcs.net", "ox-cloud", "imap.eu.appsuite.cloud"),
    ])
  func region(_ host: String, _ id: String, _ imap: String) throws {
    guard case .provider(let provider, _, _) = Bundled.catalog.hosting([try #require(HostName(host))]) else {
      Issue.record("\(host) proves no provider")
      return
    }
    #expect(provider.id == id)
    let address = try MailAddress("me@own.example")
    #expect(provider.groups(for: address).first?.imap.first?.host.text == imap)
    let whole = try #require(Bundled.catalog.provider(id: id))
    #expect(Set(provider.servers.map(\.imap[0].host)) == Set(whole.servers.map(\.imap[0].host)))
  }

  @Test("of MX hosts of two regions the first one decides") func tworegions() throws {
    for (first, second, imap) in [("mx.zoho.eu", "mx.zoho.com", "imappro.zoho.eu"), ("mx.zoho.com", "mx.zoho.eu", "imappro.zoho.com")] {
      let hosts = try [first, second].map { try #require(HostName($0)) }
      guard case .provider(let provider, _, _) = Bundled.catalog.hosting(hosts) else {
        Issue.record("\(first)")
        continue
      }
      #expect(provider.groups(for: nil).first?.imap.first?.host.text == imap)
    }
  }

  @Test(
    "of hosts of equal preference those that keep mail decide, in whatever order they come; several providers are told apart",
    arguments: [
      ([["mx.one.example", "mx.two.example"], ["mx.deep.example"]], "one by mx.one.example"),
      ([["nobody.example"], ["x.filter.example", "mx.one.example"]], "one by mx.one.example"),
      ([["x.filter.example"], ["mx.one.example"]], "front Filter"), ([["mx.one.example"], ["mx.deep.example"]], "one by mx.one.example"),
      ([["mx.one.example", "deep.in.plat.example", "nobody.example"]], "deep or one"), ([[]], "unknown"), ([], "unknown"),
    ] as [([[String]], String)])
  func groups(_ hosts: [[String]], _ expected: String) throws {
    let names = try hosts.map { try $0.map { try #require(HostName($0)) } }
    for names in [names, names.map { $0.reversed() }] {
      let found =
        switch Self.catalog.hosting(names) {
        case .provider(let provider, let host, _): "\(provider.id) by \(host)"
        case .platform: "platform"
        case .divided(let providers, _): providers.map(\.id).sorted().joined(separator: " or ")
        case .front(let name, _, _, _): "front \(name)"
        case .unknown: "unknown"
        }
      #expect(found == expected)
    }
  }

  @Test(
    "the name by which Exchange clients find their server leads to the provider whose hosts are beside it",
    arguments: [
      ("autodiscover.outlook.com", "microsoft365"), ("autodiscover.partner.outlook.cn", "microsoft365-china"),
      ("autodiscover.secureserver.net", "godaddy"), ("autodiscover.emailsrvr.com", "rackspace"),
      ("autodiscover-s.outlook.com", "microsoft365"), ("mail.outlook.com", nil), ("autodiscover.own.example", nil),
      ("autodiscover.com", nil), ("autodiscover.outlook.com.example", nil), ("autodiscover.notoutlook.com", nil),
    ] as [(String, String?)])
  func autodiscover(_ target: String, _ id: String?) throws {
    #expect(Bundled.catalog.provider(withAutodiscover: try #require(HostName(target)))?.id == id)
  }

  @Test(
    "fault-mx-microsoft-new-name: every name that Microsoft gives to an MX host leads to Microsoft 365",
    arguments: [
      "own-example.a-v1.mx.microsoft", "contoso-com.j-v1.mx.microsoft", "xn--mnchen-3ya-example.q-v1.mx.microsoft",
      "own-example.mail.protection.outlook.com", "own-example.mail.eo.outlook.com",
    ])
  func microsoft(_ host: String) throws {
    guard case .provider(let provider, _, _) = Bundled.catalog.hosting([try #require(HostName(host))]) else {
      Issue.record("\(host) proves no provider")
      return
    }
    #expect(provider.id == "microsoft365")
    let alike = try #require(HostName(host + ".example"))
    #expect(Bundled.catalog.hosting([alike]) == .unknown)
  }

  @Test(
    "fault-mx-aliyun-today: all sets of MX hosts that Alibaba Cloud has told its customers lead to its enterprise mail",
    arguments: [
      ["mx1.qiye.aliyun.com", "mx2.qiye.aliyun.com", "mx3.qiye.aliyun.com"], ["mx3.qiye.aliyun.com"],
      ["mxn.mxhichina.com", "mxw.mxhichina.com"],
      ["mx1.sg.aliyun.com", "mx2.sg.aliyun.com"],
    ])
  func aliyun(_ hosts: [String]) throws {
    guard case .provider(let provider, _, _) = Bundled.catalog.hosting(try hosts.map { try #require(HostName($0)) }) else {
      Issue.record("\(hosts) proves no provider")
      return
    }
    #expect(provider.id == "aliyun-enterprise")
  }

  @Test("a host that also receives mail which the provider does not keep is offered, not taken, with its region first")
  func hints() throws {
    for (host, imap) in [
      ("inbound-smtp.us-east-1.amazonaws.com", "imap.mail.us-east-1.awsapps.com"),
      ("inbound-smtp.eu-west-1.amazonaws.com", "imap.mail.eu-west-1.awsapps.com"),
    ] {
      guard case .platform(let providers, _) = Bundled.catalog.hosting([try #require(HostName(host))]) else {
        Issue.record("\(host)")
        continue
      }
      #expect(providers.map(\.id) == ["workmail"])
      #expect(providers[0].groups(for: nil).first?.imap.first?.host.text == imap)
    }
  }

  @Test("a provider that gives each customer a server is found by MX, and the MX host is the server") func ownServers() throws {
    let address = try MailAddress("me@own.example")
    for (hosts, id, server) in [
      (["heracles.mxrouting.net", "heracles-relay.mxrouting.net"], "mxroute", "heracles.mxrouting.net"),
      (["w0123456.kasserver.com"], "all-inkl", "w0123456.kasserver.com"),
    ] {
      guard case .provider(let provider, _, _) = Bundled.catalog.hosting(try hosts.map { try #require(HostName($0)) }) else {
        Issue.record("\(hosts)")
        continue
      }
      #expect(provider.id == id)
      let settings = try #require(provider.settings(for: address))
      #expect(settings.imap.description == "\(server):993" && settings.smtp.description == "\(server):465")
      let known = try #require(Bundled.catalog.provider(id: id))
      #expect(known.needsMX(for: address) && known.settings(for: address) == nil && !provider.needsMX(for: address))
      // Another host is not put in the place of the server.
      #expect(known.placed(by: try #require(HostName("\(hosts[0]).evil.example"))).settings(for: address) == nil)
    }
    #expect(Bundled.catalog.hosting([try #require(HostName("heracles.mxrouting.net.example"))]) == .unknown)
  }
}
