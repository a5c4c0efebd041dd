// How the session of either protocol begins: TLS and the greeting, in the order that the endpoint requires.

import Vocabulary

extension Dialogue {
  /// Runs the stages `tls` and `greeting`. On return the peer is authenticated. `startTLS` also performs the handshake.
  func runOpening(
    greeting: () throws(SessionFailure) -> Void, startTLS: () throws(SessionFailure) -> Void
  ) throws(SessionFailure) {
    switch endpoint.security {
    case .tls:
      try stage(.tls) { () throws(SessionFailure) in try secure() }
      try stage(.greeting, greeting)
    case .startTLS:
      try stage(.greeting, greeting)
      try stage(.tls, startTLS)
    }
  }

  /// Waits for the first line of the server. Throws `.notThisProtocol` if the server speaks TLS already.
  func firstLine() throws(SessionFailure) -> [UInt8] {
    beginReply()
    let first = try firstOctets()
    guard !Greeting.isTLS(first) else { throw failure(.notThisProtocol(said: Greeting.hexadecimal(first), service: .tls)) }
    return try line()
  }
}
