// Letters and their marks as one character where Unicode has one (normalization form C), for addresses.

extension String {
  /// The text with each base letter and its marks replaced by the composed character, if there is one in the scripts that
  /// addresses are written in (Unicode 16, section 3.11). Two strings are equal in Swift if they are canonically equivalent, so the
  /// composed characters are found by comparison.
  package var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var output = String.UnicodeScalarView()
    for character in self {
      let scalars = character.unicodeScalars
      if scalars.dropFirst().isEmpty {
        output += scalars
      } else if let single = Composition.characters[character] ?? Composition.syllable(scalars) {
        output.append(single)
      } else {
        output += Composition.composed(scalars)
      }
    }
    return String(output)
  }
}

private enum Composition {
  /// The blocks with characters that have decompositions: Latin, Greek, Cyrillic, Arabic, Indic scripts, Myanmar, Balinese, arrows
  /// and mathematical signs, Kana.
  private static let blocks: [ClosedRange<UInt32>] = [
    0xc0...0x24f, 0x370...0x52f, 0x620...0x6ff, 0x900...0xdff, 0x1021...0x1026, 0x1b05...0x1b43, 0x1e00...0x1fff, 0x2190...0x22ff,
    0x3040...0x30ff, 0x11080...0x110bf, 0x1112e...0x1112f, 0x1134b...0x1134c, 0x114b9...0x114be, 0x115b8...0x115bb, 0x11938...0x11938,
  ]

  static let characters: [Character: Unicode.Scalar] = {
    var found: [Character: Unicode.Scalar] = [:]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) where !scalar.properties.isFullCompositionExclusion {
      found[Character(scalar)] = scalar
    }
    return found
  }()

  /// Returns `character` with its marks in canonical order, and with those composed that have a character together with the letter.
  static func composed(_ character: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    var letter: Int?
    for scalar in ordered(Array(character)) {
      let order = scalar.properties.canonicalCombiningClass.rawValue
      // A mark of the same class before this one, or a letter, keeps it from the letter (D115).
      let isBlocked =
        letter.map { output.count - 1 > $0 && (output.last?.properties.canonicalCombiningClass.rawValue ?? 0) >= order } ?? true
      if let letter, !isBlocked, let both = pair(output[letter], scalar) {
        output[letter] = both
        continue
      }
      if order == 0 { letter = output.count }
      output.append(scalar)
    }
    return output
  }

  private static func pair(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    var text = String(Character(letter))
    text.unicodeScalars.append(mark)
    guard text.count == 1, let character = text.first else { return nil }
    return characters[character] ?? syllable(text.unicodeScalars)
  }

  /// Returns the scalars with each run of marks sorted by class, equal ones in their order (D109).
  private static func ordered(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var output: [Unicode.Scalar] = []
    for scalar in scalars {
      let order = scalar.properties.canonicalCombiningClass.rawValue
      var position = output.count
      while order > 0, position > 0, output[position - 1].properties.canonicalCombiningClass.rawValue > order { position -= 1 }
      output.insert(scalar, at: position)
    }
    return output
  }

  /// Returns the Hangul syllable of two or three conjoining jamo (Unicode 16, section 3.12). `nil` for anything else.
  static func syllable(_ scalars: String.UnicodeScalarView) -> Unicode.Scalar? {
    let values = scalars.map(\.value)
    guard (2...3).contains(values.count), (0x1100...0x1112).contains(values[0]) else {
      // A syllable without a final consonant, and that consonant.
      guard values.count == 2, (0xac00...0xd7a3).contains(values[0]), (values[0] - 0xac00) % 28 == 0, (0x11a8...0x11c2).contains(values[1])
      else { return nil }
      return Unicode.Scalar(values[0] + values[1] - 0x11a7)
    }
    guard (0x1161...0x1175).contains(values[1]) else { return nil }
    let final = values.count == 3 ? values[2] : 0x11a7
    guard (0x11a7...0x11c2).contains(final) else { return nil }
    return Unicode.Scalar(0xac00 + ((values[0] - 0x1100) * 21 + values[1] - 0x1161) * 28 + final - 0x11a7)
  }
}

extension Unicode.Scalar {
  /// Whether the character is a mark on the one before it.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned:
      false
    @unknown default: false
    }
  }
}
