// Chinese typography: a blank between Chinese characters and a Latin word beside them.

package enum Chinese {
  /// Returns `word` for use inside a Chinese sentence: with a blank at each end that is a Latin letter or a digit.
  package static func inside(_ word: String) -> String {
    (word.first.map(isLatin) == true ? " " : "") + word + (word.last.map(isLatin) == true ? " " : "")
  }

  /// Returns a sentence built from such words, without blanks at its beginning, at its end, or beside Chinese
  /// punctuation.
  package static func sentence(_ text: String) -> String {
    var output = ""
    for character in text {
      if character == " ", output.isEmpty || output.last == " " || output.last.map(isPunctuation) == true { continue }
      if isPunctuation(character), output.last == " " { output.removeLast() }
      output.append(character)
    }
    return output.last == " " ? String(output.dropLast()) : output
  }

  /// Returns `text` with a full stop unless it ends in a punctuation mark, so that another sentence can follow.
  package static func ended(_ text: String) -> String { text.last.map("。！？…".contains) == true ? text : text + "。" }

  private static func isLatin(_ character: Character) -> Bool { character.isASCII && (character.isLetter || character.isNumber) }

  private static func isPunctuation(_ character: Character) -> Bool { "，。、；：！？（）「」《》".contains(character) }
}
