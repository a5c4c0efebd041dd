// English grammar: one character, two characters.

package enum English {
  /// A number with its noun.
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// `text` with a full stop, where it does not end with such a mark: for what another sentence follows.
  package static func ended(_ text: String) -> String { text.last.map(".!?…".contains) == true ? text : text + "." }
}
