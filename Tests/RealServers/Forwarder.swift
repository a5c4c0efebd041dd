// A relay through which Dovecot sees connections from this machine as connections from another one.

import Foundation
import Synchronization

/// Listens on the usual loopback addresses and forwards every connection to the same port of 127.0.0.2.
///
/// If both addresses of a connection are equal, Dovecot regards it as secure and permits a password without TLS,
/// regardless of `ssl` and `disable_plaintext_auth`. No setting changes this. With this relay Dovecot sees a client at
/// 127.0.0.1 and its own address 127.0.0.2, and behaves as on a network.
final class Forwarder: Sendable {
  private let port: UInt16
  private let listeners: [Int32]

  init(port: UInt16) throws {
    self.port = port
    var listeners: [Int32] = []
    do {
      for address in Loopback.addresses {
        let listener = try boundSocket(address, port: port)
        listeners.append(listener)
        guard listen(listener, 64) == 0 else { throw StartFailure.system("listen \(address):\(port)") }
      }
    } catch {
      for listener in listeners { close(listener) }
      throw error
    }
    self.listeners = listeners
    for listener in listeners { Thread.detachNewThread { Self.serve(listener, port: port) } }
  }

  /// Stops listening. Open connections end when the server ends them.
  func stop() {
    for listener in listeners { shutdown(listener, Int32(SHUT_RDWR)) }
  }

  /// Accepts connections until `stop` shuts the listener down, then closes the listener. Only this thread knows when
  /// its descriptor is no longer in use.
  private static func serve(_ listener: Int32, port: UInt16) {
    while true {
      let client = accept(listener, nil, nil)
      if client < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        break
      }
      _ = fcntl(client, F_SETFD, FD_CLOEXEC)
      Thread.detachNewThread {
        defer { close(client) }
        guard let server = try? connectedSocket(Loopback.elsewhere, port: port) else { return }
        defer { close(server) }
        relay(client, server)
      }
    }
    close(listener)
  }

  /// Copies in both directions until the server closes or either side is lost.
  private static func relay(_ client: Int32, _ server: Int32) {
    var sides = [pollfd(fd: client, events: Int16(POLLIN), revents: 0), pollfd(fd: server, events: Int16(POLLIN), revents: 0)]
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if poll(&sides, 2, -1) < 0 {
        guard errno == EINTR else { return }
        continue
      }
      if sides[1].revents != 0, !copy(from: server, to: client, &buffer) { return }
      if sides[0].revents != 0, !copy(from: client, to: server, &buffer) {
        // The client has finished sending, but it may still read the answer.
        shutdown(server, Int32(SHUT_WR))
        sides[0].fd = -1
        sides[0].revents = 0
      }
    }
  }

  /// Forwards the available octets. Returns `false` at the end of the stream or if the other side is lost.
  private static func copy(from source: Int32, to target: Int32, _ buffer: inout [UInt8]) -> Bool {
    let count = recv(source, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    var sent = 0
    while sent < count {
      let more = buffer.withUnsafeBytes { send(target, $0.baseAddress! + sent, count - sent, Int32(MSG_NOSIGNAL)) }
      guard more > 0 else { return false }
      sent += more
    }
    return true
  }
}
