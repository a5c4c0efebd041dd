// The mail servers of a domain as the DNS suggests them.

import Catalog
import Vocabulary

package struct DiscoveryResult: Equatable, Sendable {
  package enum Servers: Equatable, Sendable {
    case provider(Provider)
    /// Several providers share the hosts. The user has to choose.
    case several([Provider])
    case pair(imap: Endpoint, smtp: Endpoint)
    case none
    /// Nothing was found, and not every question was answered.
    case unanswered
  }

  /// How the servers were found.
  package enum Source: Equatable, Sendable {
    /// The MX host is the provider's. `sharing` are providers that use the same servers.
    case mx(host: HostName, Provider, sharing: [Provider])
    /// The MX host belongs to a platform of these providers.
    case platform(host: HostName, [Provider])
    /// The MX host forwards or filters the mail of other mailboxes.
    case front(host: HostName, name: String, forwards: Bool)
    case srv(imap: Endpoint, smtp: Endpoint)
    case nothing(isIncomplete: Bool)
  }

  package let address: MailAddress
  package let servers: Servers
  package let source: Source
  /// Addresses at known domains with a similar spelling. The domain may then be a typing error, or imitate the known one.
  package let suggestions: [String]

  /// The hosts that a secret would go to. Empty if the servers are not known.
  package var hosts: [HostName] {
    switch servers {
    case .provider(let provider):
      // The user name does not matter. It may not be known yet.
      guard let first = provider.groups(for: address).first, let imap = first.imap.first, let smtp = first.smtp.first else { return [] }
      return [imap.host, smtp.host]
    case .pair(let imap, let smtp): return [imap.host, smtp.host]
    case .several, .none, .unanswered: return []
    }
  }

  /// The hosts that the user has to agree to before a secret goes there: those outside the domain, because whoever controls the
  /// DNS can name any host. If the domain is similar to a known one, these are all hosts.
  package var doubtfulHosts: [HostName] { doubtful(among: hosts) }

  /// Returns those of `hosts` that the user has to agree to. See `doubtfulHosts`.
  package func doubtful(among hosts: [HostName]) -> [HostName] {
    suggestions.isEmpty ? hosts.filter { !$0.isWithin(address.domain.text) } : hosts
  }
}
