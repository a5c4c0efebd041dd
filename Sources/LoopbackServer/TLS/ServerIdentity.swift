// The certificate, the key and the chain that a server uses in a handshake.

/// The identity of a TLS server.
package struct ServerIdentity: Sendable {
  let certificate: ServerCertificate
  let key: KeyPair
  /// The certificates that the server sends after its own, in this order.
  let chain: [ServerCertificate]

  /// All certificates that the server sends, leaf first, in PEM.
  package var pem: [UInt8] { ([certificate] + chain).flatMap(\.pem) }

  /// Returns this identity with its own certificate appended `count` times, for a Certificate message of any size.
  package func padded(by count: Int) -> ServerIdentity {
    ServerIdentity(certificate: certificate, key: key, chain: chain + Array(repeating: certificate, count: max(count, 0)))
  }
}
