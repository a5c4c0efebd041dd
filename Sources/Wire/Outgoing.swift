// One line to send, as a list of plain and secret pieces. It is rendered once for the wire and once for the trace.

import Vocabulary

/// A line to send. Secrets are marked when the line is created, so the trace never has to search for them.
package struct Outgoing: Sendable {
  /// A part of the line.
  package enum Piece: Sendable {
    case plain([UInt8])
    /// Octets that are sent unchanged. The trace contains only the name.
    case secret(Secret, name: String)
  }

  package private(set) var pieces: [Piece]

  /// Creates a line of plain text, without its CRLF. `text` is from this program or from a checked value (MailAddress,
  /// HostName). Stops the program if it contains CR, LF or NUL.
  package init(_ text: String) {
    precondition(Self.isOneLine(text.utf8), "a command must be one line")
    pieces = [.plain(Array(text.utf8))]
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// Returns a piece with a secret. `name` replaces it in the trace.
  package static func secret(_ secret: Secret, name: String) -> Outgoing { Outgoing(pieces: [.secret(secret, name: name)]) }

  package static func + (left: Outgoing, right: Outgoing) -> Outgoing { Outgoing(pieces: left.pieces + right.pieces) }

  /// Returns the octets of lines that are sent together, each with its CRLF. They may contain a secret, so the result
  /// is one.
  package static func wire(_ lines: [Outgoing]) -> Secret {
    let count = lines.reduce(0) { $0 + $1.count + 2 }
    return Secret(capacity: count) { buffer in
      var position = 0
      func put(_ octets: some Sequence<UInt8>) {
        for octet in octets {
          buffer[position] = octet
          position += 1
        }
      }
      for line in lines {
        for piece in line.pieces {
          switch piece {
          case .plain(let octets): put(octets)
          case .secret(let secret, _): secret.withOctets { put($0) }
          }
        }
        put([.carriageReturn, .lineFeed])
      }
      return position
    }
  }

  /// The line for the trace. Every secret piece is replaced by its name in angle brackets.
  package var trace: String {
    pieces.map { piece in
      switch piece {
      case .plain(let octets): octets.text
      case .secret(_, let name): "<\(name)>"
      }
    }.joined()
  }

  /// Whether one of the pieces is a secret.
  package var holdsSecret: Bool {
    pieces.contains {
      if case .secret = $0 { true } else { false }
    }
  }

  /// The length in octets, without the CRLF.
  package var count: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .plain(let octets): sum + octets.count
      case .secret(let secret, _): sum + secret.count
      }
    }
  }

  /// Returns whether a protocol line can contain `octets`: they have no CR, LF or NUL.
  package static func isOneLine(_ octets: some Sequence<UInt8>) -> Bool {
    !octets.contains { $0 == .carriageReturn || $0 == .lineFeed || $0 == .nul }
  }
}
