// Tests of servers that a source places in the user's own network.

import Discovery
import LoopbackServer
import Net
import Platform
import Posix
import Sentences
import TestSupport
import Testing
import Vocabulary

@Suite(Asking.trait, .waiting) struct NearTests {
  private static func v4(_ text: String) throws -> SocketAddress {
    var address = Platform.loopback4(port: 0)
    try #require(inet_pton(AF_INET, text, &address.sin_addr) == 1)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  private static func v6(_ text: String) throws -> SocketAddress {
    var host = in6_addr()
    try #require(inet_pton(AF_INET6, text, &host) == 1)
    return .v6(0, host)
  }

  @Test(
    "addresses of the own network",
    arguments: [
      "0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.254", "127.0.0.1", "127.200.0.1", "169.254.1.1", "172.16.0.1", "172.31.255.254",
      "192.168.0.1", "::", "::1", "fe80::1", "febf::1", "fc00::1", "fdff::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
    ])
  func own(_ text: String) throws {
    #expect(try (text.contains(":") ? Self.v6(text) : Self.v4(text)).isOfOwnNetwork)
  }

  @Test(
    "addresses of others",
    arguments: [
      "1.0.0.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.0.0.1", "128.0.0.1", "169.253.1.1", "172.15.0.1",
      "172.32.0.1", "192.167.1.1", "192.0.2.1", "::2", "fec0::1", "fb00::1", "fe00::1", "2001:db8::1", "::ffff:192.0.2.1", "::1:0:1",
    ])
  func others(_ text: String) throws {
    #expect(try !(text.contains(":") ? Self.v6(text) : Self.v4(text)).isOfOwnNetwork)
  }

  /// Runs a discovery of own.example, whose SRV records name mail.own.example.
  private func find(_ addresses: [String: [SocketAddress]], target: String = "mail.own.example") throws -> DiscoveryResult {
    Platform.ignore(SIGPIPE)
    let interrupt = try #require(Interrupt())
    let dns = try DNSServer { query in
      guard query.question.kind == .srv else { return .octets(query.reply([])) }
      return .octets(query.reply([.srv(0, 0, 4_993, target)]))
    }
    return try SettingsRig(["own.example/": .html], interrupt: interrupt, dns: dns, addresses: addresses).find("me@own.example", interrupt)
  }

  @Test("a server of the domain with such addresses only needs a yes of its own, and is told") func near() throws {
    let found = try find(["mail.own.example": [Self.v4("10.0.0.5"), Self.v6("fd00::5")]])
    #expect(found.near.map(\.text) == ["mail.own.example"] && found.doubtfulHosts == found.hosts)
    for language in Language.allCases {
      #expect(found.account[language].contains(language == .english ? "in your own network" : "你自己的网络里"))
    }
  }

  @Test("one address of others is enough, and a host that is not known is nobody's") func apart() throws {
    #expect(try find(["mail.own.example": [Self.v4("10.0.0.5"), Self.v4("192.0.2.5")]]).near.isEmpty)
    let unknown = try find([:])
    #expect(unknown.near.isEmpty && unknown.doubtfulHosts.isEmpty)
  }

  @Test("a host outside the domain is not looked up before the yes, and its name alone may say enough") func outside() throws {
    let interrupt = try #require(Interrupt())
    let rig = try SettingsRig(
      ["own.example/": .html], interrupt: interrupt,
      addresses: ["a.example": [Self.v4("192.168.1.1")], "b.example": [Self.v4("192.0.2.1")]])
    let discovery = Discovery(Asking.directory, interrupt, through: rig.network)
    let hosts = try ["a.example", "b.example", "c.local", "nas.home.arpa", "mail.corp.internal", "notlocal", "x.notlocal"].map {
      try #require(HostName($0))
    }
    #expect(
      try discovery.near(hosts, until: .after(seconds: 2)).map(\.text) == ["a.example", "c.local", "nas.home.arpa", "mail.corp.internal"])
    #expect(try find(["mail.away.example": [Self.v4("10.0.0.5")]], target: "mail.away.example").near.isEmpty)
  }
}
