// Reads the servers of an entry.

import Documents
import Vocabulary

extension ProviderReader {
  func servers(isRequired: Bool, hosts: Hosts, _ fill: Placeholders) -> [ServerGroup] {
    let groups = reader.list(
      "servers",
      object: { group -> ServerGroup? in
        let imap = endpoints("imap", of: group, hosts)
        let smtp = endpoints("smtp", of: group, hosts)
        let note = group.text("note").map { fill.text($0, "note", group) }
        return ServerGroup(
          imap: imap, smtp: smtp, domains: ProviderReader.domains("for", of: group), mx: ProviderReader.domains("mx", of: group), note: note
        )
      })
    if isRequired, groups?.isEmpty ?? !reader.has("servers") { reader.add("servers", .missing) }
    return groups ?? []
  }

  private func endpoints(_ key: String, of group: JSONObjectReader, _ hosts: Hosts) -> [ServerEndpoint] {
    let given = group.required(key, group.strings(key))
    if given?.isEmpty == true { group.add(key, .empty) }
    return (given ?? []).enumerated().compactMap { index, text in
      guard let endpoint = Self.endpoint(text) else {
        group.add("\(key)[\(index)]", .notAnEndpoint)
        return nil
      }
      guard Self.isHost(endpoint.host, hosts) else {
        // The form is right if the host is legal anywhere.
        let legal = endpoint.host.replacing(ServerEndpoint.placeholder, with: "example.org")
        let isLegal = legal == ServerEndpoint.mxPlaceholder || HostName(legal) != nil
        group.add("\(key)[\(index)]", isLegal ? .hostNotAllowed(endpoint.host) : .notAnEndpoint)
        return nil
      }
      if !Self.isUsual(endpoint) { group.add("\(key)[\(index)]", .unusualPort) }
      return endpoint
    }
  }

  /// What is allowed as a host apart from names.
  struct Hosts {
    /// Names can contain `{domain}`.
    let allowsDomain: Bool
    /// 127.0.0.1, for a provider whose own program listens on this computer.
    let allowsLoopback: Bool
    /// The host can be `{mx}`, for a provider that gives each customer a server.
    let allowsMX: Bool
  }

  func hosts(_ status: Provider.Status, givesServers: Bool) -> Hosts {
    Hosts(allowsDomain: reader.flag("template") == true, allowsLoopback: status == .bridge, allowsMX: givesServers)
  }

  /// Reads `tls://HOST:PORT` or `starttls://HOST:PORT`. Returns `nil` for anything else. The host can be any text.
  static func endpoint(_ text: String) -> ServerEndpoint? {
    for security in Security.allCases {
      let scheme = security.rawValue + "://"
      guard text.hasPrefix(scheme) else { continue }
      let parts = text.dropFirst(scheme.count).split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, let port = UInt16(port: String(parts[1])) else { return nil }
      return ServerEndpoint(host: String(parts[0]), port: port, security: security)
    }
    return nil
  }

  private static func isHost(_ text: String, _ hosts: Hosts) -> Bool {
    if hosts.allowsLoopback, text == "127.0.0.1" { return true }
    if hosts.allowsMX, text == ServerEndpoint.mxPlaceholder { return true }
    let example = hosts.allowsDomain ? text.replacing(ServerEndpoint.placeholder, with: "example.org") : text
    guard let name = HostName(example) else { return false }
    return name.kind == .name && name.text == example && name.labels.count > 1
  }

  /// Returns whether the port agrees with the security (RFC 8314, section 7.3). 994 is NetEase's second port for TLS.
  private static func isUsual(_ endpoint: ServerEndpoint) -> Bool {
    switch endpoint.port {
    case 993, 465, 994: endpoint.security == .tls
    case 143: endpoint.security == .startTLS
    // 587 is allowed for both: three providers start TLS with the first octet there. Port 25 is never for submission.
    case 25: false
    default: true
    }
  }
}
