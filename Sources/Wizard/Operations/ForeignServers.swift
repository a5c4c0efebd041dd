// Servers that are not those of the address they are used for: a secret of one provider must not reach another one, or a
// stranger, unseen.

import Catalog
import Sentences
import Vocabulary

/// The hosts of an account that the provider of its address does not have.
struct ForeignServers {
  let address: MailAddress
  /// Whose address it is; `nil` for a domain that no catalog knows.
  let owner: Provider?
  /// IMAP before SMTP, each once, and the provider of the bundled catalog that runs it.
  let hosts: [(name: HostName, of: Provider?)]

  /// Returns `nil` if all of `hosts` are the owner's, and if no catalog knows the domain.
  init?(_ hosts: [HostName], of address: MailAddress, in directory: ProviderDirectory) {
    guard let owner = directory.owner(of: address.domain) else { return nil }
    let foreign = hosts.filter { !owner.has($0, for: address) }
    guard !foreign.isEmpty else { return nil }
    (self.address, self.owner) = (address, owner)
    // What an own entry is called proves nothing about who runs its servers.
    let bundled = directory.bundled
    self.hosts = foreign.map { ($0, bundled.provider(withServer: $0)) }
  }

  /// The hosts outside a domain that no catalog knows, for servers that only a file names. Returns `nil` if there are none.
  init?(outside hosts: [HostName], of address: MailAddress, in directory: ProviderDirectory) {
    let outside = hosts.filter { !$0.isWithin(address.domain.text) }
    guard !outside.isEmpty, directory.owner(of: address.domain) == nil else { return nil }
    (self.address, owner, self.hosts) = (address, nil, outside.map { ($0, nil) })
  }

  var names: [HostName] { hosts.map(\.name) }

  /// What they are, and what they are not.
  var text: Text { owner.map { PromptSentence.foreign(address, $0, hosts) } ?? PromptSentence.outside(address, names) }
}

extension AccountInput {
  /// Settles what the servers of the call have to do with its provider, once both and the address are known. A provider whose
  /// servers they are not is left out: its steps, its kind of secret and its replies are about others. Only for a domain that
  /// nobody knows the call's own word is taken for it. What a server demands of a session is its operator's, whatever the address.
  mutating func settle(in directory: ProviderDirectory) {
    guard let servers, let address else { return }
    let (named, isForeign) = (provider, foreign(in: directory) != nil)
    // The whole catalog is only looked through where something is odd.
    func demands(_ endpoint: Endpoint) -> Provider? {
      isForeign && named?.has(endpoint.host, for: address) != true ? directory.provider(withServer: endpoint.host) ?? named : named
    }
    operators = (demands(servers.imap), demands(servers.smtp))
    if isForeign, named.map({ !$0.hasBoth(servers, for: address) }) ?? false { provider = nil }
  }

  /// The hosts that the secret can go to, IMAP before SMTP, each once. Empty for the demo, whose servers are on this
  /// computer, and for a provider that takes no password.
  var destinations: [HostName] {
    if let servers { return servers.imap.host == servers.smtp.host ? [servers.imap.host] : [servers.imap.host, servers.smtp.host] }
    guard let provider, let address, provider.id != DemoProvider.id, provider.takesPassword else { return [] }
    return provider.groups(for: address).flatMap { $0.imap + $0.smtp }.map(\.host).reduce(into: []) { hosts, host in
      if !hosts.contains(host) { hosts.append(host) }
    }
  }

  /// Returns `nil` if the servers are those of the address, as far as anybody knows.
  func foreign(in directory: ProviderDirectory) -> ForeignServers? {
    guard let address else { return nil }
    return ForeignServers(destinations, of: address, in: directory)
  }
}

extension Provider {
  /// Whether both servers of an account are its own.
  func hasBoth(_ servers: (imap: Endpoint, smtp: Endpoint), for address: MailAddress) -> Bool {
    has(servers.imap.host, for: address) && has(servers.smtp.host, for: address)
  }
}
