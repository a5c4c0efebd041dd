// One line being typed: characters, a cursor between them, and the part of it that fits the window.

package struct LineEditor: Sendable {
  /// Characters as a person sees them: what Backspace takes away is one of these.
  private var characters: [Character]
  /// How many characters are before the cursor.
  package private(set) var cursor: Int
  /// Octets a line may have: more than any answer needs.
  private static let limit = 1_024

  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// What a key did to the line.
  package enum Effect: Sendable { case changed, moved, none }

  /// Applies an editing key (readline's names for the control keys). Keys that end or leave the prompt are the caller's.
  package mutating func apply(_ key: Key) -> Effect {
    switch key {
    case .scalar(let scalar): return insert(scalar)
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
    case .octet, .enter, .tab, .backTab, .escape, .up, .down, .pageUp, .pageDown, .control, .function: return .none
    }
  }

  package mutating func clear() { self = LineEditor() }

  private mutating func insert(_ scalar: Unicode.Scalar) -> Effect {
    // A tab in a pasted line is a blank; other controls and invisible formatting are nothing one can mean to type.
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

  /// Scalars that come to stand side by side may be one character (a letter and its accent), so the line is read anew.
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

  /// What is shown of a character. Few terminals join what U+200D joins, so the parts are shown, side by side.
  private static func shown(_ characters: some Sequence<Character>) -> String {
    String(String.UnicodeScalarView(String(characters).unicodeScalars.filter { $0 != "\u{200d}" }))
  }

  private static func width(_ character: Character) -> Int { Width.of(shown([character])) }

  /// The part of the line around the cursor that fits `columns`, and the column of the cursor in it.
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
