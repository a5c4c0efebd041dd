// Servers that are not those of the address they are used for: a secret of one provider must not reach another one, or a
// stranger, without the user's consent.

import Catalog
import Vocabulary

/// The hosts of an account that the provider of its address does not have.
package struct ForeignServers: Equatable, Sendable {
  /// A host, and the provider of the bundled catalog that runs it.
  package struct Host: Equatable, Sendable {
    package let name: HostName
    package let provider: Provider?
  }

  package let address: MailAddress
  /// The provider of the address. `nil` for a domain that no catalog knows.
  package let owner: Provider?
  /// IMAP before SMTP, each host once.
  package let hosts: [Host]

  package var names: [HostName] { hosts.map(\.name) }
}

extension ForeignServers {
  /// Returns `nil` if all of `hosts` are the owner's, and if no catalog knows the domain.
  package init?(_ hosts: [HostName], of address: MailAddress, in directory: ProviderDirectory) {
    guard let owner = directory.owner(of: address.domain) else { return nil }
    let foreign = hosts.filter { !owner.has($0, for: address) }
    guard !foreign.isEmpty else { return nil }
    // The name of a user's entry does not prove who runs its servers.
    let bundled = directory.bundled
    self.init(address: address, owner: owner, hosts: foreign.map { Host(name: $0, provider: bundled.provider(withServer: $0)) })
  }

  /// The hosts outside a domain that no catalog knows, for servers that only a file names. Returns `nil` if there are none.
  package init?(outside hosts: [HostName], of address: MailAddress, in directory: ProviderDirectory) {
    let outside = hosts.filter { !$0.isWithin(address.domain.text) }
    guard !outside.isEmpty, directory.owner(of: address.domain) == nil else { return nil }
    self.init(address: address, owner: nil, hosts: outside.map { Host(name: $0, provider: nil) })
  }
}

extension AccountInput {
  /// Decides whose servers those of the account are, once they and the address are known. Both servers of one provider make it the
  /// provider of the account, with its steps, its kind of secret and its replies, whatever the address is. Only a provider that the
  /// call names itself stays, if no catalog knows the domain. If the provider of the account does not have the servers and nobody
  /// is known to have both, it is left out. What a server demands of a session depends on its operator.
  package mutating func settle(in directory: ProviderDirectory) {
    halves = nil
    guard let servers, let address else { return }
    if let provider, provider.hasBoth(servers, for: address) {
      operators = (provider, provider)
      return
    }
    let isForeign = foreign(in: directory) != nil
    switch directory.owners(imap: servers.imap.host, smtp: servers.smtp.host, for: address) {
    case .provider(let owner):
      operators = (owner, owner)
      if provider == nil || isForeign { provider = owner }
    case .halves(let imap, let smtp):
      if let imap, let smtp { halves = (imap, smtp) }
      operators = (imap ?? provider, smtp ?? provider)
      if isForeign { provider = nil }
    }
  }

  /// Whether the servers of the account are those of its provider. False without a provider.
  package var hasServersOfProvider: Bool {
    guard let provider else { return false }
    guard let servers, let address else { return true }
    return provider.hasBoth(servers, for: address)
  }

  /// Whether no verification can succeed, because the provider of the servers does not accept such a secret.
  package var isRefusedByProvider: Bool { provider != nil && hasServersOfProvider && !hasUsableProvider }

  /// Whether the provider's servers can be used with the secret of this input. False without a provider.
  package var hasUsableProvider: Bool {
    guard let provider else { return false }
    // The demo's servers are those of the run.
    if provider.isDemo { return !provider.isOAuthDemo || usesToken }
    return usesToken ? provider.takesToken : provider.takesPassword
  }

  /// The hosts that the secret can go to, IMAP before SMTP, each once. Empty for the demo, whose servers are on this
  /// computer, and for a provider that does not accept such a secret.
  package var destinations: [HostName] {
    if let servers { return servers.imap.host == servers.smtp.host ? [servers.imap.host] : [servers.imap.host, servers.smtp.host] }
    guard let provider, let address, !provider.isDemo, hasUsableProvider else { return [] }
    return provider.groups(for: address).flatMap { $0.imap + $0.smtp }.map(\.host).reduce(into: []) { hosts, host in
      if !hosts.contains(host) { hosts.append(host) }
    }
  }

  /// Returns `nil` if the servers are those of the address, as far as this program knows.
  package func foreign(in directory: ProviderDirectory) -> ForeignServers? {
    guard let address else { return nil }
    return ForeignServers(destinations, of: address, in: directory)
  }
}
