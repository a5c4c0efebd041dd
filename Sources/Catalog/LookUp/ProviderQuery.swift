// What a user typed into the search for a provider: an address, a web address, a host, or words.

import Vocabulary

/// A typed or pasted text, in the forms that it is compared in.
struct ProviderQuery: Sendable {
  /// In lower case, with full-width forms in ASCII, without invisible characters, and with single blanks.
  let text: String
  let words: [String]
  /// The domain of an address, as far as it is typed.
  let addressDomain: String?
  /// The host of a web address, of `HOST:PORT`, or of a name with at least two labels.
  let host: HostName?

  init(_ typed: String) {
    words = typed.searchForm.split { $0.isWhitespace }.map(String.init)
    text = words.joined(separator: " ")
    host = Self.host(in: text)
    addressDomain = host == nil ? Self.addressDomain(in: typed, text) : nil
  }

  private static func host(in text: String) -> HostName? {
    var rest = text[...]
    var hasScheme = false
    if let scheme = text.firstRange(of: "://"), text[..<scheme.lowerBound].allSatisfy({ $0.isASCII && $0.isLetter }) {
      (rest, hasScheme) = (text[scheme.upperBound...], true)
    }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    // The domain of an address, as in `@163.com`.
    if rest.hasPrefix("@") { rest = rest.dropFirst() }
    // `imaps://me@imap.example.org`, but not an address.
    if hasScheme, let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    guard let (host, _) = Endpoint.parse(String(rest), defaultPort: 1), host.kind == .name, host.labels.count > 1 else { return nil }
    return host
  }

  private static func addressDomain(in typed: String, _ text: String) -> String? {
    // A name may begin with the sign.
    guard text.contains("@"), text == "@" || !text.hasPrefix("@") else { return nil }
    if let address = try? TypedAddress(typed) { return address.address.domain.text }
    // The address is not complete yet.
    return text.lastIndex(of: "@").map { String(text[text.index(after: $0)...]) }
  }
}

extension String {
  /// The form in which names and typed texts are compared.
  var searchForm: String { TypedText.plain(self).lowercased() }
}
