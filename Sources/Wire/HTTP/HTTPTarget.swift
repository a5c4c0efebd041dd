// Where an HTTP request goes: the server, and the request target (RFC 9112, section 3.2.1).

import Vocabulary

/// The parts of an https address that a request needs.
package struct HTTPTarget: Hashable, Sendable {
  package let host: HostName
  package let port: UInt16
  /// The origin-form: the path, never empty, and the query.
  package let path: String

  /// Returns `nil` if `address` has a fragment, which no request contains (RFC 9110, section 7.1), or a port that is none.
  package init?(_ address: WebAddress) {
    let rest = address.text.dropFirst("https://".count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !rest.contains("#"), let (host, port) = Endpoint.parse(String(authority), defaultPort: 443) else { return nil }
    let path = String(rest.dropFirst(authority.count))
    (self.host, self.port) = (host, port)
    self.path = path.hasPrefix("/") ? path : "/" + path
  }

  /// The value of the Host field (RFC 9110, section 7.2).
  var authority: String { port == 443 ? host.description : "\(host):\(port)" }
}
