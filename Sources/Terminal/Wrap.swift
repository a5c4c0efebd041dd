// Text broken into lines of a given width.

import Vocabulary

/// A line breaker for terminals.
package enum Wrap {
  /// Returns `text` broken at blanks and between East Asian characters, so that no line is wider than `columns`. A part
  /// without a break opportunity, such as an address, stays whole and may be wider. Lines after the first begin with
  /// `indent` blanks.
  package static func lines(_ text: String, columns: Int, indent: Int = 0) -> [String] {
    // A line has room for at least ten columns after the indentation, even if the window is narrower.
    let limit = max(columns, indent + 10)
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces(text) {
      let blanks = piece.prefix { $0 == " " }.count
      let word = piece.dropFirst(blanks)
      let wordWidth = Width.of(String(word))
      let isFresh = lines.isEmpty ? width == 0 : width == indent
      if !isFresh, width + blanks + wordWidth > limit {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        width = indent
        line += word
        width += wordWidth
      } else {
        line += piece
        width += blanks + wordWidth
      }
    }
    lines.append(line)
    return lines
  }

  /// Returns the parts of the text between which a line may end. Blanks come before their word.
  static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var previous: Character?
    for character in text {
      if let previous, mayBreak(previous, character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      previous = character
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  /// Returns whether a line may end between two characters: before the first of several blanks, and before or after a
  /// wide character, unless the next line would begin with closing punctuation or the line would end with opening
  /// punctuation (JIS X 4051 in its simplest form).
  private static func mayBreak(_ left: Character, _ right: Character) -> Bool {
    if right == " " { return left != " " }
    if left == " " { return false }
    guard Width.of(left) == 2 || Width.of(right) == 2 else { return false }
    return !closing.contains(right) && !opening.contains(left)
  }

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "！", "？", "）", "」", "』", "》", "】", "”", "’", "…", "—", "％", ")", "]", ",", ".", ";", ":", "!", "?",
  ]
  private static let opening: Set<Character> = ["（", "「", "『", "《", "【", "“", "‘", "(", "["]
}
