// The editor of one input line: its characters, the cursor, and the part that fits the window.

/// A line of text that the user is typing.
package struct LineEditor: Sendable {
  /// Characters as the user perceives them. Backspace removes one of them.
  private var characters: [Character]
  /// The number of characters before the cursor.
  package private(set) var cursor: Int
  /// The largest number of octets in a line. No answer needs as many.
  private static let limit = 1_024

  /// Starts with `text` and the cursor after it.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// The effect of a key on the line.
  package enum Effect: Sendable { case changed, moved, none }

  /// Applies an editing key and returns its effect. The control keys have readline's meanings. The caller handles the
  /// keys that end or leave the prompt.
  package mutating func apply(_ key: Key) -> Effect {
    switch key {
    case .scalar(let scalar), .pasted(let scalar): return insert(scalar)
    case .pastedLineEnd: return insert(" ")
    case .backspace, .control("h"):
      guard cursor > 0 else { return .none }
      return remove((cursor - 1)..<cursor)
    case .delete, .control("d"):
      guard cursor < characters.count else { return .none }
      return remove(cursor..<(cursor + 1))
    case .left: return move(to: cursor - 1)
    case .right, .control("f"): return move(to: cursor + 1)
    case .home, .control("a"): return move(to: 0)
    case .end, .control("e"): return move(to: characters.count)
    case .control("u"): return remove(0..<cursor)
    case .control("k"): return remove(cursor..<characters.count)
    case .control("w"):
      let blanks = characters[..<cursor].reversed().prefix { $0 == " " }.count
      let word = characters[..<(cursor - blanks)].reversed().prefix { $0 != " " }.count
      return remove((cursor - blanks - word)..<cursor)
    case .octet, .pastedOctet, .enter, .tab, .backTab, .escape, .up, .down, .pageUp, .pageDown, .control, .function: return .none
    }
  }

  /// Removes all characters.
  package mutating func clear() { self = LineEditor() }

  private mutating func insert(_ scalar: Unicode.Scalar) -> Effect {
    // A tab in pasted text becomes a blank. The user cannot mean to type other control characters or invisible format
    // characters, except for U+200D, which joins emoji.
    let scalar = scalar == "\t" ? " " : scalar
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: return .none
    case .format where scalar != "\u{200d}": return .none
    default: break
    }
    guard text.utf8.count + UTF8.width(scalar) <= Self.limit else { return .none }
    let before = String(characters[..<cursor]) + String(Character(scalar))
    rebuild(before: before, after: characters[cursor...])
    return .changed
  }

  /// Splits the text into characters again, because scalars that become adjacent may form one character (a letter and
  /// its accent).
  private mutating func rebuild(before: String, after: ArraySlice<Character>) {
    characters = Array(before + String(after))
    cursor = min(before.count, characters.count)
  }

  private mutating func move(to place: Int) -> Effect {
    let place = max(0, min(place, characters.count))
    guard place != cursor else { return .none }
    cursor = place
    return .moved
  }

  private mutating func remove(_ range: Range<Int>) -> Effect {
    guard !range.isEmpty else { return .none }
    rebuild(before: String(characters[..<range.lowerBound]), after: characters[range.upperBound...])
    return .changed
  }

  /// Returns the characters without U+200D. Few terminals join what U+200D joins, so the parts are drawn one after
  /// another.
  private static func shown(_ characters: some Sequence<Character>) -> String {
    String(String.UnicodeScalarView(String(characters).unicodeScalars.filter { $0 != "\u{200d}" }))
  }

  private static func width(_ character: Character) -> Int { Width.of(shown([character])) }

  /// Returns the part of the line around the cursor that fits `columns`, and the column of the cursor in it.
  package func view(columns: Int) -> (text: String, cursor: Int) {
    let room = max(columns - 1, 1)
    var (start, width) = (cursor, 0)
    while start > 0, width + Self.width(characters[start - 1]) <= room {
      start -= 1
      width += Self.width(characters[start])
    }
    let before = width
    var end = cursor
    while end < characters.count, width + Self.width(characters[end]) <= room {
      width += Self.width(characters[end])
      end += 1
    }
    return (Self.shown(characters[start..<end]), before)
  }
}
