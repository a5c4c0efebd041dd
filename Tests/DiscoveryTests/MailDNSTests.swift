// Tests of the DNS look-ups for a domain, and of the records read from valid answers.

import Discovery
import Net
import Platform
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite(Asking.trait, .waiting) struct MailDNSTests {
  @Test func `MX hosts come in the order of their preference`() throws {
    let server = try DNSServer(zone: ["firm.example": [.mx(30, "c.mx.example"), .mx(5, "a.mx.example"), .mx(10, "b.mx.example")]])
    let found = try server.records(of: "firm.example")
    #expect(found.mx.map(\.host.text) == ["a.mx.example", "b.mx.example", "c.mx.example"])
    #expect(found.mx.map(\.preference) == [5, 10, 30])
    #expect(found.allServices == [])
    #expect(!found.isIncomplete)
  }

  @Test func `Services come by priority, then by weight, each under its own name`() throws {
    let server = try DNSServer(zone: [
      "_imaps._tcp.firm.example": [
        .srv(20, 1, 993, "far.firm.example"), .srv(10, 5, 993, "light.firm.example"), .srv(10, 60, 9_993, "heavy.firm.example"),
      ],
      "_submission._tcp.firm.example": [.srv(0, 0, 587, "Send.Firm.Example")],
    ])
    let found = try server.records(of: "firm.example")
    #expect(found.mx.isEmpty)
    #expect(found.services[.imaps]?.map { $0.host?.text } == ["heavy.firm.example", "light.firm.example", "far.firm.example"])
    #expect(found.services[.imaps]?.map(\.port) == [9_993, 993, 993])
    #expect(found.services[.submission]?.map { $0.host?.text } == ["send.firm.example"])
    #expect(found.services[.submissions, default: []].isEmpty)
    #expect(found.services[.imap, default: []].isEmpty)
    #expect(!found.isIncomplete)
  }

  @Test(
    "dns-no-climb: only the domain itself is queried, never a parent, each question once",
    arguments: [
      "dept.example.co.uk", "a.b.c.d.firm.example", "firm.example",
    ])
  func onlyTheDomain(_ domain: String) throws {
    let server = try DNSServer(zone: ["example.co.uk": [.mx(1, "mx.example.co.uk")], "co.uk": [.mx(1, "mx.co.uk")], "example": []])
    let found = try server.records(of: domain)
    #expect(found.mx.isEmpty)
    let services = ["_imaps._tcp", "_submissions._tcp", "_imap._tcp", "_submission._tcp"]
    let wanted = [DNSQuestion(domain, .mx)] + services.map { DNSQuestion("\($0).\(domain)", .srv) }
    #expect(Set(server.questions) == Set(wanted))
    #expect(server.questions.count == wanted.count)
  }

  /// The response code of the MX question, and whether the look-up is incomplete.
  @Test(
    "No records are distinguished from no answer",
    arguments: [
      (UInt8(0), false), (3, false), (1, true), (2, true), (4, true), (5, true), (9, true), (15, true),
    ])
  func codes(_ code: UInt8, _ isIncomplete: Bool) throws {
    let server = try DNSServer { .octets($0.reply([], code: $0.question.kind == .mx ? code : 3)) }
    let found = try server.records(of: "firm.example", within: 1)
    #expect(found.mx.isEmpty)
    #expect(found.isIncomplete == isIncomplete)
  }

  @Test func `A null MX (RFC 7505) names no host`() throws {
    let server = try DNSServer(zone: ["firm.example": [.mx(0, ".")]])
    let found = try server.records(of: "firm.example")
    #expect(found.mx.isEmpty)
    #expect(!found.isIncomplete)
  }

  @Test func `A truncated answer is requested again over TCP and read completely`() throws {
    let hosts = (1...30).map { "mail\($0).a-rather-long-name-so-that-it-does-not-fit.example" }
    let server = try DNSServer(zone: ["firm.example": hosts.enumerated().map { .mx(UInt16($0 + 1), $1) }])
    let found = try server.records(of: "firm.example")
    #expect(found.mx.map(\.host.text) == hosts)
    #expect(server.queries.filter { $0.question.kind == .mx }.map(\.isOverTCP) == [false, true])
  }

  @Test func `Records behind an alias are found`() throws {
    let server = try DNSServer { query in
      guard query.question.kind == .mx else { return .octets(query.reply([], code: 3)) }
      let alias = DNSRecord.cname("real.example").octets()
      return .octets(query.reply(count: 2, body: alias + DNSRecord.mx(1, "mx.real.example").octets(owner: DNSName.octets("real.example"))))
    }
    let found = try server.records(of: "firm.example")
    #expect(found.mx.map(\.host.text) == ["mx.real.example"])
  }

  @Test func `Records of other types in an answer are ignored`() throws {
    let server = try DNSServer { query in
      guard query.question.kind == .mx else { return .octets(query.reply([.mx(1, "not-a-service.example")])) }
      return .octets(query.reply([.loopback, .cname("x.example"), .srv(1, 1, 1, "no-mx.example"), .mx(7, "mx.example")]))
    }
    let found = try server.records(of: "firm.example")
    #expect(found.mx.map(\.host.text) == ["mx.example"])
    #expect(found.allServices == [])
  }

  /// Targets in wire form that are not valid hosts for a secret.
  static let badTargets: [(name: String, octets: [UInt8])] = [
    ("blank", DNSName.octets(labels: [Array("imap firm".utf8), Array("example".utf8)])),
    ("NUL", DNSName.octets(labels: [Array("imap\0".utf8), Array("example".utf8)])),
    ("line break", DNSName.octets(labels: [Array("imap\r\nA1 LOGIN".utf8), Array("example".utf8)])),
    ("escape", DNSName.octets(labels: [Array("\u{1b}]0;x\u{7}".utf8), Array("example".utf8)])),
    ("dot inside a label", DNSName.octets(labels: [Array("imap.firm.example".utf8), Array("evil".utf8)])),
    ("at", DNSName.octets(labels: [Array("you@imap".utf8), Array("example".utf8)])),
    ("slash", DNSName.octets(labels: [Array("imap/x".utf8), Array("example".utf8)])),
    ("percent", DNSName.octets(labels: [Array("imap%s".utf8), Array("example".utf8)])),
    ("underscore", DNSName.octets("_imap.example")),
    ("hyphen in front", DNSName.octets("-imap.example")),
    ("high octets", DNSName.octets(labels: [[0xd0, 0xb8, 0xff], Array("example".utf8)])),
    ("address in numbers", DNSName.octets("127.0.0.1")),
    ("dns-single-label: one label", DNSName.octets("localhost")),
    ("dns-single-label: imap", DNSName.octets("imap")),
  ]

  @Test("dns-hostile-name-bytes: targets that are not host names are ignored", arguments: badTargets.map(\.name))
  func badTarget(_ name: String) throws {
    let octets = try #require(Self.badTargets.first { $0.name == name }).octets
    let server = try DNSServer { query in
      switch query.question.kind {
      case .srv: .octets(query.reply([.srv(0, 0, 993, octets), .srv(5, 0, 993, "good.firm.example")]))
      default: .octets(query.reply([], code: 3))
      }
    }
    let found = try server.records(of: "firm.example")
    for service in MailService.allCases { #expect(found.services[service]?.map { $0.host?.text } == ["good.firm.example"]) }
    #expect(!found.isIncomplete)
  }

  @Test("MX hosts that are not host names are ignored", arguments: badTargets.map(\.name).filter { !$0.hasPrefix("dns-") })
  func badMX(_ name: String) throws {
    let octets = try #require(Self.badTargets.first { $0.name == name }).octets
    let server = try DNSServer(zone: ["firm.example": [.mx(0, octets), .mx(5, "good.mx.example")]])
    let found = try server.records(of: "firm.example")
    #expect(found.mx.map(\.host.text) == ["good.mx.example"])
  }

  @Test func `A service at port 0 is not a service`() throws {
    let server = try DNSServer(zone: [
      "_imaps._tcp.firm.example": [.srv(0, 0, 0, "imap.firm.example"), .srv(1, 0, 65_535, "two.firm.example")]
    ])
    let found = try server.records(of: "firm.example")
    #expect(found.services[.imaps]?.map(\.port) == [65_535])
  }

  @Test func `A service that the domain declares as not offered is recorded as such`() throws {
    let server = try DNSServer(zone: ["_imaps._tcp.firm.example": [.srv(0, 0, 0, ".")]])
    let services = try #require(try server.records(of: "firm.example").services[.imaps])
    #expect(services.count == 1)
    #expect(services.first?.host == nil)
  }
}
