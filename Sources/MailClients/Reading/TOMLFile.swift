// The part of TOML 1.0 that himalaya's configuration uses. What is not understood is skipped.

import Vocabulary

struct TOMLFile {
  /// Strings, numbers and words by their path of keys. A list of strings has several values, everything else one.
  private(set) var values: [[String]: [String]] = [:]
  private var rest: ArraySlice<UInt8>
  private var table: [String]? = []
  /// The most keys in a path, and tables within tables.
  private static let depth = 16
  /// The most values of a file.
  private static let limit = 10_000

  init(_ text: ConfigurationText) {
    rest = text.octets[...]
    while !rest.isEmpty, values.count < Self.limit { readLine() }
  }

  private mutating func readLine() {
    skip { $0.isBlankOrLineEnd }
    guard let first = rest.first else { return }
    if first == UInt8(ascii: "[") {
      rest = rest.dropFirst()
      let isList = rest.first == UInt8(ascii: "[")
      // The values in a list of tables belong to no account.
      table = isList ? nil : path(until: UInt8(ascii: "]"))
    } else if first != UInt8(ascii: "#") {
      readPair(under: table, depth: 0)
    }
    skip { $0 != .lineFeed }
  }

  /// Reads `key.key = value`. Without a table the value is not kept.
  private mutating func readPair(under table: [String]?, depth: Int) {
    guard let keys = path(until: UInt8(ascii: "=")), depth < Self.depth else { return }
    readValue(at: table.map { $0 + keys }, depth: depth)
  }

  private mutating func readValue(at path: [String]?, depth: Int) {
    skip(\.isBlank)
    guard let first = rest.first else { return }
    switch first {
    case .quote, UInt8(ascii: "'"): if let text = string() { keep([text], at: path) }
    case UInt8(ascii: "["):
      rest = rest.dropFirst()
      var texts: [String] = []
      while true {
        skip { $0.isBlankOrLineEnd || $0 == UInt8(ascii: ",") }
        guard let next = rest.first, next == .quote || next == UInt8(ascii: "'"), let text = string() else { break }
        texts.append(text)
      }
      if rest.first == UInt8(ascii: "]") {
        rest = rest.dropFirst()
        keep(texts, at: path)
      }
    case .openBrace:
      rest = rest.dropFirst()
      while true {
        skip { $0.isBlankOrLineEnd || $0 == UInt8(ascii: ",") }
        guard let next = rest.first, next != .closeBrace, depth < Self.depth else { break }
        let before = rest.count
        readPair(under: path, depth: depth + 1)
        // Without progress the loop would not end.
        guard rest.count < before else { break }
      }
      if rest.first == .closeBrace { rest = rest.dropFirst() }
    default:
      let word = rest.prefix { $0.isLetter || $0.isDigit || "+-._:".utf8.contains($0) }
      rest = rest.dropFirst(word.count)
      if !word.isEmpty { keep([word.text], at: path) }
    }
  }

  private mutating func keep(_ texts: [String], at path: [String]?) { if let path, path.count <= Self.depth { values[path] = texts } }

  /// Reads keys separated by dots, and `end`. Returns `nil` if `end` is not on the line.
  private mutating func path(until end: UInt8) -> [String]? {
    var keys: [String] = []
    while true {
      skip(\.isBlank)
      guard let first = rest.first, keys.count < Self.depth else { return nil }
      if first == .quote || first == UInt8(ascii: "'") {
        guard let key = string() else { return nil }
        keys.append(key)
      } else {
        let key = rest.prefix { $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: "_") }
        guard !key.isEmpty else { return nil }
        rest = rest.dropFirst(key.count)
        keys.append(key.text)
      }
      skip(\.isBlank)
      guard let next = rest.first, next == end || next == UInt8(ascii: ".") else { return nil }
      rest = rest.dropFirst()
      if next == end { return keys }
    }
  }

  private mutating func skip(_ isMeant: (UInt8) -> Bool) { rest = rest.drop(while: isMeant) }

  /// Reads a string of any of the four kinds. Returns `nil` if it has no end.
  private mutating func string() -> String? {
    guard let quote = rest.first else { return nil }
    let three = [quote, quote, quote]
    if rest.starts(with: three) {
      rest = rest.dropFirst(3)
      guard let end = rest.firstRange(of: three) else {
        rest = []
        return nil
      }
      defer { rest = rest[end.upperBound...] }
      return rest[..<end.lowerBound].text
    }
    rest = rest.dropFirst()
    var output: [UInt8] = []
    while let octet = rest.first, octet != .lineFeed {
      rest = rest.dropFirst()
      if octet == quote { return output.text }
      if octet == .backslash, quote == .quote { output += escaped() } else { output.append(octet) }
    }
    return nil
  }

  private mutating func escaped() -> [UInt8] {
    guard let next = rest.popFirst() else { return [] }
    switch next {
    case UInt8(ascii: "n"): return [.lineFeed]
    case UInt8(ascii: "t"): return [.tab]
    case UInt8(ascii: "r"): return [.carriageReturn]
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = rest.prefix(next == UInt8(ascii: "u") ? 4 : 8)
      rest = rest.dropFirst(digits.count)
      return UInt32(digits.text, radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) } ?? []
    default: return [next]
    }
  }
}
