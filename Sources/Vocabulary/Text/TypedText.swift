// What input methods, clipboards and web pages add to the characters that a user means.

/// The forms of characters in typed and pasted text.
package enum TypedText {
  /// Returns `typed` in the form that words, host names and addresses are compared in: full-width ASCII and ideographic
  /// full stops in ASCII, without invisible characters and without blanks at either end.
  package static func plain(_ typed: String) -> String {
    // Nearly all text is ASCII, in which nothing has another form.
    if typed.utf8.allSatisfy({ $0 < 0x80 }) { return typed.trimmed }
    return narrowed(String(typed.unicodeScalars.filter { !isInvisible($0) })).trimmed
  }

  /// Returns `typed` with full-width ASCII and ideographic full stops in ASCII. Nothing is left out.
  package static func narrowed(_ typed: String) -> String {
    String(String.UnicodeScalarView(typed.unicodeScalars.map { narrow($0) ?? stop($0) ?? $0 }))
  }

  /// Returns the usual form of a full-width or half-width character: ASCII (U+FF01 to U+FF5E), Katakana (U+FF66 to
  /// U+FF9F), and the small at sign. `nil` for any other character.
  package static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xff01...0xff5e: Unicode.Scalar(scalar.value - 0xfee0)
    case 0xff66...0xff9f: halfWidthKana[Int(scalar.value) - 0xff66]
    case 0xfe6b: "@"
    default: nil
    }
  }

  /// Returns a period for the full stops that input methods type in its place. `nil` for any other character.
  package static func stop(_ scalar: Unicode.Scalar) -> Unicode.Scalar? { [0x3002, 0xff61].contains(scalar.value) ? "." : nil }

  /// Returns a hyphen for the dashes that web pages and word processors put in its place. `nil` for any other character.
  package static func hyphen(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2010...0x2015, 0x2212, 0xfe58, 0xfe63, 0xff0d: "-"
    default: nil
    }
  }

  /// Whether `scalar` takes no place on the screen: format and zero-width characters, variation selectors, fillers.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0xac, 0x3165...0xd7ff: false
    case 0xad, 0x34f, 0x61c, 0x115f...0x1160, 0x17b4...0x17b5, 0x180b...0x180f, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f,
      0x3164, 0xfe00...0xfe0f, 0xfeff, 0xffa0, 0xfff9...0xfffb, 0xe0000...0xe0fff:
      true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether `scalar` is a blank of any width.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x2800
  }

  private static let halfWidthKana = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309a}".unicodeScalars)
}
