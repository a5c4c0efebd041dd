// Splits a stream of octets into lines and literals. All limits on what a server may send are enforced here.

import Vocabulary

/// The limit that a server exceeded.
package enum WireError: Error, Equatable, Sendable {
  case lineTooLong, literalTooLong, tooManyOctets
}

/// The octets that were received and not consumed yet.
package struct LineBuffer: Sendable {
  private var octets: [UInt8] = []
  private var start = 0
  /// The position up to which no line end was found, so that slowly arriving octets are not searched again from the
  /// start.
  private var searched = 0
  private var total = 0

  package init() {}

  /// Adds what was read. Throws when the dialogue has grown past its limit.
  package mutating func append(_ read: some Collection<UInt8>) throws(WireError) {
    total += read.count
    guard total <= WireLimits.dialogue else { throw .tooManyOctets }
    if start > 0, start == octets.count || start > 16_384 {
      octets.removeFirst(start)
      searched -= start
      start = 0
    }
    octets.append(contentsOf: read)
  }

  /// Whether all octets are consumed and no partial line is left.
  package var isEmpty: Bool { start == octets.count }

  /// The next octets, at most 16, without consuming them.
  package var front: [UInt8] { Array(octets[start...].prefix(16)) }

  /// Consumes the next line and returns it without its end. `nil` if it is not complete yet. LF ends a line, and a CR
  /// before it belongs to the end. Any other CR is data. Throws `.lineTooLong` if the line exceeds its limit.
  package mutating func line() throws(WireError) -> [UInt8]? {
    searched = max(searched, start)
    guard let end = octets[searched...].firstIndex(of: .lineFeed) else {
      searched = octets.count
      // A CR that will turn out to belong to the line end does not count.
      guard octets.count - start <= WireLimits.line + 1 else { throw .lineTooLong }
      return nil
    }
    var line = octets[start..<end]
    if line.last == .carriageReturn { line.removeLast() }
    guard line.count <= WireLimits.line else { throw .lineTooLong }
    start = end + 1
    return Array(line)
  }

  /// Consumes and returns the next `count` octets. `nil` if they have not all arrived. Throws `.literalTooLong` if
  /// `count` exceeds the limit.
  package mutating func octets(_ count: Int) throws(WireError) -> [UInt8]? {
    guard count <= WireLimits.literal else { throw .literalTooLong }
    guard octets.count - start >= count else { return nil }
    defer { start += count }
    return Array(octets[start..<(start + count)])
  }
}

/// Limits on what a server may send, from the greeting on. Mail programs have none: a server may list tens of thousands of folders,
/// flags by the thousand, and as much before the login. What has no end still comes to one.
package enum WireLimits {
  /// Octets of a line without its end.
  package static let line = 65_536
  /// Octets of a literal.
  package static let literal = 65_536
  /// Octets of a whole dialogue from the server.
  package static let dialogue = 4 * 1_024 * 1_024

  /// Lines of one SMTP reply, which are kept together. EHLO lists have fewer than 40.
  package static let linesPerReply = 10_000
  /// Untagged IMAP responses while a reply is waited for, until the login is accepted.
  package static let untagged = 50_000
}
