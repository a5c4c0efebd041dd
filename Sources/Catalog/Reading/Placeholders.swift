// Replaces {term}, {web} and {name} in texts of the catalog, so that entries can share texts with different words.

import Documents
import Vocabulary

/// The values of the placeholders for one entry.
struct Placeholders {
  let values: [String: Text]
  /// The values of the placeholders that a step can have as its address. A value is `nil` if the entry has no such page.
  var pages: [String: WebAddress?] = [:]

  /// Returns `text` with the values in place of the placeholders. Reports a fault at `key` for each placeholder that
  /// does not exist or has no value in this entry, and for an unclosed brace.
  func text(_ text: Text, _ key: String, _ reader: JSONObjectReader) -> Text {
    var filled = text
    var unknown: [String] = []
    for language in Language.allCases where text[language].utf8.contains(.openBrace) {
      filled[language] = fill(text[language], language) { if !unknown.contains($0) { unknown.append($0) } }
    }
    for name in unknown { reader.add(key, .unknownPlaceholder(name)) }
    return filled
  }

  func secret(_ secret: SecretKind, _ reader: JSONObjectReader) -> SecretKind {
    SecretKind(
      kind: secret.kind, term: secret.term, localTerm: secret.localTerm, format: secret.format, decoration: secret.decoration,
      isShownOnce: secret.isShownOnce, accountPassword: secret.accountPassword,
      endedBy: secret.endedBy.map { text($0, "secret", reader) })
  }

  /// Works on octets: the catalog has thousands of texts, and the replacing methods of `String` took half of the
  /// loading time.
  private func fill(_ text: String, _ language: Language, unknown: (String) -> Void) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 64)
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: .openBrace) {
      output += rest[..<open]
      guard let close = rest[open...].firstIndex(of: .closeBrace) else {
        unknown(rest[open...].prefix(20).text)
        return text
      }
      let name = rest[(open + 1)..<close].text
      if let value = values[name] {
        output += value[language].utf8
      } else {
        unknown("{\(name)}")
      }
      rest = rest[(close + 1)...]
    }
    return String(decoding: output + rest, as: UTF8.self)
  }
}
