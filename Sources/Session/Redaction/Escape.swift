// Escape sequences, as servers use them in what they repeat: of URLs, mail, JSON and HTML.

import Vocabulary

/// Decodes escape sequences.
enum Escape {
  /// Returns the octets that the escape at `start` stands for, and its length. `nil` if there is no escape.
  static func decode(_ text: [UInt8], _ start: Int) -> (octets: [UInt8], length: Int)? {
    switch text[start] {
    case UInt8(ascii: "%"): return hexadecimal(text, start + 1, digits: 2).map { ([UInt8($0)], 3) }
    case UInt8(ascii: "="):
      // RFC 2045, section 6.7: a soft line break.
      if start + 1 == text.count || text[start + 1] <= .space || text[start + 1] == 0x7f { return ([], 1) }
      return hexadecimal(text, start + 1, digits: 2).map { ([UInt8($0)], 3) }
    case .backslash: return backslash(text, start)
    case UInt8(ascii: "&"): return entity(text, start)
    default: return nil
    }
  }

  /// Decodes the escapes of JSON (RFC 8259, section 7), of C and of quoted strings in IMAP.
  private static func backslash(_ text: [UInt8], _ start: Int) -> ([UInt8], Int)? {
    guard start + 1 < text.count else { return nil }
    switch text[start + 1] {
    case UInt8(ascii: "x"): return hexadecimal(text, start + 2, digits: 2).map { ([UInt8($0)], 4) }
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal(text, start + 2, digits: 4) else { return nil }
      if let scalar = Unicode.Scalar(unit) { return (Array(String(scalar).utf8), 6) }
      // Characters above U+FFFF are surrogate pairs.
      guard start + 7 < text.count, text[start + 6] == .backslash, text[start + 7] == UInt8(ascii: "u"),
        let low = hexadecimal(text, start + 8, digits: 4), (0xdc00..<0xe000).contains(low), unit < 0xdc00,
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
      else { return nil }
      return (Array(String(scalar).utf8), 12)
    case 0x30...0x33:
      let digits = text[(start + 1)...].prefix(3)
      guard digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
      return ([digits.reduce(0) { $0 << 3 | ($1 - 0x30) }], 4)
    case let octet where !octet.isLetter && !octet.isDigit: return ([octet], 2)
    default: return nil
    }
  }

  private static let named: [(name: String, octet: UInt8)] = [
    ("amp", UInt8(ascii: "&")), ("lt", UInt8(ascii: "<")), ("gt", UInt8(ascii: ">")), ("quot", .quote), ("apos", UInt8(ascii: "'")),
    ("nbsp", .space),
  ]

  /// Decodes `&amp;`, `&#38;` and `&#x26;`.
  private static func entity(_ text: [UInt8], _ start: Int) -> ([UInt8], Int)? {
    let inside = text[(start + 1)...].prefix(8).prefix { $0 != UInt8(ascii: ";") }
    guard start + 1 + inside.count < text.count, text[start + 1 + inside.count] == UInt8(ascii: ";") else { return nil }
    let length = inside.count + 2
    guard inside.first == UInt8(ascii: "#") else {
      return named.first { inside.elementsEqual($0.name.utf8) }.map { ([$0.octet], length) }
    }
    let digits = inside.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    return UInt32(digits.dropFirst(isHexadecimal ? 1 : 0).text, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
      .map { (Array(String($0).utf8), length) }
  }

  private static func hexadecimal(_ text: [UInt8], _ start: Int, digits: Int) -> UInt32? {
    guard start + digits <= text.count else { return nil }
    var value: UInt32 = 0
    for octet in text[start..<(start + digits)] {
      switch octet {
      case 0x30...0x39: value = value << 4 | UInt32(octet - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(octet - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(octet - 0x57)
      default: return nil
      }
    }
    return value
  }
}
