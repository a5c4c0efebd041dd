// Redirect addresses on this computer (RFC 8252, section 7.3).

import Vocabulary

/// An http address on the loopback interface.
struct RedirectAddress: Equatable {
  /// `127.0.0.1`, `localhost` or `::1`.
  let host: String
  let port: UInt16
  let path: String

  private static let hosts = ["127.0.0.1", "localhost", "::1"]

  /// Reads the part of `text` before a query or a fragment. `nil` for an address that is not on the loopback interface.
  init?(_ text: String) {
    let scheme = "http://"
    guard text.lowercasedASCII.hasPrefix(scheme) else { return nil }
    let rest = text.dropFirst(scheme.count).prefix { $0 != "?" && $0 != "#" }
    let authority = rest.prefix { $0 != "/" }
    guard let (host, port) = Endpoint.parse(String(authority), defaultPort: 80), Self.hosts.contains(host.text) else { return nil }
    let path = String(rest.dropFirst(authority.count))
    (self.host, self.port, self.path) = (host.text, port, path.isEmpty ? "/" : path)
  }

  /// Returns whether both lead to the same place, however the loopback host is spelled.
  func isSame(as other: RedirectAddress?) -> Bool { other.map { $0.port == port && $0.path == path } ?? false }
}
