// The sockets of the tests' name server, and the thread that serves them.

import Platform
import Posix

/// A UDP socket and a listening TCP socket at the same port of 127.0.0.1.
struct DNSSockets: Sendable {
  let udp: FileDescriptor
  let tcp: FileDescriptor
  let port: UInt16
  /// SOCK_DGRAM, which is a number in one C library and an enumeration in another.
  private static let datagram: Int32 = 2

  init(port wanted: UInt16) throws {
    // The port of the TCP socket may be in use for UDP.
    for _ in 0..<100 {
      let tcp = FileDescriptor(Platform.makeSocket(AF_INET))
      let udp = FileDescriptor(socket(AF_INET, Self.datagram, 0))
      Self.reuse(tcp)
      guard Self.attach(tcp, to: wanted), listen(tcp.number, 64) == 0, let port = Self.port(of: tcp) else { throw SystemError.last }
      guard Self.attach(udp, to: port) else { continue }
      _ = fcntl(udp.number, F_SETFD, FD_CLOEXEC)
      _ = fcntl(udp.number, F_SETFL, O_NONBLOCK)
      (self.udp, self.tcp, self.port) = (udp, tcp, port)
      return
    }
    throw SystemError(EADDRINUSE)
  }

  private static func attach(_ socket: FileDescriptor, to port: UInt16) -> Bool {
    var address = Platform.loopback4(port: port)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket.number, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// Permits a port that was in use a moment ago. Only for TCP, because two UDP sockets would share the port.
  private static func reuse(_ socket: FileDescriptor) {
    var one: Int32 = 1
    _ = setsockopt(socket.number, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func port(of socket: FileDescriptor) -> UInt16? {
    var (address, length) = (sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
    let failure = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket.number, $0, &length) }
    }
    return failure == 0 ? UInt16(bigEndian: address.sin_port) : nil
  }
}

/// Serves the sockets. It is created and used on one thread.
final class DNSService {
  private let sockets: DNSSockets
  private let stopping: Interrupt
  private let answer: (DNSQuery) -> DNSServer.Answer
  private var connections: [Connection] = []
  private var delayed: [(time: Deadline, reply: [UInt8], peer: sockaddr_in)] = []

  private struct Connection {
    let socket: FileDescriptor
    var received: [UInt8] = []
    var trickles = false
  }

  init(_ sockets: DNSSockets, _ stopping: Interrupt, _ answer: @escaping (DNSQuery) -> DNSServer.Answer) {
    (self.sockets, self.stopping, self.answer) = (sockets, stopping, answer)
  }

  /// Serves until `stopping` is raised. The sockets are closed when this object is released.
  func run() -> Bool {
    while true {
      let watched = [(sockets.udp.number, Wait.Event.read), (sockets.tcp.number, .read)] + connections.map { ($0.socket.number, .read) }
      sendDelayed()
      let rest = Deadline.after(seconds: connections.contains(where: \.trickles) ? 0.02 : 60)
      let beat = delayed.map(\.time).min().map { min($0, rest) } ?? rest
      do throws(Wait.End) {
        let ready = try Wait.any(watched, until: beat, or: stopping)
        // In reverse order, because a connection that has ended is removed.
        for position in ready.filter({ $0 > 1 }).reversed() { read(position - 2) }
        if ready.contains(0) { readDatagrams() }
        if ready.contains(1) { take() }
      } catch {
        if error == .interrupted { return true }
      }
      for connection in connections where connection.trickles { _ = Platform.write(connection.socket.number, [0], 1) }
    }
  }

  private func readDatagrams() {
    while true {
      var octets = [UInt8](repeating: 0, count: 4_096)
      var (peer, length) = (sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
      let count = withUnsafeMutablePointer(to: &peer) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { recvfrom(sockets.udp.number, &octets, octets.count, 0, $0, &length) }
      }
      guard count >= 0 else { return }
      guard let query = DNSQuery(Array(octets.prefix(count)), isOverTCP: false) else { continue }
      switch answer(query) {
      case .octets(let reply): send(reply, to: peer)
      case .later(let reply, let seconds): delayed.append((.after(seconds: seconds), reply, peer))
      case .silence, .trickle, .bare: continue
      }
    }
  }

  private func sendDelayed() {
    let now = Deadline.now
    for (_, reply, peer) in delayed.filter({ $0.time <= now }) { send(reply, to: peer) }
    delayed.removeAll { $0.time <= now }
  }

  private func send(_ reply: [UInt8], to peer: sockaddr_in) {
    _ = withUnsafePointer(to: peer) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(sockets.udp.number, reply, reply.count, 0, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private func take() {
    let number = accept(sockets.tcp.number, nil, nil)
    guard number >= 0 else { return }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    connections.append(Connection(socket: FileDescriptor(number)))
  }

  /// Reads messages from a connection (RFC 1035, section 4.2.2): two octets of length come before each.
  private func read(_ position: Int) {
    var octets = [UInt8](repeating: 0, count: 4_096)
    let count = Platform.read(connections[position].socket.number, &octets, octets.count)
    guard count > 0 else {
      connections.remove(at: position)
      return
    }
    connections[position].received += octets.prefix(count)
    let received = connections[position].received
    guard received.count > 2, received.count >= 2 + Int(received[0]) << 8 | Int(received[1]) else { return }
    connections[position].received = []
    guard let query = DNSQuery(Array(received[2...]), isOverTCP: true) else { return }
    switch answer(query) {
    case .octets(let reply): write(DNSName.number(UInt16(reply.count)) + reply, position)
    case .silence, .later: break
    case .trickle:
      write([0xff, 0xff], position)
      connections[position].trickles = true
    case .bare(let reply):
      write(reply, position)
      shutdown(connections[position].socket.number, Int32(SHUT_WR))
    }
  }

  /// Writes an answer. The socket blocks, so a long answer waits until the client has read enough of it.
  private func write(_ octets: [UInt8], _ position: Int) {
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Platform.write(connections[position].socket.number, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
