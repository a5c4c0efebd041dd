// What a connection of a loopback server receives, for an observer.

/// One thing that a connection has received or found out.
package enum StreamEvent: Sendable {
  /// Octets from the socket, TLS records included.
  case raw([UInt8])
  /// Octets of the dialogue that came in clear; after a failed handshake, what the client sent anyway.
  case clear([UInt8])
  /// Octets of the dialogue that came inside TLS, decrypted.
  case inTLS([UInt8])
  /// The ClientHello of a handshake that has ended, whatever its end was; `nil` if none came.
  case hello(ClientHello?)
  case handshakeCompleted(version: String, hasClientCertificate: Bool)
  case handshakeFailed(ConnectionEnd)
}

/// Is told of each event on the thread of the connection.
package protocol StreamObserver: AnyObject {
  func observe(_ event: StreamEvent)
}
