// The message that an address sends to itself (RFC 5322). It says nothing of this computer or of who sits at it.

import Vocabulary

package struct TestMessage: Sendable, Equatable {
  package let address: MailAddress
  /// The Message-ID without its angle brackets: what the message is known by.
  package let id: String
  /// Header and body, without line ends; lines of 78 octets at most, but for an address that is longer itself.
  package let lines: [String]

  /// `words` are the subject and the paragraphs of the text, in any language; `seconds` is the time since 1970. `token` is
  /// letters and digits that nobody can guess: the message is told from others by it.
  package init(from address: MailAddress, words: (subject: String, text: [String]), seconds: Int64, token: String) {
    precondition(!token.isEmpty && token.utf8.allSatisfy { $0.isLetter || $0.isDigit }, "a token is letters and digits")
    self.address = address
    id = "setup-test.\(token)@\(address.domain.text)"
    let isPlain = words.text.allSatisfy(Self.isPlain)
    lines =
      [
        Self.field("From", "\(address)"), Self.field("To", "\(address)"), Self.field("Subject", Self.encoded(words.subject)),
        Self.field("Date", MailDate.text(seconds)), Self.field("Message-ID", "<\(id)>"), ["MIME-Version: 1.0"],
        ["Content-Type: text/plain; charset=\(isPlain ? "us-ascii" : "utf-8")"],
        ["Content-Transfer-Encoding: \(isPlain ? "7bit" : "base64")"],
        // RFC 3834 5: no vacation message answers it.
        ["Auto-Submitted: auto-generated"], [""],
      ].flatMap { $0 } + (isPlain ? words.text.flatMap(Self.wrapped) : Self.base64(words.text))
  }

  /// A token out of 128 random bits.
  package static func token() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// What follows DATA: a dot in front of a line is doubled, a dot alone ends it (RFC 5321 4.5.2).
  package var data: [Outgoing] { lines.map { Outgoing($0.utf8.first == UInt8(ascii: ".") ? ".\($0)" : $0) } + [Outgoing(".")] }

  private static let width = 78

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f } }

  /// Folded behind the colon where it would be too long.
  private static func field(_ name: String, _ value: String) -> [String] {
    let whole = "\(name): \(value)"
    return whole.utf8.count <= width && !value.utf8.contains(.lineFeed)
      ? [whole] : ["\(name):"] + value.split(separator: "\n").map { " \($0)" }
  }

  /// RFC 2047: words of at most 75 octets, a line each; none parts a character.
  private static func encoded(_ text: String) -> String {
    if isPlain(text) { return text }
    var (words, octets) = ([String](), [UInt8]())
    func word() -> String { "=?utf-8?B?\(Base64.encode(octets).text)?=" }
    for character in text.unicodeScalars.map({ Array(String($0).utf8) }) {
      if octets.count + character.count > 45 {
        words.append(word())
        octets = []
      }
      octets += character
    }
    return (words + [word()]).joined(separator: "\n")
  }

  private static func wrapped(_ paragraph: String) -> [String] {
    var (lines, line) = ([String](), "")
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return lines + [line]
  }

  /// RFC 2045 6.8: lines of 76.
  private static func base64(_ text: [String]) -> [String] {
    let octets = Base64.encode(Array((text.joined(separator: "\r\n") + "\r\n").utf8))
    return stride(from: 0, to: octets.count, by: 76).map { octets[$0..<min($0 + 76, octets.count)].text }
  }
}
