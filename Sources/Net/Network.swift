// Connections to real servers: look-up, then the first address that accepts.

import Posix
import Vocabulary

/// The settings that all connections of a run share.
package struct Network: Transport, Sendable {
  private let context: TLSContext
  private let resolve: Resolve
  /// The latch that ends every wait of a connection.
  package let interrupt: Interrupt

  package init(context: TLSContext, interrupt: Interrupt, resolve: @escaping Resolve = Resolver.system) {
    self.context = context
    self.interrupt = interrupt
    self.resolve = resolve
  }

  /// Returns the same network, whose waits another latch ends.
  package func with(interrupt: Interrupt) -> Network { Network(context: context, interrupt: interrupt, resolve: resolve) }

  /// Returns the addresses of `host`, at least one. Throws if there is no answer until `deadline`.
  package func addresses(of host: HostName, until deadline: Deadline) throws(NetFailure) -> [SocketAddress] {
    try resolve(host, 0, deadline, interrupt)
  }

  package func open(_ endpoint: Endpoint, _ stages: OpeningStages) throws(NetFailure) -> any Connection {
    let addresses = try resolve(endpoint.host, endpoint.port, stages.begin(.resolve), interrupt)
    stages.end()
    let socket = try Dialer.connect(to: addresses, until: stages.begin(.connect), or: interrupt)
    stages.end()
    return SocketConnection(socket, host: endpoint.host, context: context, interrupt: interrupt)
  }
}
