// A byte stream to one server that starts in clear and can be made secure once.

import Posix
import Vocabulary

/// What a dialogue is held over. Not Sendable: one dialogue, one thread.
package protocol Connection: AnyObject {
  /// Over which kind of address it goes; nil where there is no telling.
  var family: AddressFamily? { get }

  /// Waits for octets and gives some; never empty. The end of the stream is `closedEarly`, inside TLS without
  /// close_notify `tls(truncated)`.
  func read(until deadline: Deadline) throws(NetFailure) -> [UInt8]

  /// Writes all of `octets`.
  func write(_ octets: Secret, until deadline: Deadline) throws(NetFailure)

  /// Makes the TLS handshake and checks chain and name; on return the peer is who it should be. At most once.
  func secure(until deadline: Deadline) throws(NetFailure) -> TLSFacts

  /// What the peer showed in the handshake, also where that failed; nil where it showed no certificate.
  var peer: TLSFacts? { get }

  /// Says goodbye on the TLS layer if there is one, without waiting, and closes.
  func close()
}

extension Connection {
  /// What a test plays goes over none, and shows nothing.
  package var family: AddressFamily? { nil }
  package var peer: TLSFacts? { nil }
}
