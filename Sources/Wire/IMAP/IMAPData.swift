// IMAP data responses that a delivery test reads: SEARCH, LIST, FETCH (RFC 9051, sections 7.3 and 7.5).

import Vocabulary

/// One data response.
package struct IMAPData: Equatable, Sendable {
  /// The line. For a literal, it contains only the announcement of its length.
  package let line: [UInt8]
  /// The contents of the literals, in their order.
  package let literals: [[UInt8]]

  package init(line: [UInt8], literals: [[UInt8]]) { (self.line, self.literals) = (line, literals) }

  /// A folder of a LIST response.
  package struct Folder: Equatable, Sendable {
    /// The attributes in upper case, with their backslash.
    package let attributes: [String]
    package let name: [UInt8]
  }

  /// One message of a FETCH response.
  package struct Message: Equatable, Sendable {
    package let identifier: UInt32
    /// The content of the only literal in the response.
    package let literal: [UInt8]
  }

  /// The numbers of a SEARCH response, possibly none. `nil` for any other response.
  package var found: [UInt32]? {
    let words = line.split(separator: .space)
    guard words.count >= 2, words[0].elementsEqual("*".utf8), words[1].equalsIgnoringCase("SEARCH") else { return nil }
    var numbers: [UInt32] = []
    for word in words.dropFirst(2) {
      guard let number = Self.identifier(word) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The number of messages of an EXISTS response. `nil` for any other response.
  package var exists: UInt32? {
    let words = line.split(separator: .space)
    guard words.count == 3, words[0].elementsEqual("*".utf8), words[2].equalsIgnoringCase("EXISTS") else { return nil }
    return words[1].elementsEqual("0".utf8) ? 0 : Self.identifier(words[1])
  }

  /// The folder of a LIST response. `nil` for any other response.
  package var folder: Folder? {
    guard line.prefix(7).equalsIgnoringCase("* LIST "), line.dropFirst(7).first == UInt8(ascii: "("),
      let close = line.firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let attributes = line[8..<close].split(separator: .space).map { $0.text.uppercasedASCII }
    var rest = line[(close + 1)...].drop { $0 == .space }
    // The hierarchy delimiter: a quoted character or NIL.
    guard Self.string(&rest) != nil else { return nil }
    rest = rest.drop { $0 == .space }
    if rest.first == .openBrace { return literals.last.map { Folder(attributes: attributes, name: $0) } }
    guard let name = Self.string(&rest), !name.isEmpty else { return nil }
    return Folder(attributes: attributes, name: name)
  }

  /// The message of a FETCH response with a unique identifier and one literal. `nil` for any other response.
  package var message: Message? {
    let words = line.split { $0 == .space || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
    guard words.count >= 3, words[2].equalsIgnoringCase("FETCH"), literals.count == 1,
      let position = words.firstIndex(where: { $0.equalsIgnoringCase("UID") }), words.indices.contains(position + 1),
      let identifier = Self.identifier(words[position + 1])
    else { return nil }
    return Message(identifier: identifier, literal: literals[0])
  }

  /// Reads a number of 32 bits other than 0 (RFC 9051, section 9, nz-number). Returns `nil` for anything else.
  package static func identifier(_ octets: some Collection<UInt8>) -> UInt32? {
    guard let first = octets.first, first != 0x30, octets.count <= 10, octets.allSatisfy(\.isDigit) else { return nil }
    return UInt32(octets.text)
  }

  /// Consumes an atom or a quoted string at the start of `rest`. Returns its text, or `nil` if `rest` starts with
  /// neither.
  private static func string(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = rest.first, first != .space, first != .openBrace else { return nil }
    guard first == .quote else {
      let atom = rest.prefix { $0 != .space }
      rest = rest.dropFirst(atom.count)
      return Array(atom)
    }
    var (text, position) = ([UInt8](), rest.startIndex + 1)
    while position < rest.endIndex, rest[position] != .quote {
      if rest[position] == .backslash { position += 1 }
      guard position < rest.endIndex else { return nil }
      text.append(rest[position])
      position += 1
    }
    guard position < rest.endIndex else { return nil }
    rest = rest[(position + 1)...]
    return text
  }
}
