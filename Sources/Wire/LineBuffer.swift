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
  private var limits = WireLimits.opening

  package init() {}

  /// Sets the limits for the time after login, when the server sends the contents of a mailbox.
  package mutating func grow() { limits = .mailbox }

  /// Appends octets from the server. Throws `.tooManyOctets` if the dialogue exceeds its limit.
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
      // A CR that may turn out to be part of the line end does not count.
      guard octets.count - start <= limits.line + 1 else { throw .lineTooLong }
      return nil
    }
    var line = octets[start..<end]
    if line.last == .carriageReturn { line.removeLast() }
    guard line.count <= limits.line else { throw .lineTooLong }
    start = end + 1
    return Array(line)
  }

  /// Consumes and returns the next `count` octets. `nil` if they have not all arrived. Throws `.literalTooLong` if
  /// `count` exceeds the limit.
  package mutating func octets(_ count: Int) throws(WireError) -> [UInt8]? {
    guard count <= limits.literal else { throw .literalTooLong }
    guard octets.count - start >= count else { return nil }
    defer { start += count }
    return Array(octets[start..<(start + count)])
  }
}

/// The limits on what a server may send, each with its reason.
package struct WireLimits: Sendable {
  /// The maximum length of a line in octets, without its end.
  package let line: Int
  /// The maximum length of a literal in octets.
  package let literal: Int
  /// The maximum number of octets from the server in the whole dialogue.
  package let dialogue: Int

  /// The limits until an IMAP server has accepted the login, and for the whole SMTP dialogue. RFC 7162, section 4
  /// recommends lines of 8,192 octets. SMTP servers exceed RFC 5321's 512 octets by far. No command before the login
  /// needs a literal in its response. curl allows 64 KiB for one response.
  package static let opening = WireLimits(line: 8_192, literal: 4_096, dialogue: 256 * 1_024)
  /// The limits after the login: tens of thousands of folders, thousands of flags.
  package static let mailbox = WireLimits(line: 65_536, literal: 65_536, dialogue: 4 * 1_024 * 1_024)

  /// The maximum number of lines in one SMTP reply. The replies to EHLO have fewer than 40.
  package static let linesPerReply = 100
  /// The maximum number of untagged IMAP responses before a tagged one, until the server has accepted the login.
  package static let untagged = 100
}
