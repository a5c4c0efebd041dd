// A password that can be recognized in every form in which it could leak.

import Vocabulary
import Wire

enum Canary {
  static let text = "Canary\"7\\qx-Ü密"
  static let username = "you@example.org"

  static var secret: Secret { Secret(copying: text.utf8) }
  static var plain: PLAIN { PLAIN(username: username, password: secret) }
  static var credentials: Credentials { Credentials(username: username, password: secret) }

  /// The password in plain text, reversed, in hexadecimal, percent-encoded and quoted, and the middle of its base64
  /// form at each of the three offsets.
  static let forms: [String] = {
    let octets = Array(text.utf8)
    let hexadecimal = octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    var forms = [text, String(text.reversed()), hexadecimal.joined(), hexadecimal.joined().uppercased()]
    forms.append(octets.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16).uppercased() }.joined())
    forms.append(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))
    // The parts of the password, for code that cuts it at the quote.
    forms += ["Canary", "7\\qx", "qx-Ü"]
    for offset in 0..<3 {
      let encoded = Base64.encode([UInt8](repeating: 0, count: offset) + octets)
      // The first group also encodes octets before the password, and the last group octets after it.
      forms.append(encoded.dropFirst(4).dropLast(4).text)
    }
    return forms
  }()

  /// Returns the forms of the password that `text` contains, ignoring case.
  static func found(in text: String) -> [String] { forms.filter { text.lowercased().contains($0.lowercased()) } }
}
