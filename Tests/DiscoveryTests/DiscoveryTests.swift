// Tests of discovery: from an address in a user's own domain to its provider, by MX, else by SRV, else nothing.

import Catalog
import Discovery
import FoundationEssentials
import Net
import Posix
import Sentences
import Synchronization
import TestSupport
import Testing
import Vocabulary

/// The MX hosts of a domain in the order of preference, and the expected result.
struct Hosting: Sendable, CustomTestStringConvertible {
  let hosts: [String]
  /// The expected result in the form of `DiscoveryResult.Servers.line`.
  let wanted: String

  init(_ hosts: String..., is wanted: String) { (self.hosts, self.wanted) = (hosts, wanted) }

  var testDescription: String { "\(hosts.joined(separator: ", ")) → \(wanted)" }

  static let platforms = [
    Hosting("aspmx.l.google.com", "alt1.aspmx.l.google.com", is: "google-workspace"),
    Hosting("smtp.google.com", is: "google-workspace"),
    Hosting("aspmx2.googlemail.com", is: "google-workspace"),
    Hosting("firm-example.mail.protection.outlook.com", is: "microsoft365"),
    Hosting("mxbiz1.qq.com", "mxbiz2.qq.com", is: "exmail"),
    Hosting("qiye163mx01.mxmail.netease.com", "qiye163mx02.mxmail.netease.com", is: "netease-enterprise"),
    Hosting("mx1.qiye.aliyun.com", "mxw.mxhichina.com", is: "aliyun-enterprise"),
    Hosting("mxn.mxhichina.com", "mxw.mxhichina.com", is: "aliyun-enterprise"),
    Hosting("mx.sg.aliyun.com", is: "aliyun-enterprise"),
    Hosting("mx.zoho.com", "mx2.zoho.com", is: "zoho-workplace"),
    Hosting("mx.zoho.eu", "mx2.zoho.eu", is: "zoho-workplace"),
    Hosting("mx.zoho.in", is: "zoho-workplace"),
    Hosting("in1-smtp.messagingengine.com", "in2-smtp.messagingengine.com", is: "fastmail"),
    Hosting("mx.yandex.net", is: "yandex360"),
    Hosting("mx1.larksuite.com", is: "lark"),
    Hosting("mx1.feishu.cn", is: "feishu"),
    Hosting("mx1.emailsrvr.com", is: "rackspace"),
    Hosting("mx01.ionos.de", is: "ionos"),
  ]

  /// Suffixes are compared label by label, and the longest match decides. Names that only look similar do not match.
  static let boundaries = [
    Hosting("firm.olc.protection.outlook.com", is: "outlook"),
    Hosting("mx-aol.mail.gm0.yahoodns.net", is: "aol"),
    Hosting("mta5.am0.yahoodns.net", is: "yahoo | cox | sky | rogers"),
    Hosting("notgoogle.com", is: "nothing"),
    Hosting("aspmx.l.google.com.evil.example", is: "nothing"),
    Hosting("mx.google.com-mail.example", is: "nothing"),
    Hosting("mxbiz1-qq.com", is: "nothing"),
    Hosting("xmxbiz1.qq.com", is: "nothing"),
    Hosting("com", is: "nothing"),
    Hosting("mx.firm.example", is: "nothing"),
    Hosting("MX.ZOHO.EU", is: "zoho-workplace"),
  ]

  /// The first host that is in the catalog decides.
  static let order = [
    Hosting("mx.firm.example", "aspmx.l.google.com", is: "google-workspace"),
    Hosting("in1-smtp.messagingengine.com", "aspmx.l.google.com", is: "fastmail"),
    Hosting("aspmx.l.google.com", "in1-smtp.messagingengine.com", is: "google-workspace"),
    Hosting("mx1.improvmx.com", "aspmx.l.google.com", is: "nothing"),
    Hosting("aspmx.l.google.com", "mx1.improvmx.com", is: "google-workspace"),
  ]
}

@Suite(Asking.trait, .waiting) struct DiscoveryTests {
  static let address = "you@firm.example"

  @Test("The provider of a domain is recognized by its MX hosts", arguments: Hosting.platforms + Hosting.boundaries + Hosting.order)
  func recognised(_ hosting: Hosting) throws {
    // The hosts are in reverse order in the message, because only the preference counts.
    let records = hosting.hosts.enumerated().reversed().map { DNSRecord.mx(UInt16($0 * 10 + 1), $1) }
    let server = try DNSServer { .octets($0.question.kind == .mx ? $0.reply(records) : $0.reply([], code: 3)) }
    let found = try server.find(Self.address)
    #expect(found.servers.line == hosting.wanted)
    #expect(Set(server.questions.map(\.name)).allSatisfy { $0 == "firm.example" || $0.hasSuffix("._tcp.firm.example") })
    let first = try #require(found.steps.first)
    #expect(first.source == .mx && first.name == "firm.example" && first.outcome == (hosting.hosts == ["com"] ? .nothing : .found))
  }

