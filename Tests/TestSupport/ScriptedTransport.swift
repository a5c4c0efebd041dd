// Connections that a test prepared, in place of those of the network.

import Net
import Vocabulary

/// Opens prepared connections, without stages and without time.
package struct ScriptedTransport: Transport {
  private let connection: (Endpoint) -> (any Connection)?

  /// Creates a transport that opens `connection` for any endpoint.
  package init(_ connection: any Connection) { self.connection = { _ in connection } }

  /// Creates a transport that opens the connection under the endpoint's host name.
  package init(_ connections: [HostName: any Connection]) { connection = { connections[$0.host] } }

  package func open(_ endpoint: Endpoint, _ stages: OpeningStages) throws(NetFailure) -> any Connection {
    guard let connection = connection(endpoint) else { throw .refused }
    return connection
  }
}
