// What a scripted server does next.

import LoopbackServer

/// Octets to be sent may hold `{t}`, the tag of the last IMAP command received, and `{t+1}` to `{t+9}`, the tags that
/// follow it. In what is expected, `{t}` at the start stands for any tag.
package enum Step: Sendable {
  /// The handshake as the server. With `standard` options and a good identity a good client gets through.
  case tls(ServerIdentity, TLSOptions = .standard)

  /// One write: one segment in clear, one record in TLS up to 16 KiB.
  case say(Octets)
  /// Octet by octet.
  case drip(Octets, milliseconds: Int)
  /// Each in a write of its own, so far apart that the client reads them one by one.
  case segments([Octets], milliseconds: Int = 5)
  /// The same again and again, for `Int.max` until the client leaves, which ends the step well.
  case flood(Octets, times: Int)
  /// In a TLS record that was damaged on the way.
  case sayBroken(Octets)
  /// In clear, beneath the TLS layer.
  case rawAfterTLS(Octets)
  /// A fatal TLS alert in clear, by its number (RFC 8446 6).
  case alert(UInt8)
  /// So many TLS 1.3 session tickets.
  case tickets(Int)
  /// So many TLS 1.3 key updates, each of which wants one in return.
  case keyUpdates(Int)
  /// TLS 1.2: a new handshake, with another certificate.
  case renegotiate(ServerIdentity)

  /// Exactly this line, without its CRLF.
  case expect(String)
  case expectPrefix(String)
  /// Any one line.
  case expectAny
  /// So many octets, whatever they are.
  case expectOctets(Int)
  /// One whole TLS record in clear, whatever is in it: a ClientHello that is answered with anything but a handshake.
  case expectRecord
  /// The client leaves and sends nothing before.
  case expectEnd
  /// Each line that comes gets this answer, until the client leaves, which ends the step well.
  case answerEach(Octets)

  case pause(milliseconds: Int)
  /// Reads and says nothing until the client leaves.
  case silence

  /// FIN without close_notify. Reading goes on.
  case fin
  /// close_notify without FIN. Reading goes on.
  case closeNotify
  /// Reads no more.
  case deaf
  /// RST. The steps after it are not played.
  case rst
}
