// The message that an address sends to itself (RFC 5322). It contains nothing about this computer or its user.

import Vocabulary

/// A test message with its header and body.
package struct TestMessage: Sendable, Equatable {
  package let address: MailAddress
  /// The Message-ID without angle brackets. It identifies the message.
  package let id: String
  /// The header and the body without line ends. Lines have at most 78 octets, except if a word of the text or a header
  /// value (the address, the Message-ID) is longer.
  package let lines: [String]

  /// Creates the message from `address` to itself. `words` are the subject and the paragraphs of the text, in any
  /// language. `seconds` is the time since 1970. `token` consists of ASCII letters and digits, must not be predictable,
  /// and distinguishes this message from all others.
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
        // RFC 3834, section 5: prevents automatic replies, such as vacation messages.
        ["Auto-Submitted: auto-generated"], [""],
      ].flatMap { $0 } + (isPlain ? words.text.flatMap(Self.wrapped) : Self.base64(words.text))
  }

  /// Returns a token with 128 random bits in hexadecimal.
  package static func token() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// The lines after DATA. A dot at the start of a line is doubled, and a single dot ends the message (RFC 5321,
  /// section 4.5.2).
  package var data: [Outgoing] { lines.map { Outgoing($0.utf8.first == UInt8(ascii: ".") ? ".\($0)" : $0) } + [Outgoing(".")] }

  private static let width = 78

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f } }

  /// Returns a field as lines, folded after the colon if it would be too long for one line.
  private static func field(_ name: String, _ value: String) -> [String] {
    let whole = "\(name): \(value)"
    return whole.utf8.count <= width && !value.utf8.contains(.lineFeed)
      ? [whole] : ["\(name):"] + value.split(separator: "\n").map { " \($0)" }
  }

  /// Returns the text as encoded words (RFC 2047) of at most 75 octets, one per line. A word never ends inside a
  /// character.
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

  /// Returns the text in base64, in lines of 76 characters (RFC 2045, section 6.8).
  private static func base64(_ text: [String]) -> [String] {
    let octets = Base64.encode(Array((text.joined(separator: "\r\n") + "\r\n").utf8))
    return stride(from: 0, to: octets.count, by: 76).map { octets[$0..<min($0 + 76, octets.count)].text }
  }
}
