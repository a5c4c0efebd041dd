// Which provider is behind the hosts that take a domain's mail.

import Vocabulary

/// What the MX records of a domain that is not in the catalog say.
package enum MailHosting: Sendable, Equatable {
  /// The mail is at this provider, found by this host. `alsoUsedBy` are others on the same platform.
  case provider(Provider, host: HostName, alsoUsedBy: [Provider])
  /// A platform that several providers share, none more likely than the others; consumer services first.
  case platform([Provider], host: HostName)
  /// A filter or forwarding service in front; the mailbox is somewhere else.
  case front(name: String, host: HostName, forwards: Bool)
  case unknown
}

/// Services that take mail for others and hold no mailboxes: they prove nothing about the provider.
package struct MailFront: Sendable, Equatable {
  package let suffix: String
  package let name: String
  /// Forwards to another address, as opposed to filtering for a mailbox of the domain.
  package let forwards: Bool
}

extension Catalog {
  /// Reads MX hosts in the order of their preference; the longest suffix that fits at a label boundary decides. Where
  /// a consumer service and a business service share a suffix, the business one is meant: the domain is not among those
  /// of the consumer service, or it would have been found there.
  package func hosting(_ hosts: [HostName]) -> MailHosting {
    for host in hosts {
      if let front = fronts.first(where: { host.isWithin($0.suffix) }) {
        return .front(name: front.name, host: host, forwards: front.forwards)
      }
      let fitting = providers.flatMap { provider in provider.mx.filter(host.isWithin).map { (provider, $0.utf8.count) } }
      guard let longest = fitting.map(\.1).max() else { continue }
      let sharing = fitting.filter { $0.1 == longest }.map(\.0)
      if sharing.count == 1 { return .provider(sharing[0], host: host, alsoUsedBy: []) }
      let business = sharing.filter { $0.category == .business }
      if business.count == 1 { return .provider(business[0], host: host, alsoUsedBy: sharing.filter { $0 != business[0] }) }
      return .platform(sharing.filter { $0.category == .personal } + sharing.filter { $0.category != .personal }, host: host)
    }
    return .unknown
  }
}
