// A mail address, local part and domain, read by one strict parser.

/// A mail address with an ASCII local part and an ASCII domain of two labels or more.
package struct MailAddress: Hashable, Sendable {
  /// As the user typed it. A quoted local part includes its quotes.
  package let localPart: String
  package let domain: HostName

  /// The reason why this program cannot set up an account for a text.
  package enum Error: Swift.Error, Equatable, Sendable, CaseIterable {
    case empty, noAt, badLocalPart, badDomain, domainLiteral, unicodeDomain, unicodeLocalPart, tooLong
  }

  /// Reads a bare addr-spec: Mailbox of RFC 5321, section 4.1.2 without address literals. The text must contain exactly
  /// one `@` outside quotes, and the domain follows it, so `"a@gmail.com x"@evil.example` belongs to evil.example.
  /// Comments, groups and lists are refused. Limits in octets: 320 in all, 64 for the local part, 253 for the domain.
  /// Throws the reason if the text is not such an address.
  package init(_ typed: String) throws(Error) {
    guard !typed.isEmpty else { throw .empty }
    guard typed.utf8.count <= 320 else { throw .tooLong }
    guard let at = Self.separator(in: typed) else { throw .noAt }
    let local = String(typed[..<at])
    // By scalars: the character `@` would include a combining mark that follows it, and the mark would be lost.
    let host = String(typed[typed.unicodeScalars.index(after: at)...])
    guard local.utf8.count <= 64, host.utf8.count <= 253 else { throw .tooLong }
    guard local.utf8.allSatisfy({ $0 < 0x80 }) else { throw .unicodeLocalPart }
    guard Self.isDotAtom(local) || Self.isQuoted(local) else { throw .badLocalPart }
    guard !host.hasPrefix("[") else { throw .domainLiteral }
    guard host.utf8.allSatisfy({ $0 < 0x80 }) else { throw .unicodeDomain }
    guard let domain = HostName(host), !host.hasSuffix(".") else { throw .badDomain }
    guard domain.kind == .name, domain.labels.count > 1 else { throw domain.kind == .name ? .badDomain : .domainLiteral }
    (localPart, self.domain) = (local, domain)
  }

  /// Returns the index of the one `@` outside quotes. `nil` if there is none, more than one, or an open quote.
  static func separator(in text: String) -> String.Index? {
    var (quoted, escaped) = (false, false)
    var found: String.Index?
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      if escaped {
        escaped = false
      } else if quoted, scalar == "\\" {
        escaped = true
      } else if scalar == "\"" {
        quoted.toggle()
      } else if scalar == "@", !quoted {
        if found != nil { return nil }
        found = index
      }
    }
    return quoted ? nil : found
  }

  /// Returns whether the text is a dot-atom (RFC 5322, section 3.2.3).
  private static func isDotAtom(_ text: String) -> Bool {
    let special = Array("!#$%&'*+-/=?^_`{|}~".utf8)
    return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { atom in !atom.isEmpty && atom.allSatisfy { $0.isLetter || $0.isDigit || special.contains($0) } }
  }

  /// Returns whether the text is a Quoted-string (RFC 5321, section 4.1.2): printable ASCII, with `"` and `\` escaped.
  private static func isQuoted(_ text: String) -> Bool {
    let octets = Array(text.utf8)
    guard octets.count > 2, octets.first == .quote, octets.last == .quote else { return false }
    var escaped = false
    for octet in octets[1..<(octets.count - 1)] {
      guard octet >= 0x20, octet <= 0x7e else { return false }
      if !escaped, octet == .quote { return false }
      escaped = !escaped && octet == .backslash
    }
    return !escaped
  }
}

extension MailAddress: CustomStringConvertible {
  package var description: String { "\(localPart)@\(domain)" }
}
