// Socket addresses of this computer.

import Net
import Platform

extension SocketAddress {
  /// Returns 127.0.0.1 with this port.
  package static func v4(_ port: UInt16) -> SocketAddress {
    var address = Platform.loopback4(port: port)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  /// Returns ::1 with this port.
  package static func v6(_ port: UInt16) -> SocketAddress { v6(port, in6addr_loopback) }

  /// Returns an IPv6 address with this port.
  package static func v6(_ port: UInt16, _ host: in6_addr) -> SocketAddress {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    address.sin6_addr = host
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { SocketAddress($0, length: socklen_t(MemoryLayout<sockaddr_in6>.size)) }
    }
  }
}
