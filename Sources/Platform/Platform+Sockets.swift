// TCP sockets.

extension Platform {
  #if canImport(Glibc)
    /// The type of a TCP socket for socket(2).
    package static let streamSocket = Int32(SOCK_STREAM.rawValue)
    package static let tcp = Int32(IPPROTO_TCP)
  #else
    package static let streamSocket = SOCK_STREAM
    package static let tcp = IPPROTO_TCP
  #endif

  /// Returns a TCP socket of `family` that is close-on-exec and non-blocking. On macOS, writing to it raises no
  /// SIGPIPE. Returns -1 and sets `errno` on failure.
  package static func makeSocket(_ family: Int32) -> Int32 {
    #if canImport(Darwin)
      let descriptor = socket(family, streamSocket, 0)
      guard descriptor >= 0 else { return -1 }
      var one: Int32 = 1
      _ = setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &one, socklen_t(MemoryLayout<Int32>.size))
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      return descriptor
    #else
      return socket(family, streamSocket | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    #endif
  }

  /// Asks the kernel to acknowledge received data immediately (TCP_QUICKACK; Linux only). A server that holds back its
  /// next line until the last one is acknowledged (Nagle) would otherwise wait 40 ms. Linux resets the option with
  /// every segment, so the caller has to set it again.
  package static func acknowledgeAtOnce(_ descriptor: Int32) {
    #if canImport(Glibc) || canImport(Musl)
      var one: Int32 = 1
      _ = setsockopt(descriptor, tcp, TCP_QUICKACK, &one, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  /// Returns the address 127.0.0.1 with `port`. On BSD systems, a socket address also contains its own length.
  package static func loopback4(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    #if canImport(Darwin)
      address.sin_len = UInt8(MemoryLayout<sockaddr_in>.size)
    #endif
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    return address
  }
}
