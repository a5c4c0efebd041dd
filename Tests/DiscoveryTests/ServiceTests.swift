// Tests of SRV records (RFC 6186, RFC 8314): which services become servers, and whose hosts are accepted.

import Discovery
import Net
import TestSupport
import Testing
import Vocabulary

/// The services of a domain, and the servers that are chosen from them.
struct Offer: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let services: [MailService: [DNSRecord]]
  let wanted: String

  init(_ name: String, _ services: [MailService: [DNSRecord]], is wanted: String) {
    (testDescription, self.services, self.wanted) = (name, services, wanted)
  }

  private static let none = [DNSRecord.srv(0, 0, 0, ".")]
  private static func own(_ port: UInt16, _ name: String = "mail") -> [DNSRecord] { [.srv(0, 0, port, "\(name).firm.example")] }

  static let all = [
    Offer(
      "TLS from the first octet before STARTTLS",
      [.imaps: own(993, "a"), .imap: own(143, "b"), .submissions: own(465, "c"), .submission: own(587, "d")],
      is: "tls://a.firm.example:993 tls://c.firm.example:465"),
    Offer(
      "STARTTLS where nothing else is offered", [.imap: own(143), .submission: own(587)],
      is: "starttls://mail.firm.example:143 starttls://mail.firm.example:587"),
    Offer("one of each", [.imaps: own(993), .submission: own(587)], is: "tls://mail.firm.example:993 starttls://mail.firm.example:587"),
    Offer(
      "ports as the domain says", [.imaps: own(10_993), .submissions: own(10_465)],
      is: "tls://mail.firm.example:10993 tls://mail.firm.example:10465"),
    Offer(
      "dns-srv-dot-target: a service that is not offered is not guessed", [.imaps: none, .submissions: own(465)],
      is: "smtp tls://mail.firm.example:465"),
    Offer("dns-srv-dot-target: nothing offered at all", [.imaps: none, .imap: none, .submissions: none, .submission: none], is: "nothing"),
    Offer(
      "not offered with TLS at once, but with STARTTLS", [.imaps: none, .imap: own(143), .submissions: own(465)],
      is: "starttls://mail.firm.example:143 tls://mail.firm.example:465"),
    Offer(
      "a service that is not offered and yet has a host", [.imaps: none + own(993), .submissions: own(465) + none],
      is: "tls://mail.firm.example:993 tls://mail.firm.example:465"),
    Offer(
      "a port or a target that cannot be beside one that can",
      [.imaps: own(0) + [.srv(1, 0, 993, "localhost")] + [.srv(2, 0, 993, "mail.firm.example")], .submissions: own(465)],
      is: "tls://mail.firm.example:993 tls://mail.firm.example:465"),
    Offer("IMAP alone", [.imaps: own(993), .imap: own(143)], is: "imap tls://mail.firm.example:993"),
    Offer("submission alone", [.submissions: own(465)], is: "smtp tls://mail.firm.example:465"),
    Offer("submission with STARTTLS alone", [.submission: own(587)], is: "smtp starttls://mail.firm.example:587"),
    Offer("port 0", [.imaps: own(0), .submissions: own(465)], is: "smtp tls://mail.firm.example:465"),
    Offer(
      "a target that is an address", [.imaps: [.srv(0, 0, 993, "192.0.2.1")], .submissions: own(465)],
      is: "smtp tls://mail.firm.example:465"),
    Offer(
      "dns-single-label: a target of one label", [.imaps: [.srv(0, 0, 993, "localhost")], .submissions: own(465)],
      is: "smtp tls://mail.firm.example:465"),
    Offer(
      "the best of several",
      [.imaps: [.srv(9, 0, 993, "far.firm.example"), .srv(1, 0, 993, "near.firm.example")], .submissions: own(465)],
      is: "tls://near.firm.example:993 tls://mail.firm.example:465"),
  ]
}

@Suite(Asking.trait, .waiting) struct ServiceTests {
  @Test("fault-srv-one-record-of-two: services become servers, each by itself", arguments: Offer.all) func servers(_ offer: Offer) throws {
    let server = try DNSServer { query in
      let service = MailService.allCases.first { "\($0.rawValue).firm.example" == query.question.name }
      guard let service, let records = offer.services[service] else { return .octets(query.reply([], code: 3)) }
      return .octets(query.reply(records))
    }
    let found = try server.find("you@firm.example")
    #expect(found.servers.line == offer.wanted)
  }

  @Test(
    "dns-srv-foreign-target: hosts outside the domain are distinguished from those inside",
    arguments: [
      ("imap.firm.example", "smtp.firm.example", [String]()),
      ("firm.example", "mail.eu.firm.example", []),
      ("imap.attacker.example", "smtp.firm.example", ["imap.attacker.example"]),
      ("imap.firm.example", "smtp.attacker.example", ["smtp.attacker.example"]),
      ("imap.notfirm.example", "firm.example.attacker.example", ["imap.notfirm.example", "firm.example.attacker.example"]),
      ("example", "imap.example", ["imap.example"]),
    ])
  func outside(_ imap: String, _ smtp: String, _ wanted: [String]) throws {
    let server = try DNSServer(zone: [
      "_imaps._tcp.firm.example": [.srv(0, 0, 993, imap)], "_submissions._tcp.firm.example": [.srv(0, 0, 465, smtp)],
    ])
    let found = try server.find("you@firm.example")
    let outside = found.hosts.filter { !$0.isWithin("firm.example") }.map(\.text)
    #expect(outside == wanted)
    for language in Language.allCases {
      #expect(found.hosts.allSatisfy { found.account[language].contains($0.text) })
      #expect(found.account[language].contains("SRV"))
    }
  }
}
