// The common form of all texts that look like the same address. It finds account names that users could mistake for an address.

import Vocabulary

enum AddressSpelling {
  /// Returns the form that all spellings of an address have in common: without invisible characters, without what mail clients write
  /// around an address (RFC 5322, section 3.4), and in lower-case ASCII letters as far as possible.
  static func canonical(_ text: String) -> String {
    var text = String(String.UnicodeScalarView(text.unicodeScalars.filter(isSeen).map(plain))).uppercased().lowercased()
    // `Anna <anna@example.org>`
    if let open = text.lastIndex(of: "<") { text = String(text[text.index(after: open)...].prefix { $0 != ">" }) }
    if text.hasPrefix("mailto:") { text.removeFirst("mailto:".count) }
    text = bare(text)
    guard let at = text.lastIndex(of: "@") else { return text }
    // `anna@example.org (Anna)`
    var domain = text[text.index(after: at)...].prefix { $0 != "(" }
    while domain.last == "." { domain.removeLast() }
    return "\(local(bare(String(text[..<at]))))@\(domain)"
  }

  /// Whether `scalar` is visible and not only a gap. ASCII blanks can be a part of a quoted local part.
  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 && scalar.value != 0x7f }
    // BRAILLE PATTERN BLANK and MUSICAL SYMBOL NULL NOTEHEAD are invisible symbols.
    if scalar.value == 0x2800 || scalar.value == 0x1d159 { return false }
    if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator: return false
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
      .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
      .otherSymbol:
      return true
    @unknown default: return false
    }
  }

  /// Returns the ASCII character that `scalar` is a compatibility form of (Unicode 16, chapter 23), for the characters of addresses.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    func letter(_ offset: UInt32, from first: Unicode.Scalar) -> Unicode.Scalar { Unicode.Scalar(first.value + offset) ?? scalar }
    switch value {
    case 0xff01...0xff5e: return Unicode.Scalar(value - 0xfee0) ?? scalar
    case 0x3002, 0xff61, 0xfe52, 0x2024: return "."
    case 0xfe6b: return "@"
    case 0x2010...0x2015, 0x2212, 0xfe58, 0xfe63: return "-"
    case 0xfe4d...0xfe4f: return "_"
    case 0xfe62: return "+"
    case 0x2018...0x201f, 0x2032, 0x2033, 0x00ab, 0x00bb, 0x2039, 0x203a, 0x300c...0x300f, 0x301d...0x301f: return "\""
    case 0x3008, 0x27e8, 0x2329, 0xfe64: return "<"
    case 0x3009, 0x27e9, 0x232a, 0xfe65: return ">"
    case 0x24b6...0x24cf: return letter(value - 0x24b6, from: "a")
    case 0x24d0...0x24e9: return letter(value - 0x24d0, from: "a")
    // Mathematical alphabets, and their digits.
    case 0x1d400...0x1d6a3: return letter((value - 0x1d400) % 26, from: "a")
    case 0x1d7ce...0x1d7ff: return letter((value - 0x1d7ce) % 10, from: "0")
    default: return scalar
    }
  }

  /// Returns `text` without quotes and brackets around it.
  private static func bare(_ text: String) -> String {
    let marks = "\"'`<>()[],;:"
    return String(text.drop(while: marks.contains).reversed().drop(while: marks.contains).reversed())
  }

  /// A quoted local part is equal to a bare one with the same characters (RFC 5321, section 4.1.2).
  private static func local(_ text: String) -> String { text.filter { $0 != "\"" && $0 != "\\" } }
}
