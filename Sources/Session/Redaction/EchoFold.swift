// The form in which texts are compared with secrets: without case, with one alphabet of base64, with narrow letters.

import Vocabulary

/// Folds texts for comparison.
enum EchoFold {
  /// Which characters are compared.
  enum Kind {
    /// All characters that are shown, except blanks.
    case seen
    /// Letters and digits only, so that separators do not hide a secret.
    case letters
  }

  /// The octet that replaces what was masked. It does not occur in UTF-8.
  static let barrier: UInt8 = 0xff

  /// Calls `emit` with each octet of the folded text and its place in `octets`. A barrier is emitted as NUL, which no secret
  /// contains.
  static func fold(_ octets: some RandomAccessCollection<UInt8>, _ kind: Kind, _ emit: (UInt8, Range<Int>) -> Void) {
    let start = octets.startIndex
    func octet(_ position: Int) -> UInt8 { octets[octets.index(start, offsetBy: position)] }
    var position = 0
    while position < octets.count {
      let first = octet(position)
      if first < 0x80 {
        if let folded = ascii(first, kind) { emit(folded, position..<(position + 1)) }
        position += 1
        continue
      }
      let length = self.length(first)
      guard first != barrier, position + length <= octets.count, let scalar = scalar(first, length, { octet(position + $0) }) else {
        emit(first == barrier ? .nul : first, position..<(position + 1))
        position += 1
        continue
      }
      let place = position..<(position + length)
      if (0xff01...0xff5e).contains(scalar.value) {
        if let folded = ascii(UInt8(scalar.value - 0xfee0), kind) { emit(folded, place) }
      } else if isKept(scalar, kind) {
        for unit in scalar.properties.lowercaseMapping.utf8 { emit(unit, place) }
      }
      position += length
    }
  }

  /// Returns the folded octet: in lower case, and in the first alphabet of base64 (RFC 4648, section 5). `nil` if it is not
  /// compared.
  private static func ascii(_ octet: UInt8, _ kind: Kind) -> UInt8? {
    if octet <= .space || octet == 0x7f { return nil }
    switch octet {
    case 0x41...0x5a: return octet + 0x20
    case 0x61...0x7a, 0x30...0x39: return octet
    default: break
    }
    guard kind == .seen else { return nil }
    switch octet {
    case .hyphen: return .plus
    case UInt8(ascii: "_"): return UInt8(ascii: "/")
    default: return octet
    }
  }

  private static func isKept(_ scalar: Unicode.Scalar, _ kind: Kind) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
      true
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
    default: kind == .seen
    }
  }

  /// Returns the length in octets of the character that begins with `first`. 1 if no character does.
  static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xc2...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...0xf4: 4
    default: 1
    }
  }

  private static func scalar(_ first: UInt8, _ length: Int, _ octet: (Int) -> UInt8) -> Unicode.Scalar? {
    guard length > 1 else { return nil }
    var value = UInt32(first) & (0x7f >> UInt32(length))
    for offset in 1..<length {
      let next = octet(offset)
      guard next & 0xc0 == 0x80 else { return nil }
      value = value << 6 | UInt32(next & 0x3f)
    }
    return Unicode.Scalar(value)
  }
}
