// Octets of any value, for scripts and certificates, written as text, as numbers or with C escapes.

import Platform
import Vocabulary

/// A sequence of octets with literals.
package struct Octets: Equatable, Sendable {
  package let array: [UInt8]

  package init(_ octets: some Sequence<UInt8>) { array = Array(octets) }

  /// Reads C escapes (`\r \n \t \0 \\ \" \xff`). Returns `nil` if a backslash begins
  /// anything else.
  package init?(escaped text: String) {
    var octets: [UInt8] = []
    var rest = text.utf8[...]
    while let octet = rest.popFirst() {
      guard octet == .backslash else {
        octets.append(octet)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "r"): octets.append(.carriageReturn)
      case UInt8(ascii: "n"): octets.append(.lineFeed)
      case UInt8(ascii: "t"): octets.append(.tab)
      case UInt8(ascii: "0"): octets.append(.nul)
      case UInt8.backslash: octets.append(.backslash)
      case UInt8.quote: octets.append(.quote)
      case UInt8(ascii: "x"):
        guard rest.count >= 2, rest.prefix(2).allSatisfy({ $0.isDigit || (0x61...0x66).contains($0.lowercasedASCII) }),
          let value = UInt8(rest.prefix(2).text, radix: 16)
        else { return nil }
        octets.append(value)
        rest = rest.dropFirst(2)
      default: return nil
      }
    }
    array = octets
  }

  package static func + (left: Octets, right: Octets) -> Octets { Octets(left.array + right.array) }
}

extension Octets: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
  package init(stringLiteral text: String) { array = Array(text.utf8) }
  package init(arrayLiteral octets: UInt8...) { array = octets }
}

extension [UInt8] {
  /// Overwrites the octets in place, because they may be a password, and removes them. Earlier copies are not
  /// overwritten.
  package mutating func wipe() {
    withUnsafeMutableBytes { Platform.wipe($0) }
    removeAll()
  }
}
