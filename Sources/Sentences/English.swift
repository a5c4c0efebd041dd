// English grammar: one character, two characters.

package enum English {
  /// A number with its noun.
  package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
