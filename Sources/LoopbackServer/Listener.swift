// A listening socket on the loopback interface, with one thread per connection.

import Platform
import Posix

/// A listener that runs until `stop` is called or until it is released.
package final class Listener: Sendable {
  /// The address family: 127.0.0.1 or ::1.
  package enum Family: Sendable { case ipv4, ipv6 }

  /// The port.
  package let port: UInt16
  private let interrupt: Interrupt
  /// An interrupt that is never raised, for waits that `interrupt` must not end.
  private let calm: Interrupt
  private let acceptor: Worker<Void>

  /// Listens on 127.0.0.1 or ::1, on `port`, or on a port that the system chooses if it is 0.
  ///
  /// Calls `serve` for each connection, on a thread per connection, with the number of the connection (counted from 0).
  /// The connection is closed when `serve` returns. Throws the errno if the system has no socket, port, descriptor or
  /// thread left.
  package static func start(
    on family: Family = .ipv4, port: UInt16 = 0, serve: @escaping @Sendable (Int, ServerConnection) -> Void
  ) throws(SystemError) -> Listener {
    guard let interrupt = Interrupt(), let calm = Interrupt() else { throw SystemError(errno) }
    let (socket, port) = try LoopbackSocket.make(on: family, port: port)
    let acceptor = try Worker.start { run(on: socket, interrupt, calm, serve) }
    return Listener(port: port, interrupt, calm, acceptor)
  }

  private init(port: UInt16, _ interrupt: Interrupt, _ calm: Interrupt, _ acceptor: Worker<Void>) {
    (self.port, self.interrupt, self.calm, self.acceptor) = (port, interrupt, calm, acceptor)
  }

  deinit { interrupt.raise() }

  /// Closes the port and ends every connection. Returns when all threads have ended, after two seconds
  /// (`ServerLimits.stop`) at the latest.
  package func stop() {
    interrupt.raise()
    _ = try? acceptor.wait(until: .after(seconds: ServerLimits.stop), or: calm)
  }

  /// Accepts connections until `interrupt` is raised, then waits for the threads of the connections, which the same
  /// interrupt ends.
  private static func run(
    on socket: FileDescriptor, _ interrupt: Interrupt, _ calm: Interrupt, _ serve: @escaping @Sendable (Int, ServerConnection) -> Void
  ) {
    var connections: [Worker<Void>] = []
    var count = 0
    while !interrupt.isRaised {
      let watched = [socket.number] + connections.map(\.descriptor)
      _ = try? Wait.any(watched.map { ($0, .read) }, until: .after(seconds: ServerLimits.connection), or: interrupt)
      connections.removeAll { $0.value != nil }
      do {
        guard let client = try LoopbackSocket.next(from: socket), connections.count < ServerLimits.connections else { continue }
        let number = count
        connections.append(try Worker.start { converse(number, client, interrupt, serve) })
        count += 1
      } catch {
        // The system is out of a resource. The pending connection must not turn this loop into a busy loop.
        _ = try? Wait.any([], until: .after(seconds: 0.02), or: interrupt)
      }
    }
    let end = Deadline.after(seconds: ServerLimits.stop)
    for connection in connections { _ = try? connection.wait(until: end, or: calm) }
  }

  private static func converse(
    _ number: Int, _ client: FileDescriptor, _ interrupt: Interrupt, _ serve: @Sendable (Int, ServerConnection) -> Void
  ) {
    // If the client has closed the connection, write(2) raises SIGPIPE on this thread. While the signal is blocked,
    // write(2) only returns EPIPE.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    serve(number, ServerConnection(Stream(client, until: .after(seconds: ServerLimits.connection), or: interrupt)))
  }
}
