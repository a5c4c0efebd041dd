// Letters that look like ASCII letters (a part of UTS 39, section 4): two texts with the same skeleton can be mistaken for each
// other.

import Vocabulary

enum Skeleton {
  /// Cyrillic, Greek and Latin letters, and the ASCII letter that each one looks like.
  private static let alike: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = [
      "аa", "вb", "сc", "ԁd", "еe", "ғf", "һh", "нh", "іi", "ӏl", "јj", "кk", "мm", "пn", "оo", "рp", "ԛq", "гr", "ѕs", "тt", "ѵv", "ԝw",
      "хx",
      "уy", "ьb", "αa", "βb", "εe", "γy", "ηn", "ιi", "κk", "νv", "οo", "ρp", "σo", "τt", "υu", "χx", "ωw", "ıi", "ɡg", "ɑa", "ɩi", "łl",
      "øo",
      "đd", "ħh", "ŧt", "ƅb", "ʏy", "ꞵb",
    ]
    return Dictionary(pairs.map { ($0.unicodeScalars.first ?? "a", $0.unicodeScalars.last ?? "a") }) { first, _ in first }
  }()

  /// Letters with a mark, and the letter alone.
  private static let marked: [Character: Unicode.Scalar] = {
    var marked: [Character: Unicode.Scalar] = [:]
    for letter in ("a"..."z" as ClosedRange<Unicode.Scalar>).letters {
      for mark in (0x300...0x331).compactMap(Unicode.Scalar.init) {
        marked[Character(String(String.UnicodeScalarView([letter, mark])))] = letter
      }
    }
    return marked
  }()

  /// Returns `text` with the letters that it looks like.
  static func text(of text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.flatMap { character -> [Unicode.Scalar] in
          if let plain = marked[character] { return [plain] }
          return character.unicodeScalars.map { alike[$0] ?? $0 }
        }))
  }
}

extension ClosedRange<Unicode.Scalar> {
  fileprivate var letters: [Unicode.Scalar] { (lowerBound.value...upperBound.value).compactMap(Unicode.Scalar.init) }
}
