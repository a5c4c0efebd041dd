// The parts of a secret that must not appear in output, and the encodings in which a server may repeat a secret.

import Vocabulary
import Wire

/// The parts of a secret that a test searches for.
package struct EchoParts {
  /// Every part of six octets, in the original, base64 and hexadecimal form. Of a shorter secret the whole.
  package let all: Set<String>

  package init(of secret: String) {
    let octets = Array(secret.utf8)
    var parts: Set<String> = []
    func add(_ text: [UInt8], _ length: Int) {
      guard !text.isEmpty else { return }
      for start in 0...max(text.count - length, 0) {
        let part = Array(text[start..<min(start + length, text.count)])
        // Parts with a blank or with incomplete UTF-8 are left out, because they could not appear in this form.
        if let text = String(validating: part, as: UTF8.self), !text.contains(" ") { parts.insert(text) }
      }
    }
    add(octets, 6)
    let hexadecimal = octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    add(Array(hexadecimal.utf8), 12)
    add(Array(hexadecimal.uppercasedASCII.utf8), 12)
    for offset in 0..<3 where octets.count >= 6 {
      let encoded = Base64.encode(Array(repeating: 0, count: offset) + octets)
      add(Array(encoded[((offset * 8 + 5) / 6)..<((offset + octets.count) * 8 / 6)]), 10)
    }
    all = parts
  }

  /// Returns the secret in each encoding that servers may use, with the name of the encoding.
  package static func transformations(of secret: String) -> [(name: String, echo: String)] {
    let octets = Array(secret.utf8)
    func each(_ write: (UInt8) -> String) -> String { octets.map(write).joined() }
    func hexadecimal(_ octet: UInt8) -> String { (octet < 16 ? "0" : "") + String(octet, radix: 16) }
    func isPlain(_ octet: UInt8) -> Bool { octet.isLetter || octet.isDigit }
    let scalars = secret.unicodeScalars
    func units(_ scalar: Unicode.Scalar) -> String {
      String(scalar).utf16.map { #"\u"# + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16) }.joined()
    }
    return [
      ("as it is", secret), ("quoted", String(decoding: SecretForms.quoted(octets), as: UTF8.self)),
      ("hexadecimal", each(hexadecimal)), ("upper-case hexadecimal", each { hexadecimal($0).uppercasedASCII }),
      ("with colons", octets.map(hexadecimal).joined(separator: ":")), ("with blanks", octets.map(hexadecimal).joined(separator: " ")),
      ("all percent", each { "%" + hexadecimal($0).uppercasedASCII }),
      ("percent", each { isPlain($0) ? String(Unicode.Scalar($0)) : "%" + hexadecimal($0) }),
      ("quoted-printable", each { isPlain($0) ? String(Unicode.Scalar($0)) : "=" + hexadecimal($0).uppercasedASCII }),
      ("C escapes", each { #"\x"# + hexadecimal($0) }), ("JSON", scalars.map(units).joined()),
      ("some JSON", scalars.map { isPlain(UInt8(truncatingIfNeeded: $0.value)) && $0.isASCII ? String($0) : units($0) }.joined()),
      ("entities", scalars.map { "&#\($0.value);" }.joined()),
      ("hexadecimal entities", scalars.map { "&#x\(String($0.value, radix: 16));" }.joined()),
      ("base64", Base64.encode(octets).text), ("base64 behind one", Base64.encode([0] + octets).text),
      ("base64 behind two", Base64.encode([0x41, 0] + octets + [0x42]).text),
      ("base64 for URLs", Base64.encode(octets).text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")),
      ("parted by blanks", secret.map(String.init).joined(separator: " ")),
      ("C numbers", octets.map { "0x" + hexadecimal($0) }.joined(separator: " ")),
      ("a C array", "{" + octets.map { "0x" + hexadecimal($0).uppercasedASCII }.joined(separator: ",") + "}"),
      ("a list of numbers", "[" + octets.map(String.init).joined(separator: ", ") + "]"),
      ("percent twice", each { "%25" + hexadecimal($0) }),
      ("percent where needed, twice", each { isPlain($0) ? String(Unicode.Scalar($0)) : "%25" + hexadecimal($0).uppercasedASCII }),
      ("entities of entities", scalars.map { "&amp;#\($0.value);" }.joined()),
      ("base64 of base64", Base64.encode(Base64.encode([0x41, 0] + octets)).text),
      ("base64 of hexadecimal", Base64.encode(Array(each(hexadecimal).utf8)).text),
      ("parted by hyphens", secret.map(String.init).joined(separator: "-")),
      ("parted by dots", secret.map(String.init).joined(separator: ".")),
      ("parted by middle dots", secret.map(String.init).joined(separator: "·")),
      ("parted by bars", secret.map(String.init).joined(separator: "|")),
      ("parted by blanks that hold lines together", secret.map(String.init).joined(separator: "\u{a0}")),
      ("upper case", secret.uppercased()),
    ]
  }
}