  @Test("A found provider is reported with the host that identified it, and only as likely", arguments: Language.allCases)
  func told(_ language: Language) throws {
    let server = try DNSServer(zone: ["firm.example": [.mx(1, "aspmx.l.google.com")]])
    let found = try server.find(Self.address)
    let text = found.account[language]
    #expect(text.contains("aspmx.l.google.com"))
    #expect(text.contains("Google Workspace"))
    // The consumer service has the same suffix, so the text mentions it.
    #expect(text.contains("Gmail"))
    #expect(text.contains(language == .english ? "probably" : "不能完全确定"))
  }

  @Test("A platform that several providers share is reported as such, with all of them", arguments: Language.allCases)
  func shared(_ language: Language) throws {
    let server = try DNSServer(zone: ["firm.example": [.mx(1, "mx1.atmailcloud.com")]])
    let found = try server.find(Self.address)
    #expect(found.servers.line == "virginmedia | optus")
    #expect(found.account[language].contains("Virgin Media"))
    #expect(found.account[language].contains("Optus"))
    #expect(found.account[language].contains(language == .english ? "used by several providers" : "几家服务商在用"))
    #expect(found.hosts.isEmpty)
  }

  @Test(
    "Forwarders and filters keep no mail, except one that is offered beside the sentence about it",
    arguments: [
      ("mx1.improvmx.com", "ImprovMX", true), ("mx1.forwardemail.net", "Forward Email", true),
      ("route1.mx.cloudflare.net", "Cloudflare", true), ("fwd1.porkbun.com", "Porkbun", true),
      ("mxa-001.pphosted.com", "Proofpoint", false), ("eu-smtp-inbound-1.mimecast.com", "Mimecast", false),
      ("d1.ess.barracudanetworks.com", "Barracuda", false), ("firm.in.tmes.trendmicro.com", "Trend Micro", false),
    ])
  func fronts(_ host: String, _ name: String, _ forwards: Bool) throws {
    let server = try DNSServer(zone: ["firm.example": [.mx(1, host)]])
    let found = try server.find(Self.address)
    #expect(found.servers.line == (name == "Forward Email" ? "forward-email" : "nothing"))
    for language in Language.allCases {
      #expect(found.account[language].contains(name))
      #expect(found.account[language].contains(host))
    }
    #expect(found.account.english.contains("forwards the mail") == forwards)
    #expect(found.account.english.contains("filter") == !forwards)
  }

  @Test("Behind a filter the name for Exchange clients says where the mailboxes may be", arguments: Language.allCases)
  func behind(_ language: Language) throws {
    let alias = Mutex("autodiscover.outlook.com")
    let server = try DNSServer { query in
      switch (query.question.name, query.question.kind) {
      case ("firm.example", .mx): .octets(query.reply([.mx(1, "mxa.pphosted.com")]))
      case ("autodiscover.firm.example", .cname): .octets(query.reply([.cname(alias.withLock { $0 })]))
      case (_, _): .octets(query.reply([], code: 3))
      }
    }
    let found = try server.find(Self.address)
    #expect(found.servers.line == "microsoft365" && found.hosts.isEmpty)
    #expect(found.account[language].contains("autodiscover.outlook.com") && found.account[language].contains("Proofpoint"))
    for other in ["autodiscover.nobody.example", "mail.outlook.com", "localhost"] {
      alias.withLock { $0 = other }
      #expect(try server.find(Self.address).servers.line == "nothing")
    }
    // Who has no filter is not asked about it.
    let plain = try DNSServer(zone: ["firm.example": [.mx(1, "mx.nobody.example")]])
    _ = try plain.find(Self.address)
    #expect(!plain.questions.contains { $0.name.hasPrefix("autodiscover") })
  }

