// A password that can be recognised in every form it might leak in.

import Vocabulary
import Wire

enum Canary {
  static let text = "Canary\"7\\qx-Ü密"
  static let username = "you@example.org"

  static var secret: Secret { Secret(copying: text.utf8) }
  static var credentials: Credentials { Credentials(username: username, secret: secret) }

  /// Raw, reversed, hexadecimal, percent-encoded, quoted, and what base64 makes of the middle of it at each of the three
  /// offsets it can stand at.
  static let forms: [String] = {
    let octets = Array(text.utf8)
    let hexadecimal = octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    var forms = [text, String(text.reversed()), hexadecimal.joined(), hexadecimal.joined().uppercased()]
    forms.append(octets.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16).uppercased() }.joined())
    forms.append(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))
    // Also its parts, for whoever cuts it at the quote.
    forms += ["Canary", "7\\qx", "qx-Ü"]
    for offset in 0..<3 {
      let encoded = Base64.encode([UInt8](repeating: 0, count: offset) + octets)
      // The first group of each offset is mixed with what stands before, the last with what follows.
      forms.append(encoded.dropFirst(4).dropLast(4).text)
    }
    return forms
  }()

  /// The forms of the secret that are in `text`, in whatever case.
  static func found(in text: String) -> [String] { forms.filter { text.lowercased().contains($0.lowercased()) } }
}
