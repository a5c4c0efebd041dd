// A legal host name in A-label form, or an IP address literal.

/// A host. The initialiser is the only way to create one, so every value is legal.
package struct HostName: Hashable, Sendable {
  /// What the text is: a name, an IPv4 address or an IPv6 address.
  package enum Kind: Sendable { case name, ipv4, ipv6 }

  /// Lower case, without a final dot and without the brackets of an IPv6 literal.
  package let text: String
  package let kind: Kind

  /// Reads a host name, a dotted quad, or an IPv6 literal with or without brackets. A host name consists of letters,
  /// digits and hyphens, in labels of 1 to 63 octets and 253 octets in all (RFC 1123, section 2.1). One final dot is
  /// dropped. Returns `nil` for anything else. Unicode names are refused: they have to be written in their A-label form
  /// (xn--…), so that the user notices a look-alike letter.
  package init?(_ typed: String) {
    guard typed.utf8.count <= 255 else { return nil }
    var text = typed.lowercasedASCII
    if text.utf8.contains(0x3a) {
      if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
      guard Self.mayBeIPv6(text) else { return nil }
      (self.text, kind) = (text, .ipv6)
      return
    }
    if text.hasSuffix(".") { text.removeLast() }
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard text.utf8.count <= 253, labels.allSatisfy(Self.isLabel), let last = labels.last else { return nil }
    if Self.isNumber(last) {
      // Some resolvers read a name that ends in a number as an address. Only the dotted quad passes.
      guard labels.count == 4, labels.allSatisfy({ UInt8($0.text) != nil && ($0.count == 1 || $0.first != 0x30) }) else { return nil }
      kind = .ipv4
    } else {
      kind = .name
    }
    self.text = text
  }

  /// The labels from left to right. Empty for an address literal.
  package var labels: [Substring] { kind == .name ? text.split(separator: ".") : [] }

  /// Returns whether this name is `domain` or a subdomain of it. The comparison is by labels: gmail.com is not within
  /// mail.com. `domain` is in lower case. Returns false for an address literal.
  package func isWithin(_ domain: String) -> Bool {
    kind == .name && (text == domain || text.hasSuffix("." + domain))
  }

  private static func isLabel(_ label: Substring.UTF8View) -> Bool {
    (1...63).contains(label.count) && label.first != .hyphen && label.last != .hyphen
      && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == .hyphen }
  }

  /// Returns whether a label is a number: decimal, or hexadecimal as inet_aton(3) reads it. To inet_aton, 0x7f000001 is
  /// the loopback address.
  private static func isNumber(_ label: Substring.UTF8View) -> Bool {
    if label.allSatisfy(\.isDigit) { return true }
    return label.starts(with: "0x".utf8) && label.dropFirst(2).allSatisfy { $0.isDigit || (0x61...0x66).contains($0) }
  }

  /// Checks the alphabet and the length only. The resolver decides whether the text is an address. A scope ("%eth0") is
  /// refused.
  private static func mayBeIPv6(_ text: String) -> Bool {
    text.utf8.count <= 45 && text.utf8.allSatisfy { $0.isDigit || ($0 >= 0x61 && $0 <= 0x66) || $0 == 0x3a || $0 == 0x2e }
  }
}

extension HostName: CustomStringConvertible {
  package var description: String { kind == .ipv6 ? "[\(text)]" : text }
}
