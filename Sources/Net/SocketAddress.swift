// Addresses of sockets.

import Platform

/// IPv4 or IPv6.
package enum AddressFamily: String, Sendable, CaseIterable {
  case ipv4, ipv6

  /// Returns the family of the address that `socket` is bound to. `nil` if it is neither.
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

/// One address to connect to.
package struct SocketAddress: Sendable, Equatable {
  /// A sockaddr with the length of its family.
  private let octets: [UInt8]

  package let family: Int32

  /// Copies `length` octets of `address`.
  package init(_ address: UnsafePointer<sockaddr>, length: socklen_t) {
    octets = Array(UnsafeRawBufferPointer(start: address, count: Int(length)))
    family = Int32(address.pointee.sa_family)
  }

  /// Lends the address to `body` and returns its result.
  package func with<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    octets.withUnsafeBytes { raw in
      // The storage of an array is aligned to 16 octets. A sockaddr needs at most 8.
      raw.withMemoryRebound(to: sockaddr.self) { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("an address is never empty") }
        return body(start, socklen_t(octets.count))
      }
    }
  }
}
