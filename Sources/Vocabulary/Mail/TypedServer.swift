// A server as users type it: with full-width characters, or with a name in letters outside ASCII.

/// The server that a text names.
package struct TypedServer: Equatable, Sendable {
  package let host: HostName
  package let port: UInt16
  /// The host in the letters that were typed. `nil` if it was typed in ASCII. Another host can look the same, so the user has to
  /// confirm the ASCII form, as for the domain of an address.
  package let domain: UnicodeDomain?

  /// Reads what `Endpoint.parse` does, and names that have an ASCII form (UTS 46). Returns `nil` for anything else.
  package init?(_ typed: String, defaultPort: UInt16) {
    let text = TypedText.narrowed(typed)
    if let (host, port) = Endpoint.parse(text, defaultPort: defaultPort) {
      (self.host, self.port, domain) = (host, port, nil)
      return
    }
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    guard let domain = UnicodeDomain(letters: String(text[..<colon])),
      let (host, port) = Endpoint.parse(domain.ascii.text + text[colon...], defaultPort: defaultPort)
    else { return nil }
    (self.host, self.port, self.domain) = (host, port, domain)
  }
}

extension UnicodeDomain {
  /// Returns the domain that `typed` is in letters outside ASCII. `nil` if it has none, or if it is no domain.
  package init?(letters typed: String) {
    guard !typed.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    do throws(Error) { try self.init(typed) } catch { return nil }
  }

  /// Returns the host that a document names, in ASCII. `nil` if it is none.
  package static func host(_ written: String) -> HostName? { HostName(written) ?? UnicodeDomain(letters: written)?.ascii }

  /// Both forms, for sentences.
  package var spoken: String { "\(Visible(text, limit: 253)) (\(ascii))" }
}
