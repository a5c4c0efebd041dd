// IMAP responses: greeting, tagged and untagged status, capabilities, continuation, and data that is only skipped.

import Vocabulary

/// RFC 9051 7. Response text keeps its octets; keywords are compared ignoring case.
package enum IMAPResponse: Equatable, Sendable {
  case tagged(tag: String, IMAPStatus)
  case untagged(IMAPStatus)
  case capability([String])
  /// `+`, with what follows it.
  case continuation([UInt8])
  /// A data response this program has no use for: its first word, upper case.
  case data(String)

  /// Reads one response whose literals have been taken out; nil where it is none.
  package init?(_ line: [UInt8]) {
    if line.first == .plus {
      guard line.count == 1 || line[1] == .space else { return nil }
      self = .continuation(Array(line.dropFirst(2)))
      return
    }
    let parts = line.split(separator: .space, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts[1].isEmpty else { return nil }
    let rest = parts.count == 3 ? Array(parts[2]) : []
    if parts[0].elementsEqual([UInt8(ascii: "*")]) {
      if let status = IMAPStatus(condition: parts[1], rest: rest) {
        self = .untagged(status)
      } else if parts[1].equalsIgnoringCase("CAPABILITY") {
        self = .capability(Self.capabilities(rest))
      } else {
        self = .data(parts[1].text.uppercasedASCII)
      }
      return
    }
    guard Self.isTag(parts[0]), let status = IMAPStatus(condition: parts[1], rest: rest), status.condition.mayBeTagged else { return nil }
    self = .tagged(tag: parts[0].text, status)
  }

  /// Capability names in upper case; doubled blanks and empty names are ignored.
  package static func capabilities(_ octets: [UInt8]) -> [String] {
    octets.split(separator: .space).map { $0.text.uppercasedASCII }
  }

  /// Letters and digits are all this program's own tags have; a server's invention need not be longer or odder.
  private static func isTag(_ word: ArraySlice<UInt8>) -> Bool {
    (1...32).contains(word.count) && word.allSatisfy { $0.isLetter || $0.isDigit }
  }

  /// Whether a line of this form may end in a literal: only data responses do. In the text of a status or continuation
  /// braces are text, so a server cannot hide a tagged reply behind them.
  package static func mayHoldLiteral(_ line: [UInt8]) -> Bool {
    guard line.first == UInt8(ascii: "*"), let response = IMAPResponse(line) else { return false }
    switch response {
    case .data: return true
    case .tagged, .untagged, .capability, .continuation: return false
    }
  }

  /// The length announced at the end of `line`: `{n}` or `{n+}` without leading zeros, nil where it does not end like
  /// that or is a literal8 (`~{n}`), which nothing this program asks for may hold. A number too big for any limit counts
  /// as Int.max.
  package static func announcedLiteral(_ line: [UInt8]) -> Int? {
    guard line.last == .closeBrace, let open = line.lastIndex(of: .openBrace) else { return nil }
    if open > 0, line[open - 1] == UInt8(ascii: "~") { return nil }
    var digits = line[(open + 1)..<(line.count - 1)]
    if digits.last == .plus { digits.removeLast() }
    guard let first = digits.first, digits.allSatisfy(\.isDigit), first != 0x30 || digits.count == 1 else { return nil }
    return digits.count > 9 ? Int.max : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

/// OK, NO, BAD, BYE or PREAUTH with its response code and text (RFC 9051 7.1).
package struct IMAPStatus: Equatable, Sendable {
  package enum Condition: String, Sendable, CaseIterable {
    case ok = "OK"
    case no = "NO"
    case bad = "BAD"
    case bye = "BYE"
    case preauth = "PREAUTH"

    var mayBeTagged: Bool {
      switch self {
      case .ok, .no, .bad: true
      case .bye, .preauth: false
      }
    }
  }

  package let condition: Condition
  /// Upper case, without brackets and arguments.
  package let code: String?
  /// What follows the code's name inside the brackets.
  package let arguments: [UInt8]
  package let text: [UInt8]

  init?(condition word: ArraySlice<UInt8>, rest: [UInt8]) {
    guard let condition = Condition.allCases.first(where: { word.equalsIgnoringCase($0.rawValue) }) else { return nil }
    self.condition = condition
    guard rest.first == UInt8(ascii: "["), let end = Self.endOfCode(rest) else {
      (code, arguments, text) = (nil, [], rest)
      return
    }
    let inside = rest[1..<end]
    let name = inside.prefix { $0 != .space }
    code = name.text.uppercasedASCII
    arguments = Array(inside.dropFirst(name.count + 1))
    text = Array(rest[(end + 1)...].drop { $0 == .space })
  }

  /// The closing bracket; one inside quotes belongs to the quotes.
  private static func endOfCode(_ octets: [UInt8]) -> Int? {
    var (quoted, escaped) = (false, false)
    for (index, octet) in octets.enumerated() {
      if escaped {
        escaped = false
      } else if quoted, octet == .backslash {
        escaped = true
      } else if octet == .quote {
        quoted.toggle()
      } else if !quoted, octet == UInt8(ascii: "]") {
        return index
      }
    }
    return nil
  }

  /// The capabilities in a CAPABILITY response code, else nil.
  package var capabilities: [String]? { code == "CAPABILITY" ? IMAPResponse.capabilities(arguments) : nil }

  /// The reply as the diagnosis reads it, the response code with its brackets in front as it came.
  package var serverReply: ServerReply {
    var octets = text
    if let code {
      let bracket = Array("[\(code)".utf8) + (arguments.isEmpty ? [] : [.space] + arguments) + Array("] ".utf8)
      octets = bracket + octets
    }
    return ServerReply(condition: condition.rawValue, responseCode: code, octets: octets)
  }
}
