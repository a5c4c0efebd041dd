// The encodings of a secret that a test searches for where the secret must not be.

import Vocabulary
import Wire

/// The encodings of one secret.
package struct SecretForms: Sendable {
  private let forms: [(name: String, octets: [UInt8])]

  /// Shorter encodings could be found by chance.
  private static let shortest = 6

  /// Creates the encodings: as it is, backwards, hexadecimal, percent-encoded, as a quoted string of IMAP, base64 at
  /// each of the three alignments, and the SASL message with `username`.
  package init(username: String, secret: [UInt8]) {
    let hexadecimal = secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    var forms: [(String, [UInt8])] = [
      ("as it is", secret),
      ("backwards", secret.reversed()),
      ("in hexadecimal", Array(hexadecimal.joined().utf8)),
      ("in upper-case hexadecimal", Array(hexadecimal.joined().uppercasedASCII.utf8)),
      ("percent-encoded", Array(hexadecimal.map { "%" + $0.uppercasedASCII }.joined().utf8)),
      ("percent-encoded where needed", Self.percentEncoded(secret)),
      ("between quotes", Self.quoted(secret)),
      ("in base64", Base64.encode(secret)),
      ("in its SASL message", Base64.encode([0] + Array(username.utf8) + [0] + secret)),
    ]
    for offset in 0..<3 { forms.append(("in base64 at offset \(offset)", Self.base64(secret, offset: offset))) }
    self.forms = forms.filter { $0.1.count >= Self.shortest }.map { (name: $0.0, octets: $0.1) }
  }

  /// Returns the name of the encoding in which `octets` contain the secret, or `nil`.
  package func found(in octets: some Collection<UInt8>) -> String? {
    let octets = Array(octets)
    return forms.first { Self.contains(octets, $0.octets) }?.name
  }

  package func found(in text: String) -> String? { found(in: Array(text.utf8)) }

  private static func contains(_ octets: [UInt8], _ form: [UInt8]) -> Bool {
    var rest = octets[...]
    while let start = rest.firstIndex(of: form[0]) {
      if rest[start...].starts(with: form) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }

  /// Returns the characters that base64 of any text with `secret` at this offset modulo three contains.
  private static func base64(_ secret: [UInt8], offset: Int) -> [UInt8] {
    let encoded = Base64.encode(Array(repeating: 0, count: offset) + secret)
    return Array(encoded[((offset * 8 + 5) / 6)..<((offset + secret.count) * 8 / 6)])
  }

  private static func percentEncoded(_ secret: [UInt8]) -> [UInt8] {
    secret.flatMap { octet -> [UInt8] in
      if octet.isLetter || octet.isDigit || "-._~".utf8.contains(octet) { return [octet] }
      return Array("%".utf8) + Array((octet < 16 ? "0" : "").utf8) + Array(String(octet, radix: 16).uppercasedASCII.utf8)
    }
  }

  /// Returns `octets` as a quoted string (RFC 9051, section 4.3).
  package static func quoted(_ octets: [UInt8]) -> [UInt8] {
    [.quote] + octets.flatMap { $0 == .quote || $0 == .backslash ? [.backslash, $0] : [$0] } + [.quote]
  }
}
