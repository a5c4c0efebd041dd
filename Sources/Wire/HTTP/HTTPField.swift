// Header fields of HTTP (RFC 9110, section 5).

import Vocabulary

/// One header field. No value of this type can end a line or a header.
package struct HTTPField: Equatable, Sendable {
  /// As it is written. Names are compared without case (RFC 9110, section 5.1).
  package let name: String
  package let value: String

  /// Returns `nil` unless `name` is a token (RFC 9110, section 5.6.2) and `value` a field value (section 5.5): no CR, LF, NUL or other
  /// control character except a tab, and no blank at either end.
  package init?(_ name: some Collection<UInt8>, _ value: some Collection<UInt8>) {
    guard !name.isEmpty, name.allSatisfy(Self.isTokenOctet), value.allSatisfy({ $0 == .tab || ($0 >= 0x20 && $0 != 0x7f) }) else {
      return nil
    }
    let value = Array(value)
    guard value.first?.isBlank != true, value.last?.isBlank != true else { return nil }
    (self.name, self.value) = (name.text, value.text)
  }

  package init?(_ name: String, _ value: String) { self.init(name.utf8, value.utf8) }

  /// Reads a line of a header without its CRLF. Returns `nil` for anything but a name, a colon directly after it, and a value. Blanks
  /// around the value are dropped.
  init?(line: some BidirectionalCollection<UInt8>) {
    let line = Array(line)
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var value = line[(colon + 1)...].drop(while: \.isBlank)
    while let last = value.last, last.isBlank { value.removeLast() }
    self.init(line[..<colon], value)
  }

  /// Returns whether `octet` may stand in a token.
  private static func isTokenOctet(_ octet: UInt8) -> Bool {
    octet.isLetter || octet.isDigit || "!#$%&'*+-.^_`|~".utf8.contains(octet)
  }
}

extension [HTTPField] {
  /// Returns the values of all fields with this `name`, in their order.
  package func values(of name: String) -> [String] {
    filter { $0.name.utf8.equalsIgnoringCase(name) }.map(\.value)
  }
}
