// Where to connect and when TLS starts. There is no case for clear text.

/// The two protocols by which an account is verified.
package enum MailProtocol: String, Sendable, CaseIterable {
  case imap, smtp
}

/// When TLS starts: before the first octet, or by mandatory STARTTLS (RFC 8314). It is never opportunistic and never
/// absent. The raw values are words of the catalog and of JSON.
package enum Security: String, Sendable, CaseIterable {
  case tls
  case startTLS = "starttls"
}

/// One mail service: host, port and when TLS starts.
package struct Endpoint: Hashable, Sendable {
  package let host: HostName
  package let port: UInt16
  package let security: Security

  package init(host: HostName, port: UInt16, security: Security) {
    self.host = host
    self.port = port
    self.security = security
  }

  /// Reads `HOST:PORT`, `HOST` (the port is then `defaultPort`) or `[IPv6]:PORT`. Returns `nil` for anything else, in
  /// particular for a URL.
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

  /// Returns whether only the port keeps `typed` from being a server: a number that is not from 1 to 65535.
  package static func hasBadPort(_ typed: String) -> Bool {
    guard let colon = typed.lastIndex(of: ":") else { return false }
    let port = typed[typed.index(after: colon)...]
    return !port.isEmpty && port.utf8.allSatisfy(\.isDigit) && UInt16(port: String(port)) == nil
      && parse(String(typed[..<colon]), defaultPort: 1) != nil
  }
}

extension Endpoint: CustomStringConvertible {
  package var description: String { "\(host):\(port)" }
}
