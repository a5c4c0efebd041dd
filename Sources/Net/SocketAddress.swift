// One address to connect to.

import Platform

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
