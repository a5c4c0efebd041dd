// The look-up of host names, with a deadline.

import Platform
import Posix
import Vocabulary

/// A function that resolves a host name. Tests replace that of the system.
package typealias Resolve = @Sendable (HostName, UInt16, Deadline, Interrupt) throws(NetFailure) -> [SocketAddress]

/// The resolver of the system.
package enum Resolver {
  /// Returns the addresses of a host, A and AAAA together, without search domains: at least one and at most `limit`,
  /// alternating between the families (RFC 8305, section 4). The look-up cannot be cancelled. It runs on its own thread,
  /// which is abandoned at the deadline or when the latch is raised.
  package static let system: Resolve = { (host, port, deadline, interrupt) throws(NetFailure) in
    // An address literal needs no look-up and no thread.
    if host.kind != .name { return try lookUp(host, port: port).get() }
    let answer: Result<[SocketAddress], NetFailure>
    do {
      let worker = try Worker.start { lookUp(host, port: port) }
      answer = try worker.wait(until: deadline, or: interrupt)
    } catch let error as SystemError {
      throw .system(error.number)
    } catch let end as Wait.End {
      throw end == .interrupted ? .interrupted : .dnsFailed
    } catch {
      preconditionFailure("no other error is thrown here")
    }
    return try answer.get()
  }

  /// The maximum number of addresses that are tried for one host. More would only prolong the wait.
  private static let limit = 8

  private static func lookUp(_ host: HostName, port: UInt16) -> Result<[SocketAddress], NetFailure> {
    var hints = addrinfo()
    hints.ai_socktype = Platform.streamSocket
    hints.ai_flags = host.kind == .name ? AI_NUMERICSERV : AI_NUMERICHOST | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    let spelling = host.kind == .name ? Platform.absolute(host.text) : host.text
    errno = 0
    let status = getaddrinfo(spelling, String(port), &hints, &list)
    defer { if let list { freeaddrinfo(list) } }
    guard status == 0 else { return .failure(failure(status, errno)) }
    var addresses: [SocketAddress] = []
    var next = list
    while let info = next?.pointee {
      if let address = info.ai_addr {
        let found = SocketAddress(address, length: info.ai_addrlen)
        if !addresses.contains(found) { addresses.append(found) }
      }
      next = info.ai_next
    }
    guard !addresses.isEmpty else { return .failure(.noSuchHost(exists: true)) }
    return .success(Array(interleaved(addresses).prefix(limit)))
  }

  /// `number` is the errno of the look-up. It is needed because glibc reports a missing name if it has no descriptors left
  /// to open its files.
  private static func failure(_ status: Int32, _ number: Int32) -> NetFailure {
    switch status {
    case _ where [ENOMEM, EMFILE, ENFILE, ENOBUFS].contains(number): .system(number)
    case EAI_NONAME: .noSuchHost(exists: false)
    case Platform.nameWithoutAddress, Platform.nameWithoutFamily: .noSuchHost(exists: true)
    case EAI_MEMORY: .system(ENOMEM)
    // EAI_AGAIN, EAI_FAIL, EAI_SYSTEM: the look-up itself failed.
    default: .dnsFailed
    }
  }

  /// Returns the addresses alternating between the families, each in the order that the system prefers (RFC 6724).
  package static func interleaved(_ addresses: [SocketAddress]) -> [SocketAddress] {
    let first = addresses.filter { $0.family == addresses.first?.family }
    let other = addresses.filter { $0.family != addresses.first?.family }
    return (0..<max(first.count, other.count)).flatMap { index in
      [first, other].compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }
}
