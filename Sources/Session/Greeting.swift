// What a first line shows that does not belong to the protocol.

import Vocabulary

/// Recognizes other protocols by their first octets.
enum Greeting {
  /// Returns the service that sends such a first line. `nil` if no known service does.
  static func service(_ line: [UInt8]) -> ForeignService? {
    if isTLS(line) { return .tls }
    let text = line.prefix(64).text
    if text.hasPrefix("+OK") || text.hasPrefix("-ERR") { return .pop3 }
    if text.hasPrefix("HTTP/") || text.hasPrefix("<") { return .http }
    if text.hasPrefix("SSH-") { return .ssh }
    if text.hasPrefix("* ") { return .imap }
    return text.count >= 3 && text.prefix(3).utf8.allSatisfy(\.isDigit) ? .smtp : nil
  }

  /// Returns whether the octets are the start of a TLS record: its type and the major version 3 (RFC 8446, section 5.1).
  static func isTLS(_ octets: [UInt8]) -> Bool {
    octets.count >= 2 && (20...24).contains(octets[0]) && octets[1] == 3
  }

  /// Returns whether one more octet is needed to decide. No text begins with such an octet.
  static func mayBecomeTLS(_ octets: [UInt8]) -> Bool { octets.count == 1 && (20...24).contains(octets[0]) }

  /// Returns octets that are not text as hexadecimal pairs.
  static func hexadecimal(_ octets: [UInt8]) -> Visible {
    Visible(octets.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " "))
  }
}
