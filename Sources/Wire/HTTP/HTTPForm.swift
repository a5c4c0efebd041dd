// Names and values in the form of a query or of a form's body (application/x-www-form-urlencoded: WHATWG URL, section 5; RFC 6749,
// appendix B).

import Vocabulary

/// Pairs of names and values to send. Some values are secrets.
package struct HTTPForm: Sendable {
  private enum Value: Sendable {
    case plain(String)
    case secret(Secret)
  }

  private var pairs: [(name: String, value: Value)] = []

  package init() {}

  /// Appends a pair. Nothing is appended if `text` is `nil`.
  package mutating func add(_ name: String, _ text: String?) {
    if let text { pairs.append((name, .plain(text))) }
  }

  /// Appends a pair with a secret. Nothing is appended if `secret` is `nil`.
  package mutating func add(_ name: String, _ secret: Secret?) {
    if let secret { pairs.append((name, .secret(secret))) }
  }

  /// The secrets among the values, so that an answer that repeats one of them can be recognized.
  package var secrets: [Secret] {
    pairs.compactMap { pair in
      switch pair.value {
      case .plain: nil
      case .secret(let secret): secret
      }
    }
  }

  /// The octets of the body.
  package var encoded: Secret {
    let buffer = SecretBuffer()
    for (index, pair) in pairs.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: "&")) }
      Self.escape(pair.name.utf8, blank: .plus) { buffer.append($0) }
      buffer.append(UInt8(ascii: "="))
      switch pair.value {
      case .plain(let text): Self.escape(text.utf8, blank: .plus) { buffer.append($0) }
      case .secret(let secret): secret.withOctets { Self.escape($0, blank: .plus) { buffer.append($0) } }
      }
    }
    return buffer.secret
  }

  /// Returns `pairs` as the query of an address. Blanks become `%20`, which every server reads.
  package static func query(_ pairs: [(name: String, value: String)]) -> String {
    var octets: [UInt8] = []
    for (index, pair) in pairs.enumerated() {
      if index > 0 { octets.append(UInt8(ascii: "&")) }
      escape(pair.name.utf8, blank: nil) { octets.append($0) }
      octets.append(UInt8(ascii: "="))
      escape(pair.value.utf8, blank: nil) { octets.append($0) }
    }
    return octets.text
  }

  /// Hands `octets` to `emit` with everything escaped that is not unreserved (RFC 3986, section 2.3).
  private static func escape(_ octets: some Sequence<UInt8>, blank: UInt8?, _ emit: (UInt8) -> Void) {
    let digits = Array("0123456789ABCDEF".utf8)
    for octet in octets {
      if octet.isLetter || octet.isDigit || "-._~".utf8.contains(octet) {
        emit(octet)
      } else if octet == .space, let blank {
        emit(blank)
      } else {
        emit(UInt8(ascii: "%"))
        emit(digits[Int(octet >> 4)])
        emit(digits[Int(octet & 15)])
      }
    }
  }
}

/// Pairs of names and values that were received. Every value is treated as a secret, because one of them is.
package struct HTTPFormFields: Sendable {
  private let pairs: [(name: String, value: Secret)]

  /// Pairs that are read. An authorization response has five.
  private static let limit = 32

  /// Reads `octets`. Returns `nil` if an escape is not `%` and two digits, if a name occurs twice (RFC 6749, section 3.1), or if there
  /// are too many pairs.
  package init?(_ octets: some Collection<UInt8>) {
    var pairs: [(name: String, value: Secret)] = []
    for part in octets.split(separator: UInt8(ascii: "&")) {
      let name = part.prefix { $0 != UInt8(ascii: "=") }
      guard pairs.count < Self.limit, let key = Self.unescape(name), let value = Self.unescape(part.dropFirst(name.count + 1)) else {
        return nil
      }
      let text = key.withOctets { $0.text }
      guard !pairs.contains(where: { $0.name == text }) else { return nil }
      pairs.append((text, value))
    }
    self.pairs = pairs
  }

  /// Returns the value of `name`, `nil` if there is none.
  package subscript(name: String) -> Secret? { pairs.first { $0.name == name }?.value }

  /// Returns the value of `name`, which is no secret, as text. `nil` if there is none.
  package func text(_ name: String) -> String? { self[name]?.withOctets { $0.text } }

  private static func unescape(_ octets: some Collection<UInt8>) -> Secret? {
    let buffer = SecretBuffer()
    var rest = octets[...]
    while let octet = rest.popFirst() {
      switch octet {
      case .plus: buffer.append(.space)
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
        buffer.append(high << 4 | low)
      default: buffer.append(octet)
      }
    }
    return buffer.secret
  }

  private static func digit(_ octet: UInt8) -> UInt8? {
    switch octet.lowercasedASCII {
    case 0x30...0x39: octet - 0x30
    case 0x61...0x66: octet.lowercasedASCII - 0x61 + 10
    default: nil
    }
  }
}
