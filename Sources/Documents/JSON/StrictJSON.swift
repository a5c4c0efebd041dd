// What Foundation's decoder lets pass in a catalog file and a person would stumble over: doubled keys, trailing commas,
// a byte order mark. Other JSON readers refuse these or read them differently.

import FoundationEssentials
import Vocabulary

/// Walks over a text the decoder has accepted. It decodes nothing; it only looks at what the decoder overlooks.
package struct StrictJSON {
  private let octets: [UInt8]
  private var position = 0
  private var faults: [DocumentIssue] = []
  /// Foundation refuses more than 512; what it has accepted cannot be deeper.
  private static let depth = 600

  /// The faults of `octets`, with the path of each.
  package static func faults(in octets: [UInt8]) -> [DocumentIssue] {
    if octets.starts(with: [0xef, 0xbb, 0xbf]) || octets.starts(with: [0xff, 0xfe]) || octets.starts(with: [0xfe, 0xff]) {
      return [DocumentIssue(path: "", entry: nil, reason: .byteOrderMark)]
    }
    // JSON in UTF-8 holds no NUL; in UTF-16 and UTF-32, which the decoder recognises without a mark, it does.
    if octets.contains(0) { return [DocumentIssue(path: "", entry: nil, reason: .notUTF8)] }
    var walker = StrictJSON(octets: octets)
    walker.value(at: "", depth: 0)
    return walker.faults
  }

  private init(octets: [UInt8]) { self.octets = octets }

  private mutating func value(at path: String, depth: Int) {
    guard depth < Self.depth, let first = next() else { return }
    switch first {
    case .openBrace: object(at: path, depth)
    case UInt8(ascii: "["): list(at: path, depth)
    case .quote: _ = string()
    default:
      while position < octets.count, !",]} \n\r\t".utf8.contains(octets[position]) { position += 1 }
    }
  }

  private mutating func object(at path: String, _ depth: Int) {
    var keys: Set<String> = []
    var followsComma = false
    while let octet = next() {
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
        guard next() == UInt8(ascii: ":") else { return }
        value(at: inner, depth: depth + 1)
      default: return
      }
    }
  }

  private mutating func list(at path: String, _ depth: Int) {
    var index = 0
    var followsComma = false
    while let octet = next() {
      switch octet {
      case UInt8(ascii: "]"):
        if followsComma { add(path, .trailingComma) }
        return
      case UInt8(ascii: ","): followsComma = true
      default:
        followsComma = false
        position -= 1
        value(at: "\(path)[\(index)]", depth: depth + 1)
        index += 1
      }
    }
  }

  private mutating func next() -> UInt8? {
    while position < octets.count {
      defer { position += 1 }
      let octet = octets[position]
      if octet != .space, octet != .lineFeed, octet != .carriageReturn, octet != .tab { return octet }
    }
    return nil
  }

  /// The characters up to the closing quote, escapes as they stand.
  private mutating func string() -> String {
    let start = position
    while position < octets.count {
      let octet = octets[position]
      position += 1
      if octet == .quote { return octets[start..<(position - 1)].text }
      if octet == .backslash { position += 1 }
    }
    return ""
  }

  /// What the decoder makes of a key: `"\u0069d"` is `"id"`.
  private static func unescaped(_ key: String) -> String {
    guard key.utf8.contains(.backslash) else { return key }
    return (try? JSONDecoder().decode(String.self, from: Data("\"\(key)\"".utf8))) ?? key
  }

  private mutating func add(_ path: String, _ reason: DocumentIssue.Reason) {
    guard faults.count < FaultList.limit else { return }
    faults.append(DocumentIssue(path: path, entry: nil, reason: reason))
  }
}
