// One thing to send, as a list of plain and secret pieces; rendered once for the wire and once for the trace.

import Vocabulary

/// A secret is marked where the line is made, so the trace never has to look for it.
package struct Outgoing: Sendable {
  package enum Piece: Sendable {
    case plain([UInt8])
    /// Sent as it is; in the trace only its name appears.
    case secret(Secret, name: String)
  }

  package private(set) var pieces: [Piece]

  /// A line of plain text, without its CRLF. `text` is ours or proved harmless (MailAddress, HostName); a CR, LF or NUL
  /// in it is a fault of this program.
  package init(_ text: String) {
    precondition(Self.isOneLine(text.utf8), "a command must be one line")
    pieces = [.plain(Array(text.utf8))]
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  package static func secret(_ secret: Secret, name: String) -> Outgoing { Outgoing(pieces: [.secret(secret, name: name)]) }

  package static func + (left: Outgoing, right: Outgoing) -> Outgoing { Outgoing(pieces: left.pieces + right.pieces) }

  /// The line with its CRLF, for all commands that leave together; wiped when the last reference goes.
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

  /// The line as the trace shows it: every secret piece is its name in angle brackets.
  package var trace: String {
    pieces.map { piece in
      switch piece {
      case .plain(let octets): octets.text
      case .secret(_, let name): "<\(name)>"
      }
    }.joined()
  }

  /// Whether a secret is among the pieces.
  package var holdsSecret: Bool {
    pieces.contains {
      if case .secret = $0 { true } else { false }
    }
  }

  /// Octets without the CRLF.
  package var count: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .plain(let octets): sum + octets.count
      case .secret(let secret, _): sum + secret.count
      }
    }
  }

  /// Whether `octets` can stand in a protocol line.
  package static func isOneLine(_ octets: some Sequence<UInt8>) -> Bool {
    !octets.contains { $0 == .carriageReturn || $0 == .lineFeed || $0 == .nul }
  }
}
