// Servers that are not those of the address they are used for: a secret of one provider must not reach another one, or a
// stranger, unseen.

import Catalog
import Sentences
import Vocabulary

/// The hosts of an account that the provider of its address does not have.
struct ForeignServers {
  let address: MailAddress
  /// Whose address it is.
  let owner: Provider
  /// IMAP before SMTP, each once, and who is known to run it.
  let hosts: [(name: HostName, of: Provider?)]

  /// nil where all are the owner's, and where nobody knows the domain.
  init?(_ servers: (imap: Endpoint, smtp: Endpoint), of address: MailAddress, in directory: ProviderDirectory) {
    guard let owner = directory.provider(forDomain: address.domain) else { return nil }
    let names = [servers.imap.host, servers.smtp.host]
    let foreign = (names[0] == names[1] ? [names[0]] : names).filter { !owner.has($0, for: address) }
    guard !foreign.isEmpty else { return nil }
    (self.address, self.owner) = (address, owner)
    hosts = foreign.map { ($0, directory.provider(withServer: $0)) }
  }

  /// What they are, and what they are not.
  var text: Text { PromptSentence.foreign(address, owner, hosts) }
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

  /// nil where the servers are those of the address, as far as anybody knows.
  func foreign(in directory: ProviderDirectory) -> ForeignServers? {
    guard let servers, let address else { return nil }
    return ForeignServers(servers, of: address, in: directory)
  }
}

extension Provider {
  /// Whether both servers of an account are its own.
  func hasBoth(_ servers: (imap: Endpoint, smtp: Endpoint), for address: MailAddress) -> Bool {
    has(servers.imap.host, for: address) && has(servers.smtp.host, for: address)
  }
}