  @Test("MX hosts of two providers that are equal are told apart, in whatever order they come", arguments: Language.allCases)
  func divided(_ language: Language) throws {
    let records: [DNSRecord] = [.mx(5, "in1-smtp.messagingengine.com"), .mx(5, "aspmx.l.google.com"), .mx(9, "mx.zoho.eu")]
    var lines: Set<String> = []
    for records in [records, records.reversed(), [records[1], records[0], records[2]]] {
      let found = try DNSServer(zone: ["firm.example": records]).find(Self.address)
      lines.insert(found.servers.line)
      for name in ["Fastmail", "Google Workspace", "aspmx.l.google.com"] { #expect(found.account[language].contains(name)) }
      #expect(found.hosts.isEmpty)
    }
    #expect(lines.count == 1 && !lines.contains("fastmail"), "\(lines)")
  }

  @Test func `The SRV records of a domain behind a filter still name its servers`() throws {
    let server = try DNSServer(zone: [
      "firm.example": [.mx(1, "mxa.pphosted.com")], "_imaps._tcp.firm.example": [.srv(0, 0, 993, "imap.firm.example")],
      "_submissions._tcp.firm.example": [.srv(0, 0, 465, "smtp.firm.example")],
    ])
    #expect(try server.find(Self.address).servers.line == "tls://imap.firm.example:993 tls://smtp.firm.example:465")
  }

  @Test func `A provider identified by MX records takes precedence over SRV records`() throws {
    let server = try DNSServer(zone: [
      "firm.example": [.mx(1, "in1-smtp.messagingengine.com")], "_imaps._tcp.firm.example": [.srv(0, 0, 993, "imap.evil.example")],
      "_submissions._tcp.firm.example": [.srv(0, 0, 465, "smtp.evil.example")],
    ])
    let found = try server.find(Self.address)
    #expect(found.servers.line == "fastmail")
    #expect(found.hosts.allSatisfy { $0.isWithin("fastmail.com") })
  }

  @Test(
    "fault-domain-that-does-not-exist, dns-timeout, dns-offline: no answer is distinguished from no records, within the deadline",
    arguments: Language.allCases)
  func silence(_ language: Language) throws {
    let silent = try DNSServer { _ in .silence }
    let start = Deadline.now
    let found = try silent.find(Self.address, within: 0.3)
    #expect(Deadline.now.milliseconds(since: start) < 1_800)
    #expect(found.servers.line == "no answer")
    #expect(found.account[language].contains(language == .english ? "Are you online" : "网络连上了吗"))

    let broken = try DNSServer { .octets($0.reply([], code: 2)) }
    let refused = try broken.find(Self.address)
    #expect(refused.servers.line == "no answer")

    let empty = try DNSServer(zone: [:])
    let nothing = try empty.find(Self.address)
    #expect(nothing.servers.line == "nothing")
    // This name server knows no name at all.
    #expect(nothing.account[language].contains(language == .english ? "There is no domain firm.example" : "没有 firm.example 这个域名"))
    #expect(nothing.account[language].contains("imap.gmail.com"))
  }

  /// Returns a user's catalog with a provider that hosts other domains: IMAP at each domain's own name, SMTP at the
  /// provider's.
  private static func own(user: String) -> ProviderDirectory {
    let text = { (word: String) in "{\"en\": \"\(word)\", \"zh-Hans\": \"\(word)\"}" }
    let entry = """
      {"id": "own", "name": \(text("Own")), "category": "hosting", "domains": [], "mx": ["mx.own.example"], "template": true,
       "servers": [{"imap": ["tls://mail.{domain}:993"], "smtp": ["tls://smtp.own.example:465"]}],
       "username": {"imap": ["\(user)"], "smtp": ["\(user)"]}, "secret": {"kind": "mailbox-password", "term": \(text("password"))},
       "steps": [], "sources": ["own"], "confidence": {"servers": "high", "secret": "high"}}
      """
    let json = "{\"schema\": 1, \"checked\": \"2026-11-21\", \"providers\": [\(entry)]}"
    return ProviderDirectory(own: [ProviderDirectory.Own(Catalog.load(Data(json.utf8)), file: "own.json")])
  }

  @Test("Both servers are listed as the secret's destinations, even if the user name is unknown", arguments: ["address", "other"])
  func hosts(_ user: String) throws {
    let server = try DNSServer(zone: ["firm.example": [.mx(1, "a.mx.own.example")]])
    let found = try server.find(Self.address, in: Self.own(user: user))
    #expect(found.servers.line == "own")
    #expect(found.hosts.map(\.text) == ["mail.firm.example", "smtp.own.example"])
  }

  @Test func `An interrupt is a failure of its own`() throws {
    let interrupt = try #require(Interrupt())
    let server = try DNSServer { _ in
      interrupt.raise()
      return .silence
    }
    let start = Deadline.now
    #expect(throws: NetFailure.interrupted) { try server.find(Self.address, within: 60, or: interrupt) }
    #expect(Deadline.now.milliseconds(since: start) < 1_500)
  }
}
