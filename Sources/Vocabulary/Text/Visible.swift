// Text from outside that may be shown. It is the only way from a server, a file or a certificate to the screen.

import Platform

/// Text without control, format, surrogate, private-use and unassigned characters and without line breaks, of limited
/// length.
package struct Visible: Hashable, Sendable {
  package let text: String

  /// The default limit: the maximum number of characters in one line of foreign text.
  package static let limit = 200
  /// The maximum number of combining marks on one base character. More of them only overflow lines.
  private static let marks = 8

  /// Makes `text` safe. Drops the characters that a terminal could act on: ESC and all other C0 and C1 controls,
  /// bidirectional controls, zero-width and tag characters. Replaces each run of line breaks, tabs and spaces by one
  /// space. Drops blanks at either end. Cuts the text after `limit` characters, not counting combining marks, and
  /// appends an ellipsis.
  package init(_ text: String, limit: Int = Visible.limit) {
    var kept = String.UnicodeScalarView()
    var (count, marks, blank) = (0, 0, true)
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\n" || scalar == "\t" || scalar == " " {
        if !blank {
          kept.append(" ")
          count += 1
        }
        blank = true
      } else {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: continue
        case .nonspacingMark, .enclosingMark, .spacingMark:
          marks += 1
          if marks > Self.marks { continue }
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
          .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
          .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator:
          marks = 0
        @unknown default: continue
        }
        kept.append(scalar)
        if marks == 0 { count += 1 }
        blank = false
      }
      if count > limit {
        kept.removeLast()
        kept.append("…")
        break
      }
    }
    while kept.last == " " { kept.removeLast() }
    self.text = String(kept)
  }

  /// Returns whether `text` contains no character that `init` would drop or replace by a space, for texts that are
  /// checked once and shown often. Does not check runs of spaces, the number of combining marks and the length.
  package static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      // Nearly all text consists of these: ASCII, CJK, full-width forms. The Unicode tables are slower.
      case 0x20...0x7e, 0x3001...0x3029, 0x4e00...0x9fa5, 0xff01...0xff5e: return true
      default: break
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
        .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
        .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol, .spaceSeparator:
        return true
      @unknown default: return false
      }
    }
  }

  /// Decodes `octets` and makes the result safe. See `decode` for the character set.
  package init(_ octets: some Collection<UInt8>, charset: Charset? = nil, limit: Int = Visible.limit) {
    self.init(Self.decode(Array(octets), charset), limit: limit)
  }

  /// Decodes `octets` as UTF-8 if they are well-formed UTF-8. Otherwise decodes them in `charset` if they are
  /// well-formed in it. Without `charset`, text that looks like Chinese in GB 18030 is decoded as that: servers of Chinese
  /// companies that nobody has listed reply in it. Otherwise decodes them as UTF-8 with U+FFFD for ill-formed sequences.
  /// The result is not safe to show.
  package static func decode(_ octets: [UInt8], _ charset: Charset?) -> String {
    if let text = String(validating: octets, as: UTF8.self) { return text }
    if let charset = charset ?? (looksChinese(octets) ? .gb18030 : nil), let text = Platform.decode(octets, as: charset.rawValue) {
      return text
    }
    return String(decoding: octets, as: UTF8.self)
  }

  /// Returns whether all octets above ASCII are pairs of GBK and a good part of them the commonest Chinese characters (GB 2312, level
  /// 1). Accented letters of Latin charsets stand alone or before an ASCII letter, most Cyrillic ones are outside of that range, and
  /// Korean syllables (EUC-KR) all begin below 0xc9.
  private static func looksChinese(_ octets: [UInt8]) -> Bool {
    var (common, rare, position, isKorean) = (0, 0, 0, true)
    while position < octets.count {
      guard octets[position] >= 0x80 else {
        position += 1
        continue
      }
      let pair = octets[position...].prefix(2)
      guard let lead = pair.first, let trail = pair.last, pair.count == 2, lead != 0x80, lead != 0xff, trail >= 0x40, trail != 0x7f,
        trail != 0xff
      else { return false }
      switch (lead, trail) {
      case (0xb0...0xd7, 0xa1...0xfe):
        common += 1
        if lead >= 0xc9 { isKorean = false }
      // Punctuation and full-width forms.
      case (0xa1...0xa9, 0xa1...0xfe): break
      case _: rare += 1
      }
      position += 2
    }
    return common >= 2 && common * 2 >= rare && !isKorean
  }
}

/// A character set that some providers still answer in. The raw value is iconv's name for it.
package enum Charset: String, Sendable, CaseIterable {
  case gb18030 = "GB18030"
  case windows1251 = "WINDOWS-1251"
}

extension Visible: CustomStringConvertible {
  package var description: String { text }
}
