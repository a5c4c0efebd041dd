// An address for the browser: shown as text, opened only on request.

package struct WebAddress: Hashable, Sendable {
  package let text: String

  /// Takes https addresses of at most 500 printable ASCII characters, without user information; gives nil for others.
  package init?(_ text: String) {
    guard text.hasPrefix("https://"), text.utf8.count <= 500, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else { return nil }
    let authority = text.dropFirst("https://".count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@"), Endpoint.parse(String(authority), defaultPort: 443)?.host.kind == .name else { return nil }
    self.text = text
  }

  /// Without the scheme and a final slash, as one says it.
  package var spoken: String {
    let bare = text.dropFirst("https://".count)
    return String(bare.hasSuffix("/") ? bare.dropLast() : bare)
  }
}
