// A port that neither accepts nor refuses a connection, as behind a firewall that drops packets, and a port that
// refuses.

import Net
import Platform
import Posix

/// A listener with a full queue. The kernel drops every further SYN.
package final class BlackHole: Sendable {
  /// The port that neither accepts nor refuses.
  package let port: UInt16
  private let sockets: [FileDescriptor]

  /// Listens on 127.0.0.1 or ::1. Throws the errno.
  package init(_ address: (UInt16) -> SocketAddress = SocketAddress.v4) throws(SystemError) {
    let listener = FileDescriptor(Platform.makeSocket(address(0).family))
    guard address(0).with({ bind(listener.number, $0, $1) }) == 0, listen(listener.number, 0) == 0 else { throw SystemError.last }
    port = try Self.port(of: listener)
    var sockets = [listener]
    // These connections exceed the queue. None of them is ever accepted.
    for _ in 0..<4 {
      let filler = FileDescriptor(Platform.makeSocket(address(0).family))
      _ = address(port).with { Platform.connect(filler.number, $0, $1) }
      sockets.append(filler)
    }
    self.sockets = sockets
  }

  /// Returns a port of this computer without a listener. Throws the errno.
  package static func closedPort(_ address: (UInt16) -> SocketAddress = SocketAddress.v4) throws(SystemError) -> UInt16 {
    let socket = FileDescriptor(Platform.makeSocket(address(0).family))
    guard address(0).with({ bind(socket.number, $0, $1) }) == 0 else { throw SystemError.last }
    return try port(of: socket)
  }

  /// Whether this computer has ::1. Some containers do not.
  package static let hasIPv6 = (try? closedPort(SocketAddress.v6)) != nil

  private static func port(of socket: FileDescriptor) throws(SystemError) -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket.number, $0, &length) }
    }
    guard result == 0 else { throw SystemError.last }
    // The port has the same offset in both families.
    return withUnsafeBytes(of: storage) { UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self)) }
  }
}
