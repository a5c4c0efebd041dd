// Octets in, complete lines and literals out. Every limit on what a server may send acts here.

import Vocabulary

/// A limit that was passed, or octets that are no line.
package enum WireError: Error, Equatable, Sendable {
  case lineTooLong, literalTooLong, tooManyOctets
}

package struct LineBuffer: Sendable {
  private var octets: [UInt8] = []
  private var start = 0
  /// How far a line end was searched for without success, so that a trickle is not searched again from the start.
  private var searched = 0
  private var total = 0
  private var limits = WireLimits.opening

  package init() {}

  /// From now on the server says what a mailbox holds.
  package mutating func grow() { limits = .mailbox }

  /// Adds what was read. Throws when the dialogue has grown past its limit.
  package mutating func append(_ read: some Collection<UInt8>) throws(WireError) {
    total += read.count
    guard total <= limits.dialogue else { throw .tooManyOctets }
    if start > 0, start == octets.count || start > 16_384 {
      octets.removeFirst(start)
      searched -= start
      start = 0
    }
    octets.append(contentsOf: read)
  }

  /// Whether nothing is waiting to be taken, not even a part of a line.
  package var isEmpty: Bool { start == octets.count }

  /// What waits, at most 16 octets, without taking it.
  package var front: [UInt8] { Array(octets[start...].prefix(16)) }

  /// The next line without its end, or nil when it is not complete. LF ends a line and a CR before it belongs to the
  /// end; a lone CR is data.
  package mutating func line() throws(WireError) -> [UInt8]? {
    searched = max(searched, start)
    guard let end = octets[searched...].firstIndex(of: .lineFeed) else {
      searched = octets.count
      // A CR that will turn out to belong to the line end does not count.
      guard octets.count - start <= limits.line + 1 else { throw .lineTooLong }
      return nil
    }
    var line = octets[start..<end]
    if line.last == .carriageReturn { line.removeLast() }
    guard line.count <= limits.line else { throw .lineTooLong }
    start = end + 1
    return Array(line)
  }

  /// The next `count` octets, or nil when they are not all there.
  package mutating func octets(_ count: Int) throws(WireError) -> [UInt8]? {
    guard count <= limits.literal else { throw .literalTooLong }
    guard octets.count - start >= count else { return nil }
    defer { start += count }
    return Array(octets[start..<(start + count)])
  }
}

/// The numbers, each with its reason.
package struct WireLimits: Sendable {
  /// Octets of a line without its end.
  package let line: Int
  /// Octets of a literal.
  package let literal: Int
  /// Octets of a whole dialogue from the server.
  package let dialogue: Int

  /// Until an IMAP server has accepted the login, and always in SMTP. RFC 7162 4 advises lines of 8,192 octets, SMTP servers
  /// pass RFC 5321's 512 by far; nothing that is asked for needs a literal; curl allows 64 KiB for one response.
  package static let opening = WireLimits(line: 8_192, literal: 4_096, dialogue: 256 * 1_024)
  /// Afterwards: tens of thousands of folders, flags by the thousand.
  package static let mailbox = WireLimits(line: 65_536, literal: 65_536, dialogue: 4 * 1_024 * 1_024)

  /// Lines of one SMTP reply: EHLO lists have fewer than 40.
  package static let linesPerReply = 100
  /// Untagged IMAP responses while a reply is waited for, until the login is accepted.
  package static let untagged = 100
}
