// Octets with names, and comparisons that know no locale: protocol keywords are ASCII whatever LC_ALL says.

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

  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  package var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7a }
  package var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5a ? self | 0x20 : self }
}

extension Sequence<UInt8> {
  /// Whether both are the same octets when A-Z counts as a-z.
  package func equalsIgnoringCase(_ other: String) -> Bool {
    lazy.map(\.lowercasedASCII).elementsEqual(other.utf8.lazy.map(\.lowercasedASCII))
  }

  /// The octets as text. Ill-formed UTF-8 becomes U+FFFD; for values that are compared, never for the terminal (see Visible).
  package var text: String { String(decoding: Array(self), as: UTF8.self) }
}

extension String {
  /// A-Z to a-z and nothing else: no Turkish i, no locale.
  package var lowercasedASCII: String { String(decoding: utf8.map(\.lowercasedASCII), as: UTF8.self) }
  /// a-z to A-Z and nothing else.
  package var uppercasedASCII: String {
    String(decoding: utf8.map { $0 >= 0x61 && $0 <= 0x7a ? $0 & 0xdf : $0 }, as: UTF8.self)
  }
}

extension UInt16 {
  /// A port: ASCII decimal digits, 1 to 65535, no sign, no blank, no leading zero.
  package init?(port text: String) {
    guard let first = text.utf8.first, first != 0x30, text.utf8.count <= 5, text.utf8.allSatisfy(\.isDigit),
      let value = UInt16(text)
    else { return nil }
    self = value
  }
}

extension UInt8 {
  /// A space or a tab.
  package var isBlank: Bool { self == .space || self == .tab }
  /// A blank, CR or LF.
  package var isBlankOrLineEnd: Bool { isBlank || self == .lineFeed || self == .carriageReturn }
}

extension ArraySlice<UInt8> {
  /// The octets without blanks and line ends around them.
  package var withoutBlanks: ArraySlice<UInt8> {
    var inner = drop(while: \.isBlankOrLineEnd)
    while let last = inner.last, last.isBlankOrLineEnd { inner.removeLast() }
    return inner
  }
}
