// One address to connect to.

import Platform

/// The two ways into the network.
package enum AddressFamily: String, Sendable, CaseIterable {
  case ipv4, ipv6

  /// The family of the address a socket is bound to; nil where it is none of the two.
  init?(of socket: Int32) {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
    }
    guard status == 0 else { return nil }
    switch Int32(storage.ss_family) {
    case AF_INET: self = .ipv4
    case AF_INET6: self = .ipv6
    default: return nil
    }
  }
}

package struct SocketAddress: Sendable, Equatable {
  /// A sockaddr of the family's own length.
  private let octets: [UInt8]

  package let family: Int32

  /// Copies `length` octets of `address`.
  package init(_ address: UnsafePointer<sockaddr>, length: socklen_t) {
    octets = Array(UnsafeRawBufferPointer(start: address, count: Int(length)))
    family = Int32(address.pointee.sa_family)
  }

  package func with<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    octets.withUnsafeBytes { raw in
      // The array's storage is aligned to 16; a sockaddr needs 8 at most.
      raw.withMemoryRebound(to: sockaddr.self) { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("an address is never empty") }
        return body(start, socklen_t(octets.count))
      }
    }
  }
}
