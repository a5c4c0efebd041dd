// Connects to the first address that accepts (Happy Eyeballs, RFC 8305), with staggered non-blocking attempts in one wait.

import Platform
import Posix
import Vocabulary

/// Establishes TCP connections.
package enum Dialer {
  /// Seconds after which the next attempt starts beside the present one (RFC 8305, section 5).
  private static let stagger = 0.25

  /// Connects to the first of `addresses` that accepts, and closes the other attempts. Returns a non-blocking socket
  /// without Nagle's delay. Throws the most informative failure of all attempts.
  package static func connect(
    to addresses: [SocketAddress], until deadline: Deadline, or interrupt: Interrupt
  ) throws(NetFailure) -> FileDescriptor {
    var pending: [FileDescriptor] = []
    var waiting = addresses[...]
    var failures: [NetFailure] = []
    var nextStart = Deadline.now

    while !pending.isEmpty || !waiting.isEmpty {
      if interrupt.isRaised { throw .interrupted }
      if let address = waiting.first, pending.isEmpty || nextStart.hasPassed {
        waiting.removeFirst()
        nextStart = .after(seconds: stagger)
        switch start(address) {
        case .connected(let socket): return prepared(socket)
        case .inProgress(let socket): pending.append(socket)
        case .failed(let failure): failures.append(failure)
        }
        continue
      }
      let wake = waiting.isEmpty ? deadline : min(deadline, nextStart)
      let ready: [Int]
      do {
        ready = try Wait.any(pending.map { ($0.number, .write) }, until: wake, or: interrupt)
      } catch {
        switch error {
        case .interrupted: throw .interrupted
        case .deadline:
          if deadline.hasPassed { throw failures.isEmpty ? .connectTimeout : summary(failures + [.connectTimeout]) }
          continue
        }
      }
      for position in ready.reversed() {
        let socket = pending.remove(at: position)
        let number = pendingError(socket)
        if number == 0 { return prepared(socket) }
        failures.append(failure(number))
      }
    }
    throw summary(failures)
  }

  private enum Attempt {
    case connected(FileDescriptor)
    case inProgress(FileDescriptor)
    case failed(NetFailure)
  }

  private static func start(_ address: SocketAddress) -> Attempt {
    let number = Platform.makeSocket(address.family)
    guard number >= 0 else { return .failed(failure(errno)) }
    let socket = FileDescriptor(number)
    let result = address.with { Platform.connect(number, $0, $1) }
    if result == 0 { return .connected(socket) }
    // A connect that EINTR interrupted continues (POSIX connect, "EINTR").
    return errno == EINPROGRESS || errno == EINTR ? .inProgress(socket) : .failed(failure(errno))
  }

  private static func prepared(_ socket: FileDescriptor) -> FileDescriptor {
    var one: Int32 = 1
    _ = setsockopt(socket.number, Platform.tcp, TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    return socket
  }

  private static func pendingError(_ socket: FileDescriptor) -> Int32 {
    var number: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(socket.number, SOL_SOCKET, SO_ERROR, &number, &length) == 0 ? number : errno
  }

  private static func failure(_ number: Int32) -> NetFailure {
    switch number {
    case ECONNREFUSED: .refused
    // EAFNOSUPPORT: a kernel without IPv6 has no route to an IPv6 address.
    case EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, EADDRNOTAVAIL, EAFNOSUPPORT: .unreachable
    case ETIMEDOUT: .connectTimeout
    case ECONNRESET: .closedEarly(reset: true)
    default: .system(number)
    }
  }

  /// Returns the most informative failure: a refusal before a timeout, and a timeout before a missing route.
  private static func summary(_ failures: [NetFailure]) -> NetFailure {
    for telling in [NetFailure.refused, .connectTimeout] where failures.contains(telling) { return telling }
    return failures.last ?? .unreachable
  }
}
