// SMTP replies (code, lines, enhanced status code), and the extensions in a reply to EHLO.

import Vocabulary

/// A complete reply (RFC 5321, section 4.2). All lines have the same code. After the code, the last line has a space or
/// nothing.
package struct SMTPReply: Equatable, Sendable {
  package let code: Int
  /// The texts of the lines, without the code and the separator.
  package let lines: [[UInt8]]

  /// One line of a reply.
  package struct Line: Equatable, Sendable {
    package let code: Int
    package let text: [UInt8]
    package let isLast: Bool

    /// Reads `250-text`, `250 text` or `250`. Returns `nil` for anything else. The first digit is 2 to 5 (RFC 5321,
    /// section 4.2.1).
    package init?(_ line: [UInt8]) {
      guard line.count >= 3, line[0] >= 0x32, line[0] <= 0x35, line[..<3].allSatisfy(\.isDigit) else { return nil }
      code = line[..<3].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      guard line.count > 3 else {
        (text, isLast) = ([], true)
        return
      }
      switch line[3] {
      case .space: isLast = true
      case .hyphen: isLast = false
      default: return nil
      }
      text = Array(line[4...])
    }
  }

  package init(code: Int, lines: [[UInt8]]) {
    self.code = code
    self.lines = lines
  }

  /// The first digit of the code: 2, 3, 4 or 5.
  package var severity: Int { code / 100 }

  /// The reply in the form that the diagnosis reads. The lines are joined by a space.
  package var serverReply: ServerReply {
    ServerReply(code: code, enhanced: lines.first.flatMap(enhanced(of:)), octets: Array(sentences.joined(separator: [.space])))
  }

  /// The texts of the lines, with one enhanced status code for all. Every line of a reply begins with it (RFC 2034, section
  /// 4), but behind the first line it would stand inside the sentences.
  package var sentences: [[UInt8]] {
    guard let first = lines.first, enhanced(of: first) != nil else { return lines }
    return [first]
      + lines.dropFirst().map { enhanced(of: $0) == nil ? $0 : Array($0.drop { $0 != .space }.drop { $0 == .space }) }
  }

  /// Returns the enhanced status code at the start of `line` (RFC 2034). `nil` if there is none, or if its class
  /// contradicts the reply code; it is then only text.
  private func enhanced(of line: [UInt8]) -> EnhancedCode? {
    let word = line.prefix { $0 != .space }
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isDigit) }) else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    return numbers[0] == severity ? EnhancedCode(numbers[0], numbers[1], numbers[2]) : nil
  }
}

/// The extensions in a reply to EHLO (RFC 5321, section 4.1.1.1).
package struct SMTPExtensions: Equatable, Sendable {
  /// The keywords with their parameters in upper case, in the server's order.
  package let keywords: [String]
  /// The names of mechanisms after AUTH or the old form AUTH=, in upper case, without duplicates.
  package let mechanisms: [String]

  /// Reads the lines of a 250 reply to EHLO. The first line is the name of the server and not a keyword.
  package init(_ reply: SMTPReply) {
    var keywords: [String] = []
    var mechanisms: [String] = []
    for line in reply.lines.dropFirst() {
      var words = line.split { $0 == .space || $0 == .tab }.map { $0.text.uppercasedASCII }
      guard let first = words.first else { continue }
      if first.hasPrefix("AUTH=") {
        let mechanism = String(first.dropFirst("AUTH=".count))
        words.replaceSubrange(0...0, with: mechanism.isEmpty ? ["AUTH"] : ["AUTH", mechanism])
      }
      keywords.append(words.joined(separator: " "))
      guard words[0] == "AUTH" else { continue }
      for word in words.dropFirst() where !mechanisms.contains(word) { mechanisms.append(word) }
    }
    self.keywords = keywords
    self.mechanisms = mechanisms
  }

  /// Returns whether the server offers `keyword`. Compares the whole first word octet by octet, because a combining
  /// mark after the space would join it as a character.
  package func offers(_ keyword: String) -> Bool {
    keywords.contains { $0.utf8.split(separator: .space).first?.elementsEqual(keyword.utf8) == true }
  }
}
