// From a name to a connection: names that do not resolve, dead addresses, other ports of the same service.

import LoopbackServer
import Net
import Platform
import Posix
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct AddressTests {
  /// Verifies with an IMAP server that no connection reaches. `addresses` are the result of resolving its name.
  private func unreached(
    within seconds: Double = 20, at place: SourceLocation = #_sourceLocation,
    _ addresses: @escaping @Sendable () throws(NetFailure) -> [SocketAddress]
  ) throws -> (outcome: Ending?, seconds: Double) {
    let party = try Party.good(.imap).with { $0.connections = 0 }
    let encounter = try Rig.meet(
      imap: party, smtp: try .good(.smtp), within: seconds,
      resolve: { (host, port, _, _) throws(NetFailure) in host.text == party.host ? try addresses() : [.v4(port)] }, at: place)
    #expect(encounter.imap.isEmpty, sourceLocation: place)
    if seconds > 5 { #expect(Ending(encounter.report.smtp) == .verified, sourceLocation: place) }
    return (Ending(encounter.report.imap), encounter.seconds)
  }

  @Test(
    "dns-nxdomain, dns-no-addresses, dns-timeout, dns-offline, dns-servfail: no address, no connection",
    arguments: [
      (NetFailure.noSuchHost(exists: false), FailureKind.noSuchHost), (.noSuchHost(exists: true), .noSuchHost), (.dnsFailed, .dnsFailed),
      (.interrupted, .interrupted), (.system(EMFILE), .system),
    ])
  func unresolved(_ failure: NetFailure, _ outcome: FailureKind) throws {
    #expect(try unreached { () throws(NetFailure) in throw failure }.outcome == .failed(.resolve, outcome))
  }

  @Test("tcp-refused: a closed port is reported immediately", arguments: [false, true])
  func refused(_ twice: Bool) throws {
    let port = try BlackHole.closedPort()
    let (outcome, seconds) = try unreached { twice ? [.v4(port), .v4(port)] : [.v4(port)] }
    #expect(outcome == .failed(.connect, .refused))
    #expect(seconds < 5)
  }

  @Test("tcp-dropped: a port that does not answer ends with the time for connecting")
  func dropped() throws {
    let hole = try BlackHole()
    let (outcome, seconds) = try unreached(within: Rig.soon) { [.v4(hole.port)] }
    #expect(outcome == .failed(.connect, .connectTimeout))
    #expect(seconds >= Rig.soon - 0.05)
  }

  @Test("dns-1000-addresses: however many addresses a name has, the time for connecting is the end")
  func thousand() throws {
    let hole = try BlackHole()
    let (outcome, seconds) = try unreached(within: Rig.soon) { [SocketAddress](repeating: .v4(hole.port), count: 1_000) }
    #expect(outcome == .failed(.connect, .connectTimeout))
    #expect(seconds < Rig.soon + 2)
  }

  /// TCP cannot connect to a multicast address. The kernel reports that without sending anything.
  private static let noRoute4 = SocketAddress.v4(993, UInt32(0xe000_0001).bigEndian)
  private static let noRoute6: SocketAddress = {
    var host = in6_addr()
    withUnsafeMutableBytes(of: &host) { ($0[0], $0[1], $0[15]) = (0xff, 0x02, 0x01) }
    return .v6(993, host)
  }()

  @Test("tcp-icmp-unreachable, dns-only-v6-no-route: a missing route is reported immediately", arguments: [noRoute4, noRoute6])
  func noRoute(_ address: SocketAddress) throws {
    let (outcome, seconds) = try unreached { [address] }
    #expect(outcome == .failed(.connect, .unreachable))
    #expect(seconds < 5)
  }

  @Test("of several failures the most informative one is reported", arguments: [true, false])
  func summary(_ refusedFirst: Bool) throws {
    let closed = SocketAddress.v4(try BlackHole.closedPort())
    let (outcome, _) = try unreached { refusedFirst ? [closed, Self.noRoute4] : [Self.noRoute4, closed] }
    #expect(outcome == .failed(.connect, .refused))
  }

  @Test("dns-v6-dead-v4-alive: the live address is tried 250 ms after the dead one", .enabled(if: BlackHole.hasIPv6))
  func deadFirst() throws {
    let hole = try BlackHole(SocketAddress.v6)
    let encounter = try Rig.meet(
      imap: .good(.imap), smtp: .good(.smtp), resolve: { (_, port, _, _) in [.v6(hole.port), .v4(port)] })
    #expect(encounter.report.isVerified)
    for report in [encounter.report.imap, encounter.report.smtp] {
      let connect = try #require(report.stages.first { $0.stage == .connect })
      #expect(connect.milliseconds >= 245 && connect.milliseconds < 2_000, "\(connect.milliseconds)")
    }
  }

  @Test(
    "dns-v6-refused-v4-alive: after a refusal the next address is tried immediately", .enabled(if: BlackHole.hasIPv6),
    arguments: [true, false])
  func refusedFirst(_ sixFirst: Bool) throws {
    let closed = sixFirst ? SocketAddress.v6(try BlackHole.closedPort(SocketAddress.v6)) : SocketAddress.v4(try BlackHole.closedPort())
    let family = sixFirst ? Listener.Family.ipv4 : .ipv6
    var fastest = Double.infinity
    for _ in 0..<3 where fastest >= 450 {
      let encounter = try Rig.meet(
        imap: try Party.good(.imap).with { $0.family = family }, smtp: try Party.good(.smtp).with { $0.family = family },
        resolve: { (_, port, _, _) in [closed, Self.noRoute6, sixFirst ? .v4(port) : .v6(port)] })
      #expect(encounter.report.isVerified)
      fastest = min(fastest, try #require(encounter.report.imap.stages.first { $0.stage == .connect }).milliseconds)
    }
    // Waiting 250 ms before each would take 500. A busy computer may be late once.
    #expect(fastest < 450)
  }

  @Test("the system's resolver knows this computer, as a name and as an address", arguments: ["localhost", "127.0.0.1", "::1"])
  func system(_ name: String) throws {
    let host = try #require(HostName(name))
    let calm = try #require(Interrupt())
    let addresses = try Resolver.system(host, 993, .after(seconds: 10), calm)
    #expect(addresses.contains(name == "::1" ? .v6(993) : .v4(993)))
    #expect(addresses.count <= 8)
  }

  @Test("a look-up ends at its deadline and by the latch, without waiting for the resolver", arguments: [true, false])
  func lookUpEnds(_ isRaised: Bool) throws {
    let host = try #require(HostName("localhost"))
    let interrupt = try #require(Interrupt())
    if isRaised { interrupt.raise() }
    let start = Deadline.now
    // The resolver may have an answer before the deadline is noticed, so both results are valid.
    do throws(NetFailure) {
      let addresses = try Resolver.system(host, 993, isRaised ? .after(seconds: 10) : .now, interrupt)
      #expect(!addresses.isEmpty)
    } catch { #expect(error == (isRaised ? .interrupted : .dnsFailed)) }
    #expect(Deadline.now.milliseconds(since: start) < 5_000)
  }

  @Test("address families alternate, each in the system's order")
  func interleaving() {
    let (six, four) = ((1...3).map { SocketAddress.v6($0) }, (1...2).map { SocketAddress.v4($0) })
    #expect(Resolver.interleaved(six + four) == [six[0], four[0], six[1], four[1], six[2]])
    #expect(Resolver.interleaved(four + six) == [four[0], six[0], four[1], six[1], six[2]])
    #expect(Resolver.interleaved(four) == four)
    #expect(Resolver.interleaved([]) == [])
  }
}

extension SocketAddress {
  /// `host` is in network byte order.
  fileprivate static func v4(_ port: UInt16, _ host: UInt32) -> SocketAddress {
    var address = Platform.loopback4(port: port)
    address.sin_addr.s_addr = host
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }
}
