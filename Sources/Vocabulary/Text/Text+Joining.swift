// The punctuation of each language between two texts.

extension Text {
  package static func + (left: Text, right: Text) -> Text {
    Text(left.english + right.english, left.simplifiedChinese + right.simplifiedChinese)
  }

  /// Returns `label: value`.
  package static func labelled(_ label: Text, _ value: Text) -> Text { label + Text(": ", "：") + value }

  /// Returns `label: value` with a value that is the same in every language.
  package static func labelled(_ label: Text, _ value: String) -> Text { labelled(label, Text(same: value)) }

  /// Returns words of a list with a separator between them.
  package static func list(_ words: [String]) -> Text { Text(words.joined(separator: ", "), words.joined(separator: "、")) }

  /// Returns texts of a list with a separator between them.
  package static func list(_ texts: [Text]) -> Text {
    Text(texts.map(\.english).joined(separator: ", "), texts.map(\.simplifiedChinese).joined(separator: "、"))
  }

  /// Returns whole sentences one after another.
  package static func sentences(_ texts: [Text]) -> Text {
    Text(texts.map(\.english).joined(separator: " "), texts.map(\.simplifiedChinese).joined())
  }
}
