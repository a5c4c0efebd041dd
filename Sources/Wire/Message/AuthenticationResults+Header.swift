// The reader of the Authentication-Results fields of a message header (RFC 8601).

import Vocabulary

extension AuthenticationResults {
  /// Reads the fields of the server that wrote the topmost one: every server adds its own above those that are there, and those
  /// below may be of anybody (section 5). Filters of one server often write a field each. Returns `nil` if they report none of
  /// the three methods.
  package init?(header: [UInt8]) {
    var service: String?
    var found: [String: [Verdict]] = [:]
    for value in HeaderField.values(of: "Authentication-Results", in: header) {
      let parts = Self.parts(of: value)
      guard let name = parts.first?.split(whereSeparator: \.isBlank).first?.text.lowercasedASCII else { continue }
      guard service == nil || service == name else { break }
      service = name
      for (method, verdict) in parts.dropFirst().compactMap(Self.result) { found[method, default: []].append(verdict) }
    }
    // A message may have several signatures, of which one is enough.
    let dkim = found["dkim"].map { $0.contains(.pass) ? .pass : $0[0] }
    self.init(spf: found["spf"]?.first, dkim: dkim, dmarc: found["dmarc"]?.first)
    if spf == nil, dkim == nil, dmarc == nil { return nil }
  }

  /// Returns the parts of a field between semicolons, without comments (RFC 5322, section 3.2.2).
  private static func parts(of value: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var depth = 0
    var (isQuoted, isEscaped) = (false, false)
    for octet in value {
      if isEscaped {
        isEscaped = false
      } else if octet == .backslash, isQuoted || depth > 0 {
        isEscaped = true
      } else if octet == .quote, depth == 0 {
        isQuoted.toggle()
      } else if !isQuoted, octet == UInt8(ascii: "(") {
        depth += 1
      } else if !isQuoted, depth > 0, octet == UInt8(ascii: ")") {
        depth -= 1
        // A comment counts as a blank.
        parts[parts.count - 1].append(.space)
        continue
      } else if !isQuoted, depth == 0, octet == UInt8(ascii: ";") {
        parts.append([])
        continue
      }
      if depth == 0 { parts[parts.count - 1].append(octet) }
    }
    return parts
  }

  /// Reads `method [/version] = result`, the beginning of a part. Returns `nil` for any other result than those above.
  private static func result(_ part: [UInt8]) -> (String, Verdict)? {
    guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let method = part[..<equals].prefix { $0 != UInt8(ascii: "/") }.withoutBlanks.text.lowercasedASCII
    let word = part[(equals + 1)...].withoutBlanks.prefix { !$0.isBlank }.text.lowercasedASCII
    return Verdict(rawValue: word).map { (method, $0) }
  }
}
