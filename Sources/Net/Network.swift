// From an endpoint to an open connection, with the time each part took.

import Posix
import Vocabulary

/// What connections are made with: whom to trust, how to look names up, what interrupts.
package struct Network: Sendable {
  package let context: TLSContext
  package let resolve: Resolve
  package let interrupt: Interrupt

  package init(context: TLSContext, interrupt: Interrupt, resolve: @escaping Resolve = Resolver.system) {
    self.context = context
    self.interrupt = interrupt
    self.resolve = resolve
  }

  /// The addresses of `endpoint`, at least one.
  package func addresses(of endpoint: Endpoint, until deadline: Deadline) throws(NetFailure) -> [SocketAddress] {
    try resolve(endpoint.host, endpoint.port, deadline, interrupt)
  }

  /// A connection in clear to one of `addresses`; nothing has been said on it.
  package func connect(
    to endpoint: Endpoint, at addresses: [SocketAddress], until deadline: Deadline
  ) throws(NetFailure) -> any Connection {
    let socket = try Dialer.connect(to: addresses, until: deadline, or: interrupt)
    return SocketConnection(socket, host: endpoint.host, context: context, interrupt: interrupt)
  }
}
