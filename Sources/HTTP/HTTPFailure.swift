// What can go wrong between a request and its response, as data.

import Vocabulary
import Wire

/// A request that got no usable response.
package enum HTTPFailure: Error, Equatable, Sendable {
  /// The parts of an exchange, in their order.
  package enum Phase: String, Sendable, CaseIterable { case resolve, connect, tls, request, response }

  /// The network, TLS or the operating system failed. `request` and everything later means that the server may have received the
  /// request.
  case net(NetFailure, Phase)
  /// The octets that came are not a response that this program accepts.
  case response(HTTPResponseError)
  /// The server named another address. It is never followed: the request would take its secrets there (RFC 9700, section 4.12).
  case redirected(status: Int)
  /// The address is none that a request can have.
  case unusableAddress

  /// Whether the user or a signal ended the exchange.
  package var isInterruption: Bool {
    switch self {
    case .net(.interrupted, _): true
    case .net, .response, .redirected, .unusableAddress: false
    }
  }
}
