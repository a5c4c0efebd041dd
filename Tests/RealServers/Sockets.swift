// Loopback sockets: free ports, listeners, connections, and whether a server answers.

import Foundation
import Synchronization

/// The loopback addresses of this machine.
enum Loopback {
  static let v4 = "127.0.0.1"
  static let v6 = "::1"
  /// An address that differs from the client's, 127.0.0.1. See `Forwarder`.
  static let elsewhere = "127.0.0.2"

  static let hasV6: Bool = {
    guard let descriptor = try? boundSocket(v6, port: 0) else { return false }
    close(descriptor)
    return true
  }()

  /// The addresses on which every server listens.
  static let addresses = hasV6 ? [v4, v6] : [v4]
}

/// Calls `body` with the socket address for a numeric address.
private func withAddress<R>(_ host: String, _ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t, Int32) throws -> R) throws -> R {
  var hints = addrinfo()
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
  hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
  var found: UnsafeMutablePointer<addrinfo>?
  guard getaddrinfo(host, String(port), &hints, &found) == 0, let found else { throw StartFailure("bad address \(host)") }
  defer { freeaddrinfo(found) }
  return try body(found.pointee.ai_addr, found.pointee.ai_addrlen, found.pointee.ai_family)
}

private func newSocket(_ family: Int32) throws -> Int32 {
  let descriptor = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  guard descriptor >= 0 else { throw StartFailure.system("socket") }
  return descriptor
}

/// Returns a socket that is bound to an address and does not listen.
func boundSocket(_ host: String, port: UInt16) throws -> Int32 {
  try withAddress(host, port) { address, length, family in
    let descriptor = try newSocket(family)
    guard bind(descriptor, address, length) == 0 else {
      let failure = StartFailure.system("bind \(host):\(port)")
      close(descriptor)
      throw failure
    }
    return descriptor
  }
}

/// Returns a connection to an address.
func connectedSocket(_ host: String, port: UInt16) throws -> Int32 {
  try withAddress(host, port) { address, length, family in
    let descriptor = try newSocket(family)
    guard connect(descriptor, address, length) == 0 else {
      let failure = StartFailure.system("connect \(host):\(port)")
      close(descriptor)
      throw failure
    }
    return descriptor
  }
}

/// Returns whether a server accepts connections and, with `greets`, begins its greeting within `milliseconds`.
func answers(_ host: String, port: UInt16, greets: Bool, within milliseconds: Int32) -> Bool {
  guard let descriptor = try? connectedSocket(host, port: port) else { return false }
  defer { close(descriptor) }
  guard greets else { return true }
  var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  guard poll(&waiting, 1, milliseconds) == 1 else { return false }
  var byte: UInt8 = 0
  return recv(descriptor, &byte, 1, 0) == 1
}

/// Chooses ports that are free on every loopback address of the servers.
package enum Ports {
  /// The ports that this process has chosen, so that two instances that start in parallel have different ones.
  private static let taken = Mutex<Set<UInt16>>([])

  package static func free() throws -> UInt16 {
    for _ in 0..<1000 {
      // Below the range that the system uses for outgoing connections.
      let port = UInt16.random(in: 12_000..<32_000)
      guard taken.withLock({ $0.insert(port).inserted }) else { continue }
      let free = (Loopback.addresses + [Loopback.elsewhere]).allSatisfy { host in
        guard let descriptor = try? boundSocket(host, port: port) else { return false }
        close(descriptor)
        return true
      }
      if free { return port }
    }
    throw StartFailure("no free port")
  }
}
