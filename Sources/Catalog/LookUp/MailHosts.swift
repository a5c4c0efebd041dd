// The provider of a domain, from the hosts that accept its mail.

import Vocabulary

/// What the MX records say about a domain that is not in the catalog.
package enum MailHosting: Sendable, Equatable {
  /// The mail is at this provider. `host` is the MX host that identified it. `alsoUsedBy` lists other providers on the
  /// same platform.
  case provider(Provider, host: HostName, alsoUsedBy: [Provider])
  /// The mail is at a platform that several providers share, and none of them is more likely than the others. Consumer
  /// services come first. There can be one provider, if its MX hosts also receive mail that it does not keep.
  case platform([Provider], host: HostName)
  /// Hosts of these providers receive the mail, none of them before the others.
  case divided([Provider], hosts: [HostName])
  /// The MX host belongs to a filter or a forwarding service. The mailbox is at another, unknown provider, or at `provider` if the
  /// service also has mailboxes.
  case front(name: String, host: HostName, forwards: Bool, provider: Provider?)
  case unknown
}

/// A service that accepts mail for the mailboxes of other providers. Its MX hosts prove nothing about the provider.
package struct MailFront: Sendable, Equatable {
  /// The suffix of its MX host names, in labels.
  package let suffix: String
  package let name: String
  /// Whether the service forwards mail to another address. If not, it filters mail for a mailbox of the same domain.
  package let forwards: Bool
  /// The id of the entry of its own mailboxes. `nil` if it has none.
  package let provider: String?
}

extension Catalog {
  /// Returns whose the MX hosts of a domain are. `groups` are the hosts of equal preference, best first. The first group with a host
  /// that the catalog knows decides. Whoever keeps mail goes before those that only pass it on.
  package func hosting(_ groups: [[HostName]]) -> MailHosting {
    for group in groups {
      let known = group.map { hosting([$0]) }.filter { $0 != .unknown }
      let keeping = known.compactMap { hosting -> (MailHosting, Provider, HostName)? in
        if case .provider(let provider, let host, _) = hosting { return (hosting, provider, host) }
        return nil
      }
      guard let first = keeping.first else {
        if let other = known.first { return other }
        continue
      }
      let others = keeping.filter { $0.1 != first.1 }
      guard !others.isEmpty else { return first.0 }
      let providers: [Provider] = keeping.map(\.1).reduce(into: []) { list, provider in
        if !list.contains(provider) { list.append(provider) }
      }
      return .divided(providers, hosts: keeping.map(\.2))
    }
    return .unknown
  }

  /// Returns the provider that the MX `hosts` belong to. `hosts` are in the order of their preference. The first host
  /// that the catalog knows decides, and for this host the longest suffix that matches at a label boundary. If a
  /// consumer service and a business service share the suffix, the business service is the result: the domain is not
  /// one of the consumer service's, or the look-up by domain would have found it. The servers that the host proves come
  /// first, see `Provider.placed(by:)`.
  package func hosting(_ hosts: [HostName]) -> MailHosting {
    for host in hosts {
      if let front = fronts.first(where: { host.isWithin($0.suffix) }) {
        let own = front.provider.flatMap { provider(id: $0) }
        return .front(name: front.name, host: host, forwards: front.forwards, provider: own?.placed(by: host))
      }
      let hinting = providers.filter { $0.mxHints.contains(where: host.isWithin) }
      if !hinting.isEmpty { return .platform(hinting.map { $0.placed(by: host) }, host: host) }
      let fitting = providers.compactMap { provider in provider.longestMX(of: host).map { (provider, $0) } }
      guard let longest = fitting.map(\.1).max() else { continue }
      let sharing = fitting.filter { $0.1 == longest }.map { $0.0.placed(by: host) }
      if sharing.count == 1 { return .provider(sharing[0], host: host, alsoUsedBy: []) }
      let business = sharing.filter { $0.category == .business }
      if business.count == 1 { return .provider(business[0], host: host, alsoUsedBy: sharing.filter { $0 != business[0] }) }
      return .platform(sharing.filter { $0.category == .personal } + sharing.filter { $0.category != .personal }, host: host)
    }
    return .unknown
  }
}

extension Catalog {
  /// Returns the provider that `target` belongs to, to which a domain's name for Exchange clients leads
  /// (`autodiscover.outlook.com`): the one whose MX hosts or servers are beside it. `nil` if there is none, or if several could be.
  package func provider(withAutodiscover target: HostName) -> Provider? {
    guard target.labels.count > 2, target.labels.first?.hasPrefix("autodiscover") == true else { return nil }
    let domain = target.labels.dropFirst().joined(separator: ".")
    let fitting = providers.filter { provider in
      let endpoints = provider.servers.flatMap { $0.imap + $0.smtp }.map(\.host)
      return (provider.mx + provider.servers.flatMap(\.mx) + endpoints).contains { HostName($0)?.isWithin(domain) == true }
    }
    let business = fitting.filter { $0.category == .business }
    return business.count == 1 ? business[0] : fitting.count == 1 ? fitting[0] : nil
  }
}

extension Provider {
  /// Returns the length of the longest suffix of an MX host that `host` has, of the entry or of one of its groups. `nil` if it has
  /// none.
  fileprivate func longestMX(of host: HostName) -> Int? { (mx + servers.flatMap(\.mx)).filter(host.isWithin).map(\.utf8.count).max() }

  /// Returns the same entry for a domain whose MX host is `host`: the groups that the host proves come first, and the host is in
  /// the place of `{mx}`, if its name is one that the provider gives to its servers. Other groups stay behind, because the DNS can
  /// be old.
  package func placed(by host: HostName) -> Provider {
    let isServer = (mx + mxHints + servers.flatMap(\.mx)).contains(where: host.isWithin)
    let groups = isServer ? placed(at: host).servers : servers
    let proved = groups.filter { $0.mx.contains(where: host.isWithin) }
    return with(servers: proved + groups.filter { !$0.mx.contains(where: host.isWithin) })
  }

  /// Returns the same entry with `host` in the place of `{mx}`.
  func placed(at host: HostName) -> Provider {
    func placed(_ endpoint: ServerEndpoint) -> ServerEndpoint {
      guard endpoint.host == ServerEndpoint.mxPlaceholder else { return endpoint }
      return ServerEndpoint(host: host.text, port: endpoint.port, security: endpoint.security)
    }
    return with(
      servers: servers.map {
        ServerGroup(imap: $0.imap.map(placed), smtp: $0.smtp.map(placed), domains: $0.domains, mx: $0.mx, note: $0.note)
      })
  }

  /// Whether the servers are known only with the MX host of the domain of `address`.
  package func needsMX(for address: MailAddress) -> Bool {
    groups(for: address).isEmpty && servers.contains { $0.imap.contains { $0.host == ServerEndpoint.mxPlaceholder } }
  }
}
