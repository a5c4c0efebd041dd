// SMTP replies: code, lines, enhanced status code; and what EHLO offers.

import Vocabulary

/// RFC 5321 4.2. All lines carry the same code, the last one has a blank (or nothing) after it.
package struct SMTPReply: Equatable, Sendable {
  package let code: Int
  /// The texts of the lines, without code and separator.
  package let lines: [[UInt8]]

  /// One line of a reply.
  package struct Line: Equatable, Sendable {
    package let code: Int
    package let text: [UInt8]
    package let isLast: Bool

    /// Reads `250-text`, `250 text` or `250`; nil for anything else. The first digit is 2 to 5 (RFC 5321 4.2.1).
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

  /// 2, 3, 4 or 5.
  package var severity: Int { code / 100 }

  /// The reply as the diagnosis reads it: lines joined by a blank, the enhanced code where its class is the code's.
  package var serverReply: ServerReply {
    ServerReply(code: code, enhanced: enhanced, octets: Array(lines.joined(separator: [.space])))
  }

  /// RFC 2034: the enhanced code opens the text. One whose class contradicts the reply code is only text.
  private var enhanced: EnhancedCode? {
    guard let word = lines.first?.prefix(while: { $0 != .space }) else { return nil }
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isDigit) }) else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    return numbers[0] == severity ? EnhancedCode(numbers[0], numbers[1], numbers[2]) : nil
  }
}

/// What EHLO offers (RFC 5321 4.1.1.1).
package struct SMTPExtensions: Equatable, Sendable {
  /// Upper-case keywords, as they came.
  package let keywords: [String]
  /// Mechanism names after AUTH or the old AUTH=, upper case, without doubles.
  package let mechanisms: [String]

  /// Reads the lines of a 250 reply to EHLO; the first one is the server's name and no keyword.
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

  /// Whether `keyword` is offered, compared as a whole word, octet by octet: a character could go on behind the blank.
  package func offers(_ keyword: String) -> Bool {
    keywords.contains { $0.utf8.split(separator: .space).first?.elementsEqual(keyword.utf8) == true }
  }
}
