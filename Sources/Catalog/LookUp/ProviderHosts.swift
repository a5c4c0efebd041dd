// The host names by which a provider is known: its servers, its web pages, and the names above and below them.

import Vocabulary

/// The hosts of one provider.
struct ProviderHosts: Sendable {
  /// How well a typed host fits. Smaller is better.
  struct Fit: Comparable, Sendable {
    /// 0: a server or the webmail. 1: a page of the guide. 2: a name above or below one of them.
    let kind: Int
    /// The number of octets of the typed host that nothing matches.
    let missing: Int
    /// Whether the host is not in a domain of the provider's addresses: a platform carries several providers.
    let isForeign: Bool

    static func < (left: Fit, right: Fit) -> Bool {
      (left.kind, left.missing, left.isForeign ? 1 : 0) < (right.kind, right.missing, right.isForeign ? 1 : 0)
    }
  }

  private let main: Set<String>
  private let pages: Set<String>
  /// The names above the hosts, suffixes of MX hosts and of servers, and the domains of addresses.
  private let suffixes: Set<String>
  private let domains: Set<String>

  /// `others` are the other entries of the catalog.
  init(_ provider: Provider, among others: [Provider]) {
    // Hosts with a placeholder are those of a customer.
    let servers = provider.servers.flatMap { $0.imap + $0.smtp }.map(\.host).filter { !$0.contains("{") }
    func own(_ pages: [WebAddress]) -> [String] {
      Set(pages.compactMap(\.host)).filter { !Self.isOfPlatform($0, provider, others) }.map(\.text)
    }
    main = Set(servers + own([provider.web].compactMap(\.self)))
    pages = Set(own(provider.steps.compactMap(\.url) + provider.help))
    domains = Set(provider.domains + provider.unconfirmedDomains + provider.domainSuffixes)
    suffixes = domains.union(provider.mx + provider.hostSuffixes + provider.servers.flatMap(\.mx)).union(main.compactMap(Self.above))
  }

  /// Returns how well `host` fits. `nil` if it is no host of this provider.
  func fit(_ host: HostName) -> Fit? {
    let isForeign = !domains.contains(where: host.isWithin)
    func fit(_ kind: Int, _ missing: Int) -> Fit { Fit(kind: kind, missing: missing, isForeign: isForeign) }
    if main.contains(host.text) { return fit(0, 0) }
    if pages.contains(host.text) { return fit(1, 0) }
    let longest = suffixes.filter(host.isWithin).map(\.utf8.count).max()
    return longest.map { fit(2, host.text.utf8.count - $0) }
  }

  /// Whether `page` is one of another entry, on whose servers the mail of `provider` is.
  private static func isOfPlatform(_ page: HostName, _ provider: Provider, _ others: [Provider]) -> Bool {
    guard !provider.domains.contains(where: page.isWithin) else { return false }
    let servers = Set(provider.servers.flatMap(\.imap).map(\.host))
    return others.contains { other in
      other != provider && other.domains.contains(where: page.isWithin)
        && !servers.isDisjoint(with: other.servers.flatMap(\.imap).map(\.host))
    }
  }

  /// Returns the name above `host`. `nil` if that could be a public suffix, such as com or co.uk.
  private static func above(_ host: String) -> String? {
    let labels = host.split(separator: ".")
    guard labels.count > 2 else { return nil }
    let rest = labels.dropFirst()
    if rest.count == 2, let last = rest.last, let first = rest.first, last.count == 2, first.count <= 3 { return nil }
    return rest.joined(separator: ".")
  }
}

extension WebAddress {
  /// The host of the page.
  package var host: HostName? {
    Endpoint.parse(String(text.dropFirst("https://".count).prefix { !"/?#".contains($0) }), defaultPort: 443)?.host
  }
}
