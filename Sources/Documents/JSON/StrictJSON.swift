// Finds what Foundation's decoder accepts in a JSON file although other readers refuse it or read it differently: duplicate
// keys, trailing commas, a byte order mark.

import FoundationEssentials
import Vocabulary

/// Walks over a text that the decoder has accepted.
package struct StrictJSON {
  private var scanner: JSONScanner
  private var faults: [DocumentIssue] = []
  /// Foundation refuses more than 512 levels, so a text it has accepted is not deeper.
  private static let depth = 600

  /// Returns the faults of `octets`, with the path of each.
  package static func faults(in octets: [UInt8]) -> [DocumentIssue] {
    if octets.starts(with: [0xef, 0xbb, 0xbf]) || octets.starts(with: [0xff, 0xfe]) || octets.starts(with: [0xfe, 0xff]) {
      return [DocumentIssue(path: "", entry: nil, reason: .byteOrderMark)]
    }
    // JSON in UTF-8 contains no NUL; in UTF-16 and UTF-32, which the decoder recognizes without a mark, it does.
    if octets.contains(0) { return [DocumentIssue(path: "", entry: nil, reason: .notUTF8)] }
    return octets.withUnsafeBytes { octets in
      var walker = StrictJSON(scanner: JSONScanner(octets))
      walker.value(at: "", depth: 0)
      return walker.faults
    }
  }

  private init(scanner: JSONScanner) { self.scanner = scanner }

  private mutating func value(at path: String, depth: Int) {
    guard depth < Self.depth, let first = scanner.next() else { return }
    switch first {
    case .openBrace: object(at: path, depth)
    case UInt8(ascii: "["): list(at: path, depth)
    case .quote: _ = string()
    default: scanner.scalar()
    }
  }

  private mutating func object(at path: String, _ depth: Int) {
    var keys: Set<String> = []
    var followsComma = false
    while let octet = scanner.next() {
      switch octet {
      case .closeBrace:
        if followsComma { add(path, .trailingComma) }
        return
      case UInt8(ascii: ","): followsComma = true
      case .quote:
        followsComma = false
        let key = Self.unescaped(string())
        let inner = path.isEmpty ? key : "\(path).\(key)"
        if !keys.insert(key).inserted { add(inner, .duplicateKey) }
        guard scanner.next() == UInt8(ascii: ":") else { return }
        value(at: inner, depth: depth + 1)
      default: return
      }
    }
  }

  private mutating func list(at path: String, _ depth: Int) {
    var index = 0
    var followsComma = false
    while let octet = scanner.next() {
      switch octet {
      case UInt8(ascii: "]"):
        if followsComma { add(path, .trailingComma) }
        return
      case UInt8(ascii: ","): followsComma = true
      default:
        followsComma = false
        scanner.position -= 1
        value(at: "\(path)[\(index)]", depth: depth + 1)
        index += 1
      }
    }
  }

  /// The characters up to the closing quotation mark, with their escapes.
  private mutating func string() -> String { scanner.string().map { scanner.octets[$0].text } ?? "" }

  /// Returns a key as the decoder reads it: `"\u0069d"` is `"id"`.
  private static func unescaped(_ key: String) -> String {
    guard key.utf8.contains(.backslash) else { return key }
    return (try? JSONDecoder().decode(String.self, from: Data("\"\(key)\"".utf8))) ?? key
  }

  private mutating func add(_ path: String, _ reason: DocumentIssue.Reason) {
    guard faults.count < FaultList.limit else { return }
    faults.append(DocumentIssue(path: path, entry: nil, reason: reason))
  }
}
