// Builds text that contains secrets, in memory that is wiped.

import Vocabulary

/// A piece of such text.
enum SecretPart {
  case plain(String)
  case secret(Secret)
  /// In double quotes, with a backslash before each double quote and each backslash.
  case quoted(Secret)
}

extension Secret {
  /// Returns the pieces one after the other.
  static func lines(_ pieces: [SecretPart]) -> Secret {
    let capacity = pieces.reduce(0) { total, piece in
      switch piece {
      case .plain(let text): total + text.utf8.count
      case .secret(let secret): total + secret.count
      case .quoted(let secret): total + 2 * secret.count + 2
      }
    }
    return Secret(capacity: capacity) { buffer in
      var count = 0
      func append(_ octet: UInt8) {
        buffer[count] = octet
        count += 1
      }
      for piece in pieces {
        switch piece {
        case .plain(let text): for octet in text.utf8 { append(octet) }
        case .secret(let secret): secret.withOctets { for octet in $0 { append(octet) } }
        case .quoted(let secret):
          append(.quote)
          secret.withOctets { octets in
            for octet in octets {
              if octet == .quote || octet == .backslash { append(.backslash) }
              append(octet)
            }
          }
          append(.quote)
        }
      }
      return count
    }
  }
}
