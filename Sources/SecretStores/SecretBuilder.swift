// Builds text that contains secrets, in memory that is wiped.

import Documents
import Vocabulary

/// A piece of such text.
enum SecretPart {
  case plain(String)
  case secret(Secret)
  /// In double quotes, with a backslash before each double quote and each backslash.
  case quoted(Secret)
  /// The same, with control characters as in JSON (RFC 8259, section 7).
  case escaped(Secret)
}

extension SecretPart {
  /// Returns `value` as JSON on one line. The members of objects are in alphabetical order.
  static func json(_ value: SecretJSON) -> [SecretPart] {
    switch value {
    case .null: [.plain("null")]
    case .flag(let flag): [.plain(flag ? "true" : "false")]
    case .numeral(let numeral): [.plain(numeral)]
    case .text(let secret): [.escaped(secret)]
    case .list(let elements): [.plain("[")] + elements.map(json).joined(separator: [.plain(",")]) + [.plain("]")]
    case .object(let members):
      [.plain("{")]
        + members.sorted { $0.key < $1.key }.map { key, value in [.escaped(Secret(copying: key.utf8)), .plain(":")] + json(value) }
        .joined(separator: [.plain(",")]) + [.plain("}")]
    }
  }
}

extension Secret {
  /// Returns the pieces one after the other.
  static func lines(_ pieces: [SecretPart]) -> Secret {
    let capacity = pieces.reduce(0) { total, piece in
      switch piece {
      case .plain(let text): total + text.utf8.count
      case .secret(let secret): total + secret.count
      case .quoted(let secret): total + 2 * secret.count + 2
      case .escaped(let secret): total + 6 * secret.count + 2
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
        case .escaped(let secret):
          append(.quote)
          secret.withOctets { octets in
            for octet in octets {
              if octet < 0x20 {
                for octet in "\\u00\(octet < 0x10 ? "0" : "1")".utf8 { append(octet) }
                append(Array("0123456789abcdef".utf8)[Int(octet & 0x0f)])
              } else {
                if octet == .quote || octet == .backslash { append(.backslash) }
                append(octet)
              }
            }
          }
          append(.quote)
        }
      }
      return count
    }
  }
}
