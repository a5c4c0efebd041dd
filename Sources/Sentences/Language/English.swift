// English grammar: singular and plural, full stops.

package enum English {
  /// Returns the number with its noun: one character, two characters.
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// Returns `text` with a capital first letter.
  package static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Returns `text` with a full stop unless it ends in a punctuation mark, so that another sentence can follow.
  package static func ended(_ text: String) -> String { text.last.map(".!?…".contains) == true ? text : text + "." }
}
