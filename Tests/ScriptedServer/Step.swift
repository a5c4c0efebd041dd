// The steps of a script.

import LoopbackServer

/// A step of a scripted server.
///
/// Octets to be sent may contain `{t}`, the tag of the last IMAP command received, and `{t+1}` to `{t+9}`, the next
/// tags. In an expected line, `{t}` at the start matches any tag.
package enum Step: Sendable {
  /// Runs the TLS handshake as the server.
  case tls(ServerIdentity, TLSOptions = .standard)

  /// Sends octets in one write: one segment in clear, one record in TLS up to 16 KiB.
  case say(Octets)
  /// Sends octet by octet, with this pause between two.
  case drip(Octets, milliseconds: Int)
  /// Sends each element in a write of its own, with a pause in which the client can read it.
  case segments([Octets], milliseconds: Int = 5)
  /// Sends the octets repeatedly. With `Int.max` it sends until the client leaves, which is a success.
  case flood(Octets, times: Int)
  /// Sends octets in a TLS record with a corrupted last octet.
  case sayBroken(Octets)
  /// Sends octets in clear, below the TLS layer.
  case rawAfterTLS(Octets)
  /// Sends a fatal TLS alert with this number in clear (RFC 8446, section 6).
  case alert(UInt8)
  /// Sends this many TLS 1.3 session tickets.
  case tickets(Int)
  /// Sends this many TLS 1.3 key updates, and requests one in return for each.
  case keyUpdates(Int)
  /// Requests a new TLS 1.2 handshake with another certificate.
  case renegotiate(ServerIdentity)

  /// Expects exactly this line, without its CRLF.
  case expect(String)
  /// Expects a line that begins with this text.
  case expectPrefix(String)
  /// Expects any line.
  case expectAny
  /// Expects this many octets of any value.
  case expectOctets(Int)
  /// Expects one whole TLS record in clear, of any content: a ClientHello, which the script answers with something
  /// other than a handshake.
  case expectRecord
  /// Expects the end of the connection, without any octet before it.
  case expectEnd
  /// Answers each line with these octets, until the client leaves, which is a success.
  case answerEach(Octets)

  case pause(milliseconds: Int)
  /// Reads and sends nothing until the client leaves.
  case silence

  /// Sends FIN without close_notify. Reading continues.
  case fin
  /// Sends close_notify without FIN. Reading continues.
  case closeNotify
  /// Stops reading.
  case deaf
  /// Sends RST. Later steps are not played.
  case rst
}
