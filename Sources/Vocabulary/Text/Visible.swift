// Text from outside that may be shown: the only way from a server, a file or a certificate to the screen.

import Platform

/// Holds no control, format, surrogate, private-use or unassigned character, no line break, and is bounded in length.
package struct Visible: Hashable, Sendable {
  package let text: String

  /// The most columns of one line of foreign text.
  package static let limit = 200
  /// The most combining marks on one base character: more only serves to overflow lines.
  private static let marks = 8

  /// Makes `text` safe: characters a terminal could act on are dropped (ESC and all C0 and C1 controls, bidirectional
  /// controls, zero-width and tag characters), line breaks and tabs become one blank, and what exceeds `limit`
  /// characters is cut with an ellipsis.
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

  /// Whether `text` holds nothing that `init` would drop: for texts that are checked once and shown often.
  package static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      // What nearly all text is made of, without a look into the Unicode tables: ASCII, CJK, full-width forms.
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

  /// Reads `octets` as UTF-8 where they are that, else in `charset` where they are well-formed in it, else as UTF-8 with
  /// U+FFFD for what is not, and makes the result safe.
  package init(_ octets: some Collection<UInt8>, charset: Charset? = nil, limit: Int = Visible.limit) {
    self.init(Self.decode(Array(octets), charset), limit: limit)
  }

  /// The reading rule of `init(_:charset:limit:)` alone; the result is not safe to show.
  package static func decode(_ octets: [UInt8], _ charset: Charset?) -> String {
    if let text = String(validating: octets, as: UTF8.self) { return text }
    if let charset, let text = Platform.decode(octets, as: charset.rawValue) { return text }
    return String(decoding: octets, as: UTF8.self)
  }
}

/// A character set some providers still answer in; the raw value is iconv's name for it.
package enum Charset: String, Sendable, CaseIterable {
  case gb18030 = "GB18030"
  case windows1251 = "WINDOWS-1251"
}

extension Visible: CustomStringConvertible {
  package var description: String { text }
}
