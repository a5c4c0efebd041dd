// Where the values of a JSON text begin and end: strings, brackets and white space (RFC 8259, section 2). It decodes nothing.

import Vocabulary

/// A position in a JSON text that moves from token to token. It does not validate the text: a caller that needs that has had it
/// decoded before.
package struct JSONScanner {
  /// The text. It must outlive the scanner.
  package let octets: UnsafeRawBufferPointer
  /// The octet that is read next.
  package var position: Int

  package init(_ octets: UnsafeRawBufferPointer, position: Int = 0) { (self.octets, self.position) = (octets, position) }

  /// Consumes white space and the octet after it, and returns that octet; `nil` at the end of the text.
  package mutating func next() -> UInt8? {
    while position < octets.count {
      defer { position += 1 }
      let octet = octets[position]
      if octet != .space, octet != .lineFeed, octet != .carriageReturn, octet != .tab { return octet }
    }
    return nil
  }

  /// Consumes everything up to and including the next `octet`. Returns false, and consumes nothing, if there is none.
  package mutating func skip(to octet: UInt8) -> Bool {
    guard let found = octets[position...].firstIndex(of: octet) else { return false }
    position = found + 1
    return true
  }

  /// After an opening quotation mark: consumes the string and its closing mark, and returns the range of its octets, escapes
  /// included; `nil` if the text ends before.
  package mutating func string() -> Range<Int>? {
    let start = position
    while position < octets.count {
      let octet = octets[position]
      position += 1
      if octet == .quote { return start..<(position - 1) }
      if octet == .backslash { position += 1 }
    }
    return nil
  }

  /// Consumes the rest of a number or a word (`true`, `false`, `null`).
  package mutating func scalar() {
    while position < octets.count, !",]} \n\r\t".utf8.contains(octets[position]) { position += 1 }
  }

  /// Consumes one value, whatever it is, and returns its range; `nil` if the text ends before.
  package mutating func value() -> Range<Int>? {
    guard let first = next() else { return nil }
    let start = position - 1
    switch first {
    case .quote: return string().map { start..<($0.upperBound + 1) }
    case .openBrace, UInt8(ascii: "["):
      var depth = 1
      while depth > 0 {
        guard let octet = next() else { return nil }
        if octet == .quote {
          guard string() != nil else { return nil }
        } else if octet == .openBrace || octet == UInt8(ascii: "[") {
          depth += 1
        } else if octet == .closeBrace || octet == UInt8(ascii: "]") {
          depth -= 1
        }
      }
    default: scalar()
    }
    return start..<position
  }
}
