// A reader for the part of XML 1.0 that autoconfiguration files use.

import Vocabulary

/// An element with its children. A document type declaration is refused: a document cannot declare entities, so its
/// text cannot grow by expansion.
package struct XMLElement {
  package let name: String
  package let attributes: [String: String]
  package private(set) var children: [XMLElement] = []
  /// The text directly inside this element, without the text of its children and without blanks at either end.
  package private(set) var text = ""

  /// Returns the first child with this name. `nil` if there is none.
  package subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

  /// Returns the children with this name, in their order.
  package func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// Returns the root element of a document in UTF-8, US-ASCII or ISO-8859-1. `nil` if `octets` are not such a document, or exceed a
  /// limit: 256 KiB, 4,000 elements, 16 levels, 1,024 octets in a text or an attribute. Of names with a prefix (`x:name`) only the
  /// part after it counts.
  package static func document(_ octets: [UInt8]) -> XMLElement? {
    guard octets.count <= 256 * 1_024, let octets = XMLEncoding.utf8(octets) else { return nil }
    var parser = Parser(rest: octets[...])
    guard parser.skipDeclaration(), parser.skipMisc(), let root = parser.element(depth: 0), parser.skipMisc(), parser.rest.isEmpty else {
      return nil
    }
    return root
  }

  private struct Parser {
    var rest: ArraySlice<UInt8>
    private var count = 0
    private static let depth = 16
    private static let limit = 4_000
    private static let textLimit = 1_024

    init(rest: ArraySlice<UInt8>) { self.rest = rest }

    /// Skips the declaration, if there is one. Returns false if it has no end.
    mutating func skipDeclaration() -> Bool {
      rest = rest.drop(while: \.isBlankOrLineEnd)
      return !rest.starts(with: "<?xml".utf8) || take(upTo: "?>") != nil
    }

    /// Skips blanks and comments. Returns false if a comment has no end. A processing instruction is refused by whoever reads on.
    mutating func skipMisc() -> Bool {
      while true {
        rest = rest.drop(while: \.isBlankOrLineEnd)
        if rest.starts(with: "<!--".utf8) {
          guard take(upTo: "-->") != nil else { return false }
        } else {
          return true
        }
      }
    }

    /// Consumes one element with its children. Returns `nil` if it is malformed or exceeds a limit.
    mutating func element(depth: Int) -> XMLElement? {
      guard depth < Self.depth, count < Self.limit, rest.popFirst() == UInt8(ascii: "<"), let name = name() else { return nil }
      count += 1
      var attributes: [String: String] = [:]
      while true {
        rest = rest.drop(while: \.isBlankOrLineEnd)
        if rest.starts(with: "/>".utf8) {
          rest = rest.dropFirst(2)
          return XMLElement(name: name, attributes: attributes)
        }
        if rest.first == UInt8(ascii: ">") {
          rest = rest.dropFirst()
          break
        }
        guard let (key, value) = attribute(), attributes[key] == nil, value.utf8.count <= Self.textLimit else { return nil }
        attributes[key] = value
      }
      var (element, said) = (XMLElement(name: name, attributes: attributes), [UInt8]())
      while !rest.starts(with: "</".utf8) {
        if rest.starts(with: "<!--".utf8) {
          guard take(upTo: "-->") != nil else { return nil }
        } else if rest.starts(with: "<![CDATA[".utf8) {
          rest = rest.dropFirst("<![CDATA[".utf8.count)
          guard let inside = take(upTo: "]]>") else { return nil }
          said += inside
        } else if rest.first == UInt8(ascii: "<") {
          guard let child = self.element(depth: depth + 1) else { return nil }
          element.children.append(child)
        } else {
          let plain = rest.prefix { $0 != UInt8(ascii: "<") }
          guard plain.count < rest.count, let decoded = decoded(plain) else { return nil }
          said += decoded
          rest = rest.dropFirst(plain.count)
        }
        guard said.count <= Self.textLimit else { return nil }
      }
      rest = rest.dropFirst(2)
      guard self.name() == name else { return nil }
      rest = rest.drop(while: \.isBlankOrLineEnd)
      guard rest.popFirst() == UInt8(ascii: ">") else { return nil }
      element.text = said[...].withoutBlanks.text
      return element
    }

    private mutating func name() -> String? {
      let name = rest.prefix { $0.isLetter || $0.isDigit || "-_.:".utf8.contains($0) }
      rest = rest.dropFirst(name.count)
      let local = name.split(separator: UInt8(ascii: ":")).last ?? []
      return local.isEmpty ? nil : local.text
    }

    private mutating func attribute() -> (String, String)? {
      guard let key = name() else { return nil }
      rest = rest.drop(while: \.isBlankOrLineEnd)
      guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
      rest = rest.drop(while: \.isBlankOrLineEnd)
      guard let quote = rest.popFirst(), quote == .quote || quote == UInt8(ascii: "'") else { return nil }
      let value = rest.prefix { $0 != quote && $0 != UInt8(ascii: "<") }
      rest = rest.dropFirst(value.count)
      guard rest.popFirst() == quote, let decoded = decoded(value) else { return nil }
      return (key, decoded.text)
    }

    /// Consumes the octets before `end`, and `end` itself. Returns the octets before it, or `nil` if `end` does not
    /// follow.
    private mutating func take(upTo end: String) -> ArraySlice<UInt8>? {
      guard let range = rest.firstRange(of: Array(end.utf8)) else { return nil }
      defer { rest = rest[range.upperBound...] }
      return rest[..<range.lowerBound]
    }

    /// Returns the octets with references replaced: the five predefined entities of XML, and characters by number.
    /// `nil` for any other reference.
    private func decoded(_ octets: ArraySlice<UInt8>) -> [UInt8]? {
      var (output, rest) = ([UInt8](), octets)
      while let octet = rest.popFirst() {
        guard octet == UInt8(ascii: "&") else {
          output.append(octet)
          continue
        }
        let name = rest.prefix { $0 != UInt8(ascii: ";") }
        guard name.count < min(rest.count, 12), let meant = Self.entity(name.text) else { return nil }
        output += Array(meant.utf8)
        rest = rest.dropFirst(name.count + 1)
      }
      return output
    }

    private static func entity(_ name: String) -> String? {
      let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      if let meant = known[name] { return meant }
      guard name.hasPrefix("#") else { return nil }
      let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      // Not even by number can a text contain other control characters than these (XML 1.0, section 2.2).
      return number.flatMap(Unicode.Scalar.init).flatMap { $0.value < 0x20 && !["\t", "\n", "\r"].contains($0) ? nil : String($0) }
    }
  }
}
