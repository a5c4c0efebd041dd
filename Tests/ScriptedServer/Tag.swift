// The tag of an IMAP command (RFC 9051, section 2.2.1), and the tags that the client will use next.

import Vocabulary

struct Tag: Equatable, Sendable {
  private let letters: [UInt8]
  private let digits: [UInt8]

  /// Reads the tag of `line`: letters, digits, a blank and a letter, the form of every command of this project's
  /// client. Returns `nil` for any other line, such as base64 in an AUTHENTICATE exchange or the rest of a LOGIN with
  /// literals.
  init?(of line: [UInt8]) {
    letters = Array(line.prefix(while: \.isLetter))
    digits = Array(line.dropFirst(letters.count).prefix(while: \.isDigit))
    let rest = line.dropFirst(letters.count + digits.count)
    guard !letters.isEmpty, (1...9).contains(digits.count), rest.first == .space, rest.dropFirst().first?.isLetter == true else {
      return nil
    }
  }

  /// The number of octets.
  var count: Int { letters.count + digits.count }

  /// Returns the tag `steps` later, with at least as many digits.
  func advanced(by steps: Int) -> [UInt8] {
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } + steps
    let text = String(number).utf8
    return letters + Array(repeating: 0x30, count: max(digits.count - text.count, 0)) + Array(text)
  }

  /// Returns `octets` with `{t}` and `{t+1}` to `{t+9}` replaced. They are unchanged if no tag is known.
  static func fill(_ octets: [UInt8], with tag: Tag?) -> [UInt8] {
    guard let tag else { return octets }
    var filled: [UInt8] = []
    var rest = octets[...]
    let opening = Array("{t".utf8)
    while let octet = rest.first {
      if rest.starts(with: opening) {
        let after = rest.dropFirst(2)
        if after.first == .closeBrace {
          filled += tag.advanced(by: 0)
          rest = after.dropFirst()
          continue
        }
        let sign = Array(after.prefix(3))
        if sign.count == 3, sign[0] == .plus, sign[1].isDigit, sign[2] == .closeBrace {
          filled += tag.advanced(by: Int(sign[1] - 0x30))
          rest = after.dropFirst(3)
          continue
        }
      }
      filled.append(octet)
      rest = rest.dropFirst()
    }
    return filled
  }
}
