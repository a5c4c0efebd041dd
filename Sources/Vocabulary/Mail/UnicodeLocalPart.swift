// Local parts in letters outside ASCII (RFC 6531, section 3.3; RFC 6532, section 3.1): what may be in one, so that an address that
// is shown is the address that is sent.

/// The rules for the characters of a local part outside ASCII.
enum UnicodeLocalPart {
  /// Whether the character can be in a local part: a letter, mark, number or symbol that takes a place on the screen and stays
  /// the same in normalization form C. RFC 6531 allows any character; no mailbox has the others.
  static func mayContain(_ scalar: Unicode.Scalar) -> Bool {
    // BRAILLE PATTERN BLANK and MUSICAL SYMBOL NULL NOTEHEAD are symbols without ink.
    if TypedText.isInvisible(scalar) || TypedText.isBlank(scalar) || scalar.value == 0x1d159 { return false }
    // A character of Unicode that is only another's compatibility form, such as U+212B for U+00C5.
    if scalar.properties.isFullCompositionExclusion { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned:
      return false
    @unknown default: return false
    }
  }

  /// Whether the text is composed, and nothing of it is left out where it is shown.
  static func isShownWhole(_ text: String) -> Bool {
    text.composed.unicodeScalars.elementsEqual(text.unicodeScalars)
      && Visible(text).text.unicodeScalars.elementsEqual(text.unicodeScalars)
  }
}
