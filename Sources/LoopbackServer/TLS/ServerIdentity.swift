// What a server shows in the handshake: its certificate, its key, and the certificates it sends along.

package struct ServerIdentity: Sendable {
  let certificate: ServerCertificate
  let key: KeyPair
  /// Sent after the certificate, in this order.
  let chain: [ServerCertificate]

  /// All that is sent, leaf first, in PEM.
  package var pem: [UInt8] { ([certificate] + chain).flatMap(\.pem) }

  /// This identity with its own certificate sent `count` times more: a Certificate message of any size.
  package func padded(by count: Int) -> ServerIdentity {
    ServerIdentity(certificate: certificate, key: key, chain: chain + Array(repeating: certificate, count: max(count, 0)))
  }
}
