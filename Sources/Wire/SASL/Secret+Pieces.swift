// Messages with a secret between plain texts.

import Vocabulary

extension Secret {
  /// A part of a message.
  enum Piece {
    case plain(String)
    case secret(Secret)
  }

  /// Creates the message that consists of `pieces`.
  convenience init(pieces: [Piece]) {
    let count = pieces.reduce(0) { sum, piece in
      switch piece {
      case .plain(let text): sum + text.utf8.count
      case .secret(let secret): sum + secret.count
      }
    }
    self.init(capacity: count) { buffer in
      var position = 0
      func put(_ octets: some Sequence<UInt8>) {
        for octet in octets {
          buffer[position] = octet
          position += 1
        }
      }
      for piece in pieces {
        switch piece {
        case .plain(let text): put(text.utf8)
        case .secret(let secret): secret.withOctets { put($0) }
        }
      }
      return position
    }
  }
}
