// What every sentence of the program has to be, in both languages.

import Vocabulary

/// Reads a text as a strict reader would.
struct Prose {
  let text: Text
  /// Words that come from outside and stand in the sentence as they are: names, hosts, the server's own words.
  var quoted: [String] = []

  /// Everything wrong with it; empty for a good one.
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

  /// Without what is quoted.
  private func own(_ words: String) -> String { quoted.filter { !$0.isEmpty }.reduce(words) { $0.replacing($1, with: "＿") } }

  /// "a app", "an password": the article follows the sound, and the sound of an initialism is that of its first letter.
  static func articles(_ english: String) -> [String] {
    let words = english.split { $0.isWhitespace || "\"'“”()[],;:".contains($0) }.map(String.init)
    return zip(words, words.dropFirst()).compactMap { article, word in
      guard ["a", "an"].contains(article.lowercased()), let first = word.lowercased().first, first.isLetter || first.isNumber else {
        return nil
      }
      // Single letters and capitals are spelt, an s, an SMTP server, unless they can be said, a NUL.
      let isSpelt = !word.hasPrefix("NUL") && (word.count == 1 || word.prefix(2).allSatisfy { $0.isUppercase || $0.isNumber })
      let soundsLikeVowel =
        isSpelt
        ? "AEFHILMNORSX8".contains(word.uppercased().first ?? " ")
        : ("aeiou8".contains(first) && !["one", "uni", "use", "usu", "eur"].contains { word.lowercased().hasPrefix($0) })
          || ["hour", "honest"].contains { word.lowercased().hasPrefix($0) }
      return (article.lowercased() == "an") == soundsLikeVowel ? nil : "article: \(article) \(word)"
    }
  }

  /// Chinese characters at all, no English sentence among them, and the two scripts apart.
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
