// The words of a command in Python: a list or a tuple of string literals.

import Vocabulary

enum PythonWords {
  enum Kind: String {
    case list = "["
    case tuple = "("
  }

  /// Returns the first such sequence of literals in `text`, quoted for a shell, or `nil` if there is none. Nothing is evaluated.
  static func command(_ text: String, in kind: Kind) -> String? {
    let octets = Array(text.utf8)
    for start in octets.indices where kind.rawValue.utf8.contains(octets[start]) {
      if let words = words(octets[(start + 1)...]), !words.isEmpty { return Shell.command(words) }
    }
    return nil
  }

  /// Reads literals separated by commas, up to a closing bracket.
  private static func words(_ octets: ArraySlice<UInt8>) -> [String]? {
    var (words, rest) = ([String](), octets)
    while true {
      rest = rest.drop { $0.isBlankOrLineEnd }
      guard let first = rest.popFirst() else { return nil }
      if first == UInt8(ascii: "]") || first == UInt8(ascii: ")") { return words }
      guard first == .quote || first == UInt8(ascii: "'"), let word = literal(&rest, until: first) else { return nil }
      words.append(word)
      rest = rest.drop { $0.isBlankOrLineEnd }
      if rest.first == UInt8(ascii: ",") { rest = rest.dropFirst() }
    }
  }

  private static func literal(_ rest: inout ArraySlice<UInt8>, until quote: UInt8) -> String? {
    var output: [UInt8] = []
    while let octet = rest.popFirst() {
      if octet == quote { return output.text }
      if octet == .backslash {
        guard let next = rest.popFirst() else { return nil }
        // Only escapes that stand for the character itself occur in a command.
        if next != quote, next != .backslash { output.append(.backslash) }
        output.append(next)
      } else {
        output.append(octet)
      }
    }
    return nil
  }
}
