// The server's reason for the refusal of a token: a JSON object in a challenge (RFC 7628, section 3.2.2).

import Vocabulary

extension TokenStatus {
  /// The maximum length of the challenge in octets. Real ones have fewer than 300.
  private static let limit = 4_096

  /// Reads the challenge. Returns `nil` if it is not a JSON object of texts. Other values are ignored.
  init?(_ challenge: SASLChallenge) {
    guard challenge.text.count <= Self.limit, let octets = challenge.octets, let members = FlatJSON.members(octets) else { return nil }
    func value(_ name: String) -> Visible? { members[name].map { Visible($0) } }
    self.init(status: value("status"), scope: value("scope"), schemes: value("schemes"), configuration: value("openid-configuration"))
  }
}

/// Reads JSON objects without nested values: all that RFC 7628 defines. The full reader is in a target above this one.
private struct FlatJSON {
  private var rest: ArraySlice<UInt8>

  /// Returns the members whose values are texts or numbers. `nil` if `octets` is not such an object, or has a name twice.
  static func members(_ octets: [UInt8]) -> [String: String]? {
    var reader = FlatJSON(rest: octets[...])
    return reader.object()
  }

  private mutating func object() -> [String: String]? {
    guard take("{") else { return nil }
    var members: [String: String] = [:]
    if take("}") { return isAtEnd ? members : nil }
    repeat {
      guard let name = text(), take(":"), let value = text() ?? word(), members[name] == nil else { return nil }
      members[name] = value
    } while take(",")
    return take("}") && isAtEnd ? members : nil
  }

  private var isAtEnd: Bool { rest.allSatisfy(Self.isBlank) }

  private static func isBlank(_ octet: UInt8) -> Bool { [.space, .tab, .lineFeed, .carriageReturn].contains(octet) }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    rest = rest.drop(while: Self.isBlank)
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest.removeFirst()
    return true
  }

  /// Consumes a number, `true`, `false` or `null`.
  private mutating func word() -> String? {
    let word = rest.prefix { $0.isLetter || $0.isDigit || [.plus, .hyphen, UInt8(ascii: ".")].contains($0) }
    rest = rest.dropFirst(word.count)
    return word.isEmpty ? nil : word.text
  }

  /// Consumes a string. `\u` escapes outside of ASCII become U+FFFD: the words of RFC 7628 are ASCII.
  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var octets: [UInt8] = []
    while let octet = rest.popFirst() {
      switch octet {
      case .quote: return octets.text
      case .backslash:
        guard let escaped = rest.popFirst() else { return nil }
        switch escaped {
        case .quote, .backslash, UInt8(ascii: "/"): octets.append(escaped)
        case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): octets.append(.space)
        case UInt8(ascii: "u"):
          guard rest.count >= 4, let unit = UInt32(rest.prefix(4).text, radix: 16) else { return nil }
          rest = rest.dropFirst(4)
          octets += unit < 0x80 ? [UInt8(unit)] : Array("\u{fffd}".utf8)
        default: return nil
        }
      case 0..<0x20: return nil
      default: octets.append(octet)
      }
    }
    return nil
  }
}
