// JSON whose texts may be secrets (RFC 8259): read strictly, without a copy of a text that is not wiped.

import Vocabulary

/// A JSON value. Every text is a secret.
package enum SecretJSON: Sendable {
  case null
  case flag(Bool)
  /// A number as it is written.
  case numeral(String)
  case text(Secret)
  case list([SecretJSON])
  case object([String: SecretJSON])

  /// Why octets are not a value.
  package enum Error: String, Swift.Error, Sendable, CaseIterable {
    /// `notUTF8` is also a byte order mark and a lone surrogate. `tooBig` is about the number of values.
    case notJSON, notUTF8, tooDeep, tooBig, duplicateKey
  }

  /// Reads `secret`. Throws the first fault.
  package static func read(_ secret: Secret) throws(Error) -> SecretJSON {
    try secret.withOctets { (octets) throws(Error) in
      guard isUTF8(octets) else { throw .notUTF8 }
      var reader = SecretJSONReader(octets)
      return try reader.whole()
    }
  }

  private static func isUTF8(_ octets: UnsafeRawBufferPointer) -> Bool {
    guard !octets.starts(with: [0xef, 0xbb, 0xbf]) else { return false }
    var decoder = UTF8()
    var rest = octets.makeIterator()
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }
}

extension SecretJSON {
  /// The members of an object. `nil` for anything else.
  package var members: [String: SecretJSON]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The text. `nil` for anything else.
  package var secret: Secret? {
    if case .text(let secret) = self { secret } else { nil }
  }

  /// The text as a string, for values that are no secret. `nil` for anything else.
  package var text: String? { secret?.withOctets { $0.text } }

  /// The texts of a list. `nil` for anything else, and for a list that contains anything else.
  package var texts: [String]? {
    guard case .list(let elements) = self else { return nil }
    let texts = elements.compactMap(\.text)
    return texts.count == elements.count ? texts : nil
  }

  /// A whole number of seconds, also one that is written as a text, as some servers do. `nil` for anything else.
  package var seconds: Int? {
    switch self {
    case .numeral(let text): Int(text)
    case .text: text.flatMap { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
    case .null, .flag, .list, .object: nil
    }
  }
}

/// Reads one text from its start to its end.
private struct SecretJSONReader {
  private let octets: UnsafeRawBufferPointer
  private var position = 0
  private var count = 0

  /// Levels and values. The metadata of an authorization server have two levels and about two hundred values.
  private static let depth = 16
  private static let limit = 4_096

  init(_ octets: UnsafeRawBufferPointer) { self.octets = octets }

  mutating func whole() throws(SecretJSON.Error) -> SecretJSON {
    let value = try value(0)
    skipBlanks()
    guard position == octets.count else { throw .notJSON }
    return value
  }

  private var next: UInt8? { position < octets.count ? octets[position] : nil }

  private mutating func skipBlanks() {
    while let next, next.isBlankOrLineEnd { position += 1 }
  }

  /// Consumes blanks and `octet`, or nothing.
  private mutating func take(_ octet: UInt8) -> Bool {
    skipBlanks()
    guard next == octet else { return false }
    position += 1
    return true
  }

  private mutating func value(_ level: Int) throws(SecretJSON.Error) -> SecretJSON {
    guard level <= Self.depth else { throw .tooDeep }
    count += 1
    guard count <= Self.limit else { throw .tooBig }
    skipBlanks()
    switch next {
    case UInt8.openBrace: return try object(level)
    case UInt8(ascii: "["): return try list(level)
    case UInt8.quote: return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some, nil: return .numeral(try number())
    }
  }

  private mutating func word(_ text: String, _ value: SecretJSON) throws(SecretJSON.Error) -> SecretJSON {
    guard octets[position...].starts(with: text.utf8) else { throw .notJSON }
    position += text.utf8.count
    return value
  }

  private mutating func object(_ level: Int) throws(SecretJSON.Error) -> SecretJSON {
    position += 1
    var members: [String: SecretJSON] = [:]
    if take(.closeBrace) { return .object(members) }
    repeat {
      skipBlanks()
      guard next == .quote else { throw .notJSON }
      let key = try string().withOctets { $0.text }
      guard take(UInt8(ascii: ":")) else { throw .notJSON }
      guard members.updateValue(try value(level + 1), forKey: key) == nil else { throw .duplicateKey }
    } while take(UInt8(ascii: ","))
    guard take(.closeBrace) else { throw .notJSON }
    return .object(members)
  }

  private mutating func list(_ level: Int) throws(SecretJSON.Error) -> SecretJSON {
    position += 1
    var elements: [SecretJSON] = []
    if take(UInt8(ascii: "]")) { return .list(elements) }
    repeat { elements.append(try value(level + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw .notJSON }
    return .list(elements)
  }

  /// RFC 8259, section 6.
  private mutating func number() throws(SecretJSON.Error) -> String {
    let start = position
    func digits(_ reader: inout SecretJSONReader) -> Int {
      let start = reader.position
      while reader.next?.isDigit == true { reader.position += 1 }
      return reader.position - start
    }
    if next == .hyphen { position += 1 }
    let first = next
    let whole = digits(&self)
    guard whole == 1 || (whole > 1 && first != 0x30) else { throw .notJSON }
    if next == UInt8(ascii: ".") {
      position += 1
      guard digits(&self) > 0 else { throw .notJSON }
    }
    if next?.lowercasedASCII == UInt8(ascii: "e") {
      position += 1
      if next == .plus || next == .hyphen { position += 1 }
      guard digits(&self) > 0 else { throw .notJSON }
    }
    return octets[start..<position].text
  }

  /// RFC 8259, section 7. The next octet is the opening quotation mark.
  private mutating func string() throws(SecretJSON.Error) -> Secret {
    position += 1
    let buffer = SecretBuffer()
    while let octet = next {
      position += 1
      switch octet {
      case .quote: return buffer.secret
      case .backslash: try escape(into: buffer)
      case 0..<0x20: throw .notJSON
      default: buffer.append(octet)
      }
    }
    throw .notJSON
  }

  private mutating func escape(into buffer: SecretBuffer) throws(SecretJSON.Error) {
    guard let octet = next else { throw .notJSON }
    position += 1
    switch octet {
    case .quote, .backslash, UInt8(ascii: "/"): buffer.append(octet)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0c)
    case UInt8(ascii: "n"): buffer.append(.lineFeed)
    case UInt8(ascii: "r"): buffer.append(.carriageReturn)
    case UInt8(ascii: "t"): buffer.append(.tab)
    case UInt8(ascii: "u"):
      var number = try hexadecimal()
      if (0xd800...0xdbff).contains(number) {
        guard octets[position...].starts(with: [.backslash, UInt8(ascii: "u")]) else { throw .notUTF8 }
        position += 2
        let low = try hexadecimal()
        guard (0xdc00...0xdfff).contains(low) else { throw .notUTF8 }
        number = 0x10000 + (number - 0xd800) << 10 + (low - 0xdc00)
      }
      guard let scalar = Unicode.Scalar(number) else { throw .notUTF8 }
      buffer.append(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw .notJSON
    }
  }

  private mutating func hexadecimal() throws(SecretJSON.Error) -> UInt32 {
    let digits = octets[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0.lowercasedASCII) }),
      let number = UInt32(digits.text, radix: 16)
    else { throw .notJSON }
    position += 4
    return number
  }
}
