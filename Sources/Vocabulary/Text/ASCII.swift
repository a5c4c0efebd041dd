// Named octets, and comparisons without a locale: protocol keywords are ASCII, whatever LC_ALL is.

extension UInt8 {
  package static let nul: UInt8 = 0x00
  package static let tab: UInt8 = 0x09
  package static let lineFeed: UInt8 = 0x0a
  package static let carriageReturn: UInt8 = 0x0d
  package static let space: UInt8 = 0x20
  package static let quote: UInt8 = 0x22
  package static let plus: UInt8 = 0x2b
  package static let hyphen: UInt8 = 0x2d
  package static let backslash: UInt8 = 0x5c
  package static let openBrace: UInt8 = 0x7b
  package static let closeBrace: UInt8 = 0x7d

  /// Whether the octet is 0-9.
  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether the octet is A-Z or a-z.
  package var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7a }
  /// The octet with A-Z mapped to a-z. Any other octet is unchanged.
  package var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5a ? self | 0x20 : self }
}

extension Sequence<UInt8> {
  /// Returns whether the octets are equal to the UTF-8 octets of `other`, with A-Z equal to a-z.
  package func equalsIgnoringCase(_ other: String) -> Bool {
    lazy.map(\.lowercasedASCII).elementsEqual(other.utf8.lazy.map(\.lowercasedASCII))
  }

  /// The octets decoded as UTF-8, with U+FFFD for ill-formed sequences. For values that are compared; text for the
  /// terminal is `Visible`.
  package var text: String { String(decoding: Array(self), as: UTF8.self) }
}

extension String {
  /// The text with A-Z mapped to a-z. Everything else is unchanged, whatever the locale is (Turkish has another small
  /// i).
  package var lowercasedASCII: String { String(decoding: utf8.map(\.lowercasedASCII), as: UTF8.self) }
  /// The text with a-z mapped to A-Z. Everything else is unchanged.
  package var uppercasedASCII: String {
    String(decoding: utf8.map { $0 >= 0x61 && $0 <= 0x7a ? $0 & 0xdf : $0 }, as: UTF8.self)
  }
}

extension UInt16 {
  /// Reads a port: ASCII decimal digits, 1 to 65535. Returns `nil` if the text has a sign, a blank, a leading zero or
  /// anything else.
  package init?(port text: String) {
    guard let first = text.utf8.first, first != 0x30, text.utf8.count <= 5, text.utf8.allSatisfy(\.isDigit),
      let value = UInt16(text)
    else { return nil }
    self = value
  }
}

extension UInt8 {
  /// Whether the octet is a space or a tab.
  package var isBlank: Bool { self == .space || self == .tab }
  /// Whether the octet is a space, a tab, CR or LF.
  package var isBlankOrLineEnd: Bool { isBlank || self == .lineFeed || self == .carriageReturn }
}

extension ArraySlice<UInt8> {
  /// The octets without blanks and line ends at either end.
  package var withoutBlanks: ArraySlice<UInt8> {
    var inner = drop(while: \.isBlankOrLineEnd)
    while let last = inner.last, last.isBlankOrLineEnd { inner.removeLast() }
    return inner
  }
}
