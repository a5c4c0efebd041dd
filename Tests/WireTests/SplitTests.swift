// The meaning of a stream does not depend on how the network splits it.

import Testing
import Vocabulary
import Wire

@Suite("Streams divided at any octet") struct SplitTests {
  private static let imap: [String] = [
    "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n", "* ok\n+ \r\n+\r\nA1 NO [AUTHENTICATIONFAILED] no\r\n",
    "* LIST () \"/\" {5}\r\nA1 OK\r\n* LIST () \"/\" {0}\r\n x\r\nA1 OK done\r\n", "* ID {3}\r\n\r\n) {2+}\r\n\r\n\r\nA2 BAD x\r\n",
    "* OK hello {3}\r\nabc\r\n", "A1 OK \u{5bc6}\u{7801}\r\n* BYE\r\n", "garbage\r\n\r\n* \r\n",
  ]
  private static let smtp: [String] = [
    "220 mail ESMTP\r\n", "250-mail\r\n250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN LOGIN\r\n", "535-5.7.8 no\n535 5.7.8 really\n", "250\r\n",
    "334 \r\n235 2.7.0 ok\r\n", "250-mail\r\n554 no\r\n", "hello\r\n250-x\r\n",
  ]

  @Test("IMAP responses with literals", arguments: imap) func imapStreams(_ stream: String) throws {
    let octets = Array(stream.utf8)
    let whole = try Self.responses([octets])
    #expect(!whole.isEmpty)
    for cut in octets.indices { #expect(try Self.responses([Array(octets[..<cut]), Array(octets[cut...])]) == whole, "cut at \(cut)") }
    #expect(try Self.responses(octets.map { [$0] }) == whole)
  }

  @Test("SMTP replies", arguments: smtp) func smtpStreams(_ stream: String) throws {
    let octets = Array(stream.utf8)
    let whole = try Self.replies([octets])
    #expect(!whole.isEmpty)
    for cut in octets.indices { #expect(try Self.replies([Array(octets[..<cut]), Array(octets[cut...])]) == whole, "cut at \(cut)") }
    #expect(try Self.replies(octets.map { [$0] }) == whole)
  }

  @Test("a literal is data, whatever it looks like (imap-literal-hides-tagged-ok, imap-literal-in-text)") func hiddenReply() throws {
    let hidden = try Self.responses([Array("* X {13}\r\nA2 OK done.\r\n\r\nA2 NO really\r\n".utf8)])
    #expect(hidden.count == 2)
    #expect(hidden.first == .data("X"))
    guard case .tagged("A2", let status) = hidden.last ?? nil else { throw Unexpected() }
    #expect(status.condition == .no)
    // In the text of a status, braces are text, so the next line is a reply of its own.
    let shown = try Self.responses([Array("* OK hello {12}\r\nA2 NO really\r\n".utf8)])
    guard shown.count == 2, case .tagged("A2", _) = shown.last ?? nil else { throw Unexpected() }
  }

  private struct Unexpected: Error {}

  /// Returns the responses that a client reads from the chunks, in order, with `nil` for a line that is not a response.
  private static func responses(_ chunks: [[UInt8]]) throws -> [IMAPResponse?] {
    var (buffer, found) = (LineBuffer(), [IMAPResponse?]())
    // The part of a response before a literal that is being read, and the number of octets in that literal.
    var begun: [UInt8] = []
    var awaited: Int?
    for chunk in chunks {
      try buffer.append(chunk)
      while true {
        if let count = awaited {
          guard try buffer.octets(count) != nil else { break }
          awaited = nil
        }
        guard let next = try buffer.line() else { break }
        if let count = IMAPResponse.announcedLiteral(next), !begun.isEmpty || IMAPResponse.mayHoldLiteral(next) {
          begun += next
          awaited = count
        } else {
          found.append(IMAPResponse(begun + next))
          begun = []
        }
      }
    }
    return found
  }

  private static func replies(_ chunks: [[UInt8]]) throws -> [SMTPReply.Line?] {
    var (buffer, found) = (LineBuffer(), [SMTPReply.Line?]())
    for chunk in chunks {
      try buffer.append(chunk)
      while let line = try buffer.line() { found.append(SMTPReply.Line(line)) }
    }
    return found
  }
}
