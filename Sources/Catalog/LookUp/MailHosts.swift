// The provider of a domain, from the hosts that accept its mail.

import Vocabulary

/// What the MX records say about a domain that is not in the catalog.
package enum MailHosting: Sendable, Equatable {
  /// The mail is at this provider. `host` is the MX host that identified it. `alsoUsedBy` lists other providers on the
  /// same platform.
  case provider(Provider, host: HostName, alsoUsedBy: [Provider])
  /// The mail is at a platform that several providers share, and none of them is more likely than the others. Consumer
  /// services come first.
  case platform([Provider], host: HostName)
  /// The MX host belongs to a filter or a forwarding service. The mailbox is at another, unknown provider.
  case front(name: String, host: HostName, forwards: Bool)
  case unknown
}

/// A service that accepts mail for the mailboxes of other providers. Its MX hosts prove nothing about the provider.
package struct MailFront: Sendable, Equatable {
  /// The suffix of its MX host names, in labels.
  package let suffix: String
  package let name: String
  /// Whether the service forwards mail to another address. If not, it filters mail for a mailbox of the same domain.
  package let forwards: Bool
}

extension Catalog {
  /// Returns the provider that the MX `hosts` belong to. `hosts` are in the order of their preference. The first host
  /// that the catalog knows decides, and for this host the longest suffix that matches at a label boundary. If a
  /// consumer service and a business service share the suffix, the business service is the result: the domain is not
  /// one of the consumer service's, or the look-up by domain would have found it.
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
