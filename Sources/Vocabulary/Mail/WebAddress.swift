// An address for the browser. It is shown as text and opened only on request.

/// An https address without user information.
package struct WebAddress: Hashable, Sendable {
  package let text: String
  package let host: HostName
  package let port: UInt16

  /// Reads an https address of at most 500 printable ASCII characters. Returns `nil` for anything else: another scheme,
  /// user information, or a host that is not a name.
  package init?(_ text: String) {
    guard text.hasPrefix("https://"), text.utf8.count <= 500, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
    let authority = text.dropFirst("https://".count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@"), let (host, port) = Endpoint.parse(String(authority), defaultPort: 443), host.kind == .name else {
      return nil
    }
    (self.text, self.host, self.port) = (text, host, port)
  }

  /// The address without the scheme and a final slash, for sentences.
  package var spoken: String {
    let bare = text.dropFirst("https://".count)
    return String(bare.hasSuffix("/") ? bare.dropLast() : bare)
  }
}
