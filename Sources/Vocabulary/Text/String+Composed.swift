// Letters and their marks as one character where Unicode has one (normalization form C), for domains.

extension String {
  /// The text with each base letter and its marks replaced by the composed character, if there is one in the scripts that
  /// domains are written in. Two strings are equal in Swift if they are canonically equivalent, so the composed characters
  /// are found by comparison.
  package var composed: String {
    var output = String.UnicodeScalarView()
    for character in self {
      let scalars = character.unicodeScalars
      if scalars.dropFirst().isEmpty {
        output += scalars
      } else if let single = Composition.characters[character] ?? Composition.syllable(scalars) {
        output.append(single)
      } else {
        output += scalars
      }
    }
    return String(output)
  }
}

private enum Composition {
  /// The blocks with letters that have decompositions: Latin, Greek, Cyrillic, Arabic, Indic scripts, Kana.
  private static let blocks: [ClosedRange<UInt32>] = [
    0xc0...0x24f, 0x370...0x52f, 0x620...0x6ff, 0x900...0xdff, 0x1e00...0x1fff, 0x3040...0x30ff,
  ]

  static let characters: [Character: Unicode.Scalar] = {
    var found: [Character: Unicode.Scalar] = [:]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) where !scalar.properties.isFullCompositionExclusion {
      found[Character(scalar)] = scalar
    }
    return found
  }()

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
