// The events of a connection of a loopback server, for an observer.

/// Input of a connection, or a result of its TLS handshake.
package enum StreamEvent: Sendable {
  /// Octets from the socket, TLS records included.
  case raw([UInt8])
  /// Octets of the dialogue that arrived in clear. After a failed handshake, the octets that the client sent anyway.
  case clear([UInt8])
  /// Octets of the dialogue that arrived inside TLS, decrypted.
  case inTLS([UInt8])
  /// The ClientHello of a handshake that has ended, whether it succeeded or not. It is `nil` if the client sent none.
  case hello(ClientHello?)
  case handshakeCompleted(version: String, hasClientCertificate: Bool)
  case handshakeFailed(ConnectionEnd)
}

/// An observer of connections. The connection calls it on its own thread.
package protocol StreamObserver: AnyObject {
  func observe(_ event: StreamEvent)
}
