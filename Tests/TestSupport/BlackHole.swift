// A port that takes no connection and refuses none: what a firewall that drops packets looks like. And one that refuses.

import Net
import Platform
import Posix

/// Listens with a queue that is full: the kernel drops every further SYN.
package final class BlackHole: Sendable {
  package let port: UInt16
  private let sockets: [FileDescriptor]

  /// On 127.0.0.1 or ::1.
  package init(_ address: (UInt16) -> SocketAddress = SocketAddress.v4) throws(SystemError) {
    let listener = FileDescriptor(Platform.makeSocket(address(0).family))
    guard address(0).with({ bind(listener.number, $0, $1) }) == 0, listen(listener.number, 0) == 0 else { throw SystemError.last }
    port = try Self.port(of: listener)
    var sockets = [listener]
    // More than the queue has room for; none of them is ever accepted.
    for _ in 0..<4 {
      let filler = FileDescriptor(Platform.makeSocket(address(0).family))
      _ = address(port).with { Platform.connect(filler.number, $0, $1) }
      sockets.append(filler)
    }
    self.sockets = sockets
  }

  /// A port of this computer at which nobody listens.
  package static func closedPort(_ address: (UInt16) -> SocketAddress = SocketAddress.v4) throws(SystemError) -> UInt16 {
    let socket = FileDescriptor(Platform.makeSocket(address(0).family))
    guard address(0).with({ bind(socket.number, $0, $1) }) == 0 else { throw SystemError.last }
    return try port(of: socket)
  }

  /// Whether this computer has ::1; some containers have not.
  package static let hasIPv6 = (try? closedPort(SocketAddress.v6)) != nil

  private static func port(of socket: FileDescriptor) throws(SystemError) -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket.number, $0, &length) }
    }
    guard result == 0 else { throw SystemError.last }
    // It lies at the same place in both families.
    return withUnsafeBytes(of: storage) { UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self)) }
  }
}
