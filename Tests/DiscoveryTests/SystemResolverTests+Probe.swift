// Tests of a probe of an address that no catalog knows: the DNS names its servers, and the user need not agree.

import Platform
import TestSupport
import Testing

extension SystemResolverTests {
  @Test("a probe examines what the DNS names, without consent", arguments: [["--json"], []])
  func probe(_ options: [String]) throws {
    let zone: DNSZone = [
      "_imaps._tcp.firm.example": [.srv(0, 0, 993, "imap.attacker.example")],
      "_submissions._tcp.firm.example": [.srv(0, 0, 465, "smtp.attacker.example")],
    ]
    let server = try DNSServer(port: Self.port, zone: zone)
    let result = try ProcessBuilt.call(["probe", "you@firm.example"] + options).run()
    #expect(result.end == .exited(68), "\(result.complaint)")
    #expect(result.complaint.contains("imap.attacker.example"))
    #expect(Set(server.questions.map(\.name)).isSuperset(of: ["imap.attacker.example", "smtp.attacker.example"]))
    if options.isEmpty { return }
    let json = try result.json
    #expect(json["outcome"].text == "unreachable")
    #expect(json["provider"].isNull && json["address"].text == "you@firm.example")
    #expect(json["servers"].list.map { $0["failure"]["outcome"].text } == ["noSuchHost", "noSuchHost"])
  }

  @Test("others than the domain are asked with the option for it, and only then") func probeOutside() throws {
    let zone: DNSZone = ["firm.example": [.mx(1, "mx1.bighost.example"), .loopback], "imap.gmail.com": []]
    let (host, list) = ("autoconfig.bighost.example", "live.thunderbird.net")
    for (options, wanted) in [([], []), (["--yes"], [host]), (["--ispdb"], [list]), (["--yes", "--ispdb"], [host, list])] {
      let server = try DNSServer(port: Self.port, zone: zone)
      let result = try ProcessBuilt.call(["probe", "you@firm.example"] + options).run()
      #expect(result.end == .exited(64), "\(result.complaint)")
      #expect(Set(server.questions.map(\.name)).intersection([host, list]) == Set(wanted), "\(options)")
    }
  }

  @Test("no result is 64, as for a verification") func probeOfNothing() throws {
    let server = try DNSServer(port: Self.port, zone: [:])
    #expect(try ProcessBuilt.call(["probe", "you@firm.example"]).run().end == .exited(64))
    #expect(!server.questions.isEmpty)
  }
}
