// JSON text to a value and back (RFC 8259), which keeps every number as it was written.

import FoundationEssentials
import Vocabulary

/// Reads a text that another decoder has found to be JSON.
struct JSONTextReader {
  private let octets: [UInt8]
  private var position = 0

  private init(_ octets: [UInt8]) { self.octets = octets }

  /// The value that `octets` are; null for what is no JSON.
  static func value(of octets: [UInt8]) -> JSONValue {
    var reader = JSONTextReader(octets)
    return reader.value()
  }

  private mutating func value() -> JSONValue {
    switch next() {
    case UInt8.openBrace?: object()
    case UInt8(ascii: "[")?: list()
    case UInt8.quote?: .text(string())
    case nil: .null
    case .some: word()
    }
  }

  private mutating func object() -> JSONValue {
    var members: [String: JSONValue] = [:]
    while let octet = next(), octet != .closeBrace {
      guard octet == .quote else { continue }
      let key = string()
      _ = next()
      members[key] = value()
    }
    return .object(members)
  }

  private mutating func list() -> JSONValue {
    var elements: [JSONValue] = []
    while let octet = next(), octet != UInt8(ascii: "]") {
      if octet == UInt8(ascii: ",") { continue }
      position -= 1
      elements.append(value())
    }
    return .list(elements)
  }

  /// A number, or one of three words. Its first octet has been read.
  private mutating func word() -> JSONValue {
    let start = position - 1
    while position < octets.count, !",]} \n\r\t".utf8.contains(octets[position]) { position += 1 }
    switch octets[start..<position].text {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    case let number: return .number(number)
    }
  }

  /// Up to its closing quote; the opening one has been read.
  private mutating func string() -> String {
    let start = position
    while position < octets.count, octets[position] != .quote { position += octets[position] == .backslash ? 2 : 1 }
    let raw = octets[start..<min(position, octets.count)]
    position += 1
    guard raw.contains(.backslash) else { return raw.text }
    return (try? JSONDecoder().decode(String.self, from: Data([.quote] + raw + [.quote]))) ?? raw.text
  }

  private mutating func next() -> UInt8? {
    while position < octets.count {
      defer { position += 1 }
      let octet = octets[position]
      if octet != .space, octet != .lineFeed, octet != .carriageReturn, octet != .tab { return octet }
    }
    return nil
  }
}

extension JSONValue {
  /// The text with a final line break: keys in alphabetical order, so that equal values are equal texts.
  var octets: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: 0)
    return output + [.lineFeed]
  }

  private func write(to output: inout [UInt8], indent: Int) {
    switch self {
    case .null: output += "null".utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .number(let text): output += text.utf8
    case .text(let text): Self.quote(text, &output)
    case .list(let elements):
      Self.write("[", "]", elements, to: &output, indent) { element, output in element.write(to: &output, indent: indent + 1) }
    case .object(let members):
      Self.write("{", "}", members.sorted { $0.key < $1.key }, to: &output, indent) { member, output in
        Self.quote(member.key, &output)
        output += " : ".utf8
        member.value.write(to: &output, indent: indent + 1)
      }
    }
  }

  private static func write<Element>(
    _ open: String, _ close: String, _ elements: [Element], to output: inout [UInt8], _ indent: Int, _ one: (Element, inout [UInt8]) -> Void
  ) {
    output += open.utf8
    for (index, element) in elements.enumerated() {
      output += (index == 0 ? "\n" : ",\n").utf8
      output += [UInt8](repeating: .space, count: 2 * indent + 2)
      one(element, &output)
    }
    if !elements.isEmpty { output += [.lineFeed] + [UInt8](repeating: .space, count: 2 * indent) }
    output += close.utf8
  }

  /// What has to be escaped (RFC 8259, section 7), and nothing else.
  private static func quote(_ text: String, _ output: inout [UInt8]) {
    output.append(.quote)
    for octet in text.utf8 {
      switch octet {
      case .quote, .backslash: output += [.backslash, octet]
      case 0..<0x20: output += ("\\u00" + (octet < 0x10 ? "0" : "") + String(octet, radix: 16)).utf8
      default: output.append(octet)
      }
    }
    output.append(.quote)
  }
}
