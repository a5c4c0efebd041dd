// IMAP responses: greeting, tagged and untagged status, capabilities, continuation, and data as its first word.

import Vocabulary

/// One response (RFC 9051, section 7). Text keeps its octets. Keywords are compared ignoring case.
package enum IMAPResponse: Equatable, Sendable {
  case tagged(tag: String, IMAPStatus)
  case untagged(IMAPStatus)
  case capability([String])
  /// `+`, and the text after it.
  case continuation([UInt8])
  /// Any other untagged response. The value is its first word in upper case.
  case data(String)

  /// Reads one response without the contents of its literals. Returns `nil` if the line is not a response.
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

  /// Returns the names in a list of capabilities, in upper case. Repeated spaces are ignored.
  package static func capabilities(_ octets: [UInt8]) -> [String] {
    octets.split(separator: .space).map { $0.text.uppercasedASCII }
  }

  /// Returns whether the word can be a tag: 1 to 32 letters and digits. This program's own tags consist of letters and
  /// digits, and no server needs longer or other ones.
  private static func isTag(_ word: ArraySlice<UInt8>) -> Bool {
    (1...32).contains(word.count) && word.allSatisfy { $0.isLetter || $0.isDigit }
  }

  /// Returns whether a line of this form can end in a literal. Only data responses can. In the text of a status or a
  /// continuation, braces are text, so that a server cannot hide a tagged reply in a literal.
  package static func mayHoldLiteral(_ line: [UInt8]) -> Bool {
    guard line.first == UInt8(ascii: "*"), let response = IMAPResponse(line) else { return false }
    switch response {
    case .data: return true
    case .tagged, .untagged, .capability, .continuation: return false
    }
  }

  /// Returns the length of a literal that is announced at the end of `line`: `{n}` or `{n+}` without leading zeros.
  /// `nil` if the line has no such end, or if it announces a literal8 (`~{n}`), which no response to this program can
  /// contain. A number of more than nine digits results in `Int.max`.
  package static func announcedLiteral(_ line: [UInt8]) -> Int? {
    guard line.last == .closeBrace, let open = line.lastIndex(of: .openBrace) else { return nil }
    if open > 0, line[open - 1] == UInt8(ascii: "~") { return nil }
    var digits = line[(open + 1)..<(line.count - 1)]
    if digits.last == .plus { digits.removeLast() }
    guard let first = digits.first, digits.allSatisfy(\.isDigit), first != 0x30 || digits.count == 1 else { return nil }
    return digits.count > 9 ? Int.max : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

/// A status: OK, NO, BAD, BYE or PREAUTH, with its response code and text (RFC 9051, section 7.1).
package struct IMAPStatus: Equatable, Sendable {
  /// The conditions of RFC 9051, section 7.1.
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
  /// The response code in upper case, without brackets and arguments. `nil` if there is none.
  package let code: String?
  /// The octets after the name of the response code, inside the brackets.
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

  /// Returns the index of the closing bracket. A bracket inside quotes does not count. `nil` if there is none.
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

  /// The capabilities in a CAPABILITY response code. `nil` if the response code is another one.
  package var capabilities: [String]? { code == "CAPABILITY" ? IMAPResponse.capabilities(arguments) : nil }

  /// The reply in the form that the diagnosis reads. The response code in brackets comes before the text.
  package var serverReply: ServerReply {
    var octets = text
    if let code {
      let bracket = Array("[\(code)".utf8) + (arguments.isEmpty ? [] : [.space] + arguments) + Array("] ".utf8)
      octets = bracket + octets
    }
    return ServerReply(condition: condition.rawValue, responseCode: code, octets: octets)
  }
}
