// A mail address, local part and domain, read by one strict parser.

/// A mail address with an ASCII domain of two labels or more. Its local part can have letters outside ASCII (RFC 6531).
package struct MailAddress: Hashable, Sendable {
  /// As the user typed it, in normalization form C. A quoted local part includes its quotes.
  package let localPart: String
  package let domain: HostName

  /// The reason why this program cannot set up an account for a text.
  package enum Error: Swift.Error, Equatable, Sendable, CaseIterable {
    case empty, noAt, badLocalPart, badDomain, domainLiteral, unicodeDomain, tooLong
  }

  /// Reads a bare addr-spec: Mailbox of RFC 5321, section 4.1.2 without address literals, with the atoms of RFC 6531, section
  /// 3.3. The text must contain exactly one `@` outside quotes, and the domain follows it, so `"a@gmail.com x"@evil.example`
  /// belongs to evil.example.
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

  /// Whether the local part has letters outside ASCII: then only servers with SMTPUTF8 take the address (RFC 6531).
  package var needsUTF8: Bool { !localPart.utf8.allSatisfy { $0 < 0x80 } }

  /// Returns whether the text is a dot-atom (RFC 5322, section 3.2.3; RFC 6532, section 3.2).
  private static func isDotAtom(_ text: String) -> Bool {
    let special = Array("!#$%&'*+-/=?^_`{|}~".utf8)
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    return text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      guard let first = atom.first, isASCII || !first.isMark else { return false }
      return atom.allSatisfy { scalar in
        guard scalar.isASCII else { return UnicodeLocalPart.mayContain(scalar) }
        let octet = UInt8(truncatingIfNeeded: scalar.value)
        return octet.isLetter || octet.isDigit || special.contains(octet)
      }
    } && (isASCII || UnicodeLocalPart.isShownWhole(text))
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
