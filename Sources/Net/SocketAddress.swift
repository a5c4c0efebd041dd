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

  /// Whether the address is for this computer or the networks it is in, and is of no use elsewhere: loopback, link-local, unspecified,
  /// private (RFC 1918, RFC 4193), or shared by the customers of a carrier (RFC 6598).
  package var isOfOwnNetwork: Bool {
    switch family {
    case AF_INET: return Self.isOwn4(octets.dropFirst(4).prefix(4))
    case AF_INET6:
      let address = Array(octets.dropFirst(8).prefix(16))
      guard address.count == 16 else { return false }
      let isMapped = address.prefix(10).allSatisfy { $0 == 0 } && address[10...11].allSatisfy { $0 == 0xff }
      if isMapped { return Self.isOwn4(address.suffix(4)) }
      if address.dropLast().allSatisfy({ $0 == 0 }) { return address[15] <= 1 }
      return address[0] & 0xfe == 0xfc || (address[0] == 0xfe && address[1] & 0xc0 == 0x80)
    default: return false
    }
  }

  private static func isOwn4(_ address: ArraySlice<UInt8>) -> Bool {
    guard let first = address.first, let second = address.dropFirst().first else { return false }
    switch (first, second) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127): return true
    case (_, _): return false
    }
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
