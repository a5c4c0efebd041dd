// The rules for every sentence of the program, in both languages.

import Vocabulary

/// Checks a text against the rules.
struct Prose {
  let text: Text
  /// Texts from outside that the sentence contains unchanged: names, hosts, the server's reply.
  var quoted: [String] = []

  /// Every violation; empty for a good text.
  var faults: [String] {
    var faults: [String] = []
    for language in Language.allCases {
      let words = text[language]
      if words.isEmpty { faults.append("\(language): empty") }
      if !Visible.isHarmless(words.replacing("\n", with: "")) { faults.append("\(language): a control or format character") }
      if words.contains("  ") { faults.append("\(language): doubled blanks") }
      if words.hasPrefix(" ") { faults.append("\(language): a blank in front") }
      if words.contains("nil") || words.contains("Optional(") { faults.append("\(language): a value that is none") }
      if words.contains("{") || words.contains("\\(") { faults.append("\(language): a placeholder") }
    }
    return faults + Self.articles(text.english) + Self.chinese(own(text.simplifiedChinese))
  }

  /// Returns the text without `quoted`.
  private func own(_ words: String) -> String { quoted.filter { !$0.isEmpty }.reduce(words) { $0.replacing($1, with: "＿") } }

  /// Finds "a app" and "an password": the article follows the sound, and an initialism sounds as its first letter.
  static func articles(_ english: String) -> [String] {
    let words = english.split { $0.isWhitespace || "\"'“”()[],;:".contains($0) }.map(String.init)
    return zip(words, words.dropFirst()).compactMap { article, word in
      guard ["a", "an"].contains(article.lowercased()), let first = word.lowercased().first, first.isLetter || first.isNumber else {
        return nil
      }
      // Single letters and capitals are spelled (an s, an SMTP server) unless they are read as a word (a NUL).
      let isSpelt = !word.hasPrefix("NUL") && (word.count == 1 || word.prefix(2).allSatisfy { $0.isUppercase || $0.isNumber })
      let soundsLikeVowel =
        isSpelt
        ? "AEFHILMNORSX8".contains(word.uppercased().first ?? " ")
        : ("aeiou8".contains(first) && !["one", "uni", "use", "usu", "eur"].contains { word.lowercased().hasPrefix($0) })
          || ["hour", "honest"].contains { word.lowercased().hasPrefix($0) }
      return (article.lowercased() == "an") == soundsLikeVowel ? nil : "article: \(article) \(word)"
    }
  }

  /// Requires Chinese characters, no English sentence among them, and blanks between the two scripts.
  static func chinese(_ words: String) -> [String] {
    var faults: [String] = []
    if !words.unicodeScalars.contains(where: isChinese), !words.isEmpty, words.contains(where: \.isLetter) {
      faults.append("no Chinese: \(words)")
    }
    var run = 0
    for word in words.split(separator: " ") {
      run = word.allSatisfy { $0.isLowercase && $0.isASCII } ? run + 1 : 0
      if run == 4 { faults.append("English left over: \(words)") }
    }
    let scalars = Array(words.unicodeScalars)
    for (left, right) in zip(scalars, scalars.dropFirst()) {
      if isChinese(left) && isLatin(right) || isLatin(left) && isChinese(right) { faults.append("no blank: \(left)\(right) in \(words)") }
      if isPunctuation(left) && right == " " || left == " " && isPunctuation(right) {
        faults.append("a blank: \(left)\(right) in \(words)")
      }
    }
    return faults
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool { (0x4e00...0x9fff).contains(scalar.value) }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool { "，。、；：！？（）「」《》".unicodeScalars.contains(scalar) }
}
