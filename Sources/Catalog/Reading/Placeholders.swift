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
      rest = rest[(close + 1)...]
      if let value = values[name].map({ Array($0[language].utf8)[...] }) {
        if Self.needsSpace(output[...], value) { output.append(.space) }
        output += value
        if Self.needsSpace(value, rest) { output.append(.space) }
      } else {
        unknown("{\(name)}")
      }
    }
    return String(decoding: output + rest, as: UTF8.self)
  }

  /// Returns whether a Chinese character and a Latin letter or a digit meet, which have a space between them.
  private static func needsSpace(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard let last = left.last, let first = right.first else { return false }
    // UTF-8 has three octets for a Chinese character, of which the first is E4 to E9. Those of full-width signs begin with E3 or EF.
    let isHanBefore = left.count > 2 && (0xe4...0xe9).contains(left[left.endIndex - 3]) && last >= 0x80
    let isHanBehind = (0xe4...0xe9).contains(first)
    return isHanBefore && first.isASCIIAlphanumeric || last.isASCIIAlphanumeric && isHanBehind
  }
}

extension UInt8 {
  fileprivate var isASCIIAlphanumeric: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case _: false
    }
  }
}
