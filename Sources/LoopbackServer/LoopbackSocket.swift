// Sockets that other computers cannot reach: they are bound to a loopback address only, and peers with another address
// are refused.

import Platform
import Posix

enum LoopbackSocket {
  /// Returns a socket that listens on the loopback address of `family`, and its port, which the system chooses if `port` is 0. Throws
  /// the errno.
  static func make(on family: Listener.Family, port: UInt16) throws(SystemError) -> (socket: FileDescriptor, port: UInt16) {
    let domain =
      switch family {
      case .ipv4: AF_INET
      case .ipv6: AF_INET6
      }
    let number = Platform.makeSocket(domain)
    guard number >= 0 else { throw SystemError(errno) }
    let socket = FileDescriptor(number)
    if port != 0 {
      // The connections of an earlier run, which the kernel still remembers, do not occupy the port.
      var one: Int32 = 1
      _ = setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    }
    guard bindToLoopback(number, family, port) == 0, listen(number, SOMAXCONN) == 0 else { throw SystemError(errno) }
    var address = sockaddr_storage()
    guard fill(&address, { getsockname(number, $0, $1) }) == 0 else { throw SystemError(errno) }
    // `sin_port` and `sin6_port` have the same offset.
    return (socket, read(address, as: sockaddr_in.self) { UInt16(bigEndian: $0.sin_port) })
  }

  /// Accepts the next pending connection and returns it, non-blocking and close-on-exec. Returns `nil` if no connection
  /// is pending or if the peer is not on the loopback interface. Throws the errno if the system has no descriptor or
  /// memory left; the connection then stays pending.
  static func next(from socket: FileDescriptor) throws(SystemError) -> FileDescriptor? {
    var peer = sockaddr_storage()
    let number = fill(&peer) { accept(socket.number, $0, $1) }
    guard number >= 0 else {
      switch errno {
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: throw SystemError(errno)
      default: return nil
      }
    }
    let connection = FileDescriptor(number)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    guard fcntl(number, F_SETFL, O_NONBLOCK) == 0, isLoopback(peer) else { return nil }
    return connection
  }

  private static func bindToLoopback(_ number: Int32, _ family: Listener.Family, _ port: UInt16) -> Int32 {
    switch family {
    case .ipv4:
      var address = Platform.loopback4(port: port)
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
      }
    case .ipv6:
      // The kernel of a BSD sets `sin6_len` itself.
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      address.sin6_addr = in6addr_loopback
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(number, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) }
      }
    }
  }

  /// Returns whether the peer has a loopback address. A kernel with route_localnet accepts packets for 127.0.0.1 from
  /// other computers.
  private static func isLoopback(_ peer: sockaddr_storage) -> Bool {
    switch Int32(peer.ss_family) {
    case AF_INET: read(peer, as: sockaddr_in.self) { UInt32(bigEndian: $0.sin_addr.s_addr) >> 24 == 127 }
    case AF_INET6:
      read(peer, as: sockaddr_in6.self) { address in
        withUnsafeBytes(of: address.sin6_addr) { one in withUnsafeBytes(of: in6addr_loopback) { one.elementsEqual($0) } }
      }
    default: false
    }
  }

  /// Calls `call`, which writes a socket address to `address`. Returns its result.
  private static func fill(
    _ address: inout sockaddr_storage, _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> Int32 {
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &length) }
    }
  }

  private static func read<Address, Value>(
    _ storage: sockaddr_storage, as type: Address.Type, _ body: (Address) -> Value
  ) -> Value {
    withUnsafeBytes(of: storage) { body($0.loadUnaligned(as: type)) }
  }
}
