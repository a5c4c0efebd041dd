// What was found out about the mail servers of a domain.

import Catalog
import Vocabulary

package struct DiscoveryResult: Equatable, Sendable {
  package enum Servers: Equatable, Sendable {
    case provider(Provider)
    /// Several providers share the hosts. The user has to choose.
    case several([Provider])
    case pair(imap: Endpoint, smtp: Endpoint)
    /// One of the two is known.
    case half(MailProtocol, Endpoint)
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
    /// Hosts of several providers receive the mail, none of them before the others.
    case divided([HostName], [Provider])
    /// The MX host forwards or filters the mail of other mailboxes.
    case front(host: HostName, name: String, forwards: Bool)
    /// At least one server, IMAP before SMTP.
    case published([DiscoveredServer])
    /// The certificate at `host`, a usual name inside the domain, is for a server of the provider.
    case certificate(host: HostName, Provider)
    case nothing(Nothing)
  }

  /// Why nothing was found.
  package enum Nothing: Equatable, Sendable {
    /// The DNS knows no such domain. `unknown` is a name that exists for certain and that this name server does not know either.
    case noSuchDomain(unknown: HostName?)
    /// The domain exists and takes no mail: neither MX nor address, or the null MX (RFC 7505).
    case noMail(isDeclared: Bool)
    /// The domain says that these are not offered (RFC 6186, section 3.4: the target ".").
    case notOffered([MailProtocol])
    /// The domain's document has POP3 only.
    case onlyPOP3
    /// The domain's document has no encrypted connection.
    case onlyClear
    /// No source says anything.
    case silence
    /// Not every question was answered.
    case unanswered
  }

  /// Somebody outside the domain who may know more, and is asked only if the user agrees.
  package enum Outsider: Equatable, Sendable {
    /// The operator of the MX host. `host` is where a document would be.
    case exchanger(mx: HostName, host: HostName)
    /// The address that the domain's own document leads to.
    case redirect(WebAddress)
    /// Thunderbird's public list of providers, which learns the domain.
    case publicList
  }

  package let address: MailAddress
  package let servers: Servers
  package let source: Source
  /// Addresses at known domains with a similar spelling. The domain may then be a typing error, or imitate the known one.
  package let suggestions: [String]
  /// Servers that the domain itself publishes although its mail arrives elsewhere, as hosting panels do. Empty if they agree.
  package var contradicting: [DiscoveredServer] = []
  /// What the domain's document offers in place of a missing server. `nil` if nothing is missing, or if nothing is offered.
  package var shortcoming: Nothing?
  /// The host that takes the domain's mail first. `nil` if there is none.
  package var exchanger: HostName?
  package var outsiders: [Outsider] = []
  /// Servers of the domain that are machines of the user's own network. See `Discovery.near`.
  package var near: [HostName] = []
  /// Where the domain's Exchange clients are led to, if its mail goes through a filter and this is a provider's.
  package var alias: HostName?
  /// What was asked, in the order of precedence.
  package var steps: [DiscoveryStep] = []

  package init(address: MailAddress, servers: Servers, source: Source, suggestions: [String]) {
    (self.address, self.servers, self.source, self.suggestions) = (address, servers, source, suggestions)
  }

  /// Returns the same result with other servers or another source.
  func replacing(servers: Servers? = nil, source: Source) -> DiscoveryResult {
    var result = DiscoveryResult(address: address, servers: servers ?? self.servers, source: source, suggestions: suggestions)
    (result.contradicting, result.shortcoming, result.exchanger) = (contradicting, shortcoming, exchanger)
    (result.outsiders, result.near, result.alias, result.steps) = (outsiders, near, alias, steps)
    return result
  }

  /// The hosts that a secret would go to. Empty if the servers are not known.
  package var hosts: [HostName] {
    switch servers {
    case .provider(let provider):
      // The user name does not matter. It may not be known yet.
      guard let first = provider.groups(for: address).first, let imap = first.imap.first, let smtp = first.smtp.first else { return [] }
      return [imap.host, smtp.host]
    case .pair(let imap, let smtp): return imap.host == smtp.host ? [imap.host] : [imap.host, smtp.host]
    case .half(_, let endpoint): return [endpoint.host]
    case .several, .none, .unanswered: return []
    }
  }

  /// Whether the servers are those of a provider of the catalog.
  package var isOfProvider: Bool { if case .provider = servers { true } else { false } }

  /// The servers that sources name, without those of a provider of the catalog.
  package var published: [DiscoveredServer] {
    if case .published(let servers) = source { servers } else { [] }
  }

  /// The hosts that the user has to agree to before a secret goes there: those outside the domain, because whoever controls the
  /// DNS can name any host, those that nobody named, and those in the user's own network. If the domain is similar to a known one,
  /// these are all hosts.
  package var doubtfulHosts: [HostName] { doubtful(among: hosts) }

  /// Returns those of `hosts` that the user has to agree to. See `doubtfulHosts`.
  package func doubtful(among hosts: [HostName]) -> [HostName] {
    guard suggestions.isEmpty else { return hosts }
    let guessed = published.filter { $0.origin == .guess }.map(\.endpoint.host)
    return hosts.filter { !$0.isWithin(address.domain.text) || guessed.contains($0) || near.contains($0) }
  }

  /// The user names that the sources give where they are not the address itself.
  package func username(_ mailProtocol: MailProtocol) -> String? {
    published.first { $0.mailProtocol == mailProtocol }?.username.flatMap { $0 == address.description ? nil : $0 }
  }
}
