// JSON text to values (RFC 8259). Numbers are kept as they are written, which JSONDecoder cannot do.

import FoundationEssentials
import Vocabulary

extension JSONValue {
  /// Reads `octets`, a JSON text that a decoder has accepted before. Returns null for anything else.
  package init(accepted octets: [UInt8]) {
    self = octets.withUnsafeBytes { octets in
      var scanner = JSONScanner(octets)
      return scanner.read()
    }
  }
}

extension JSONScanner {
  fileprivate mutating func read() -> JSONValue {
    switch next() {
    case UInt8.openBrace?: object()
    case UInt8(ascii: "[")?: list()
    case UInt8.quote?: .text(text())
    case nil: .null
    case .some: word()
    }
  }

  private mutating func object() -> JSONValue {
    var members: [String: JSONValue] = [:]
    while let octet = next(), octet != .closeBrace {
      guard octet == .quote else { continue }
      let key = text()
      // The colon.
      _ = next()
      members[key] = read()
    }
    return .object(members)
  }

  private mutating func list() -> JSONValue {
    var elements: [JSONValue] = []
    while let octet = next(), octet != UInt8(ascii: "]") {
      if octet == UInt8(ascii: ",") { continue }
      position -= 1
      elements.append(read())
    }
    return .list(elements)
  }

  /// A number, or one of three words, whose first octet has been consumed.
  private mutating func word() -> JSONValue {
    let start = position - 1
    scalar()
    switch octets[start..<position].text {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    case let numeral: return .numeral(numeral)
    }
  }

  /// A string whose opening quotation mark has been consumed.
  private mutating func text() -> String {
    guard let range = string() else { return "" }
    let raw = octets[range]
    guard raw.contains(.backslash) else { return raw.text }
    return (try? JSONDecoder().decode(String.self, from: Data([.quote] + raw + [.quote]))) ?? raw.text
  }
}
