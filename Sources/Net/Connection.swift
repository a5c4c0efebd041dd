// A byte stream to one server. It starts in clear; TLS can be started on it once.

import Posix
import Vocabulary

/// The connection of a dialogue. Not Sendable: it belongs to one dialogue on one thread.
package protocol Connection: AnyObject {
  /// The family of the address that the connection uses. `nil` if it is not known.
  var family: AddressFamily? { get }

  /// Waits for octets and returns at least one. Throws `.closedEarly` at the end of the stream, or `.tls(.truncated)` if
  /// the stream ends inside TLS without close_notify.
  func read(until deadline: Deadline) throws(NetFailure) -> [UInt8]

  /// Writes all of `octets`.
  func write(_ octets: Secret, until deadline: Deadline) throws(NetFailure)

  /// Performs the TLS handshake and checks the certificate chain and the name. On return the peer is authenticated. May
  /// be called once.
  func secure(until deadline: Deadline) throws(NetFailure) -> TLSFacts

  /// What the peer showed in the handshake, even if the handshake failed. `nil` if it showed no certificate.
  var peer: TLSFacts? { get }

  /// The channel binding of the encrypted connection. `nil` before `secure`, and if the connection has none that is safe to use.
  var channelBinding: ChannelBinding? { get }

  /// Sends close_notify if TLS is active, without waiting, and closes the connection.
  func close()
}
