// What a first line that is not of the protocol gives away.

import Vocabulary

enum Greeting {
  /// The service whose first words these are; nil where they are nobody's.
  static func service(_ line: [UInt8]) -> ForeignService? {
    if isTLS(line) { return .tls }
    let text = line.prefix(64).text
    if text.hasPrefix("+OK") || text.hasPrefix("-ERR") { return .pop3 }
    if text.hasPrefix("HTTP/") || text.hasPrefix("<") { return .http }
    if text.hasPrefix("SSH-") { return .ssh }
    if text.hasPrefix("* ") { return .imap }
    return text.count >= 3 && text.prefix(3).utf8.allSatisfy(\.isDigit) ? .smtp : nil
  }

  /// A TLS record (RFC 8446 5.1) opens with its type and the major version 3.
  static func isTLS(_ octets: [UInt8]) -> Bool {
    octets.count >= 2 && (20...24).contains(octets[0]) && octets[1] == 3
  }

  /// Whether one octet more is needed to know; no text begins with these.
  static func mayBecomeTLS(_ octets: [UInt8]) -> Bool { octets.count == 1 && (20...24).contains(octets[0]) }

  /// Octets that are no text, as hexadecimal pairs.
  static func hexadecimal(_ octets: [UInt8]) -> Visible {
    Visible(octets.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " "))
  }
}
