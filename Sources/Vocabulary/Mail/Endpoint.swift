// Where to connect and how TLS comes about. There is no case for clear text.

/// The two protocols an account is proved with.
package enum MailProtocol: String, Sendable, CaseIterable {
  case imap, smtp
}

/// TLS from the first octet, or mandatory STARTTLS (RFC 8314). Never opportunistic, never absent.
package enum Security: String, Sendable, CaseIterable {
  case tls
  case startTLS = "starttls"
}

package struct Endpoint: Hashable, Sendable {
  package let host: HostName
  package let port: UInt16
  package let security: Security

  package init(host: HostName, port: UInt16, security: Security) {
    self.host = host
    self.port = port
    self.security = security
  }

  /// Reads `HOST:PORT`, `HOST` (then `defaultPort`) or `[IPv6]:PORT`; nil for anything else, in particular for a URL.
  package static func parse(_ typed: String, defaultPort: UInt16) -> (host: HostName, port: UInt16)? {
    if typed.hasPrefix("[") {
      guard let end = typed.firstIndex(of: "]"), let host = HostName(String(typed[...end])), host.kind == .ipv6 else { return nil }
      let rest = typed[typed.index(after: end)...]
      if rest.isEmpty { return (host, defaultPort) }
      guard rest.hasPrefix(":"), let port = UInt16(port: String(rest.dropFirst())) else { return nil }
      return (host, port)
    }
    let parts = typed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let host = HostName(String(parts[0])) else { return nil }
    if parts.count == 1 { return (host, defaultPort) }
    return UInt16(port: String(parts[1])).map { (host, $0) }
  }
}

extension Endpoint: CustomStringConvertible {
  package var description: String { "\(host):\(port)" }
}
