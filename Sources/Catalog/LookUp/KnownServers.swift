// The provider of an account from its servers, wherever they come from: typed, from the DNS, or from another program's
// configuration.

import Vocabulary

/// Whose servers the two of an account are.
package enum ServerOwners: Sendable, Equatable {
  /// Both are this provider's.
  case provider(Provider)
  /// They are the servers of two providers. `nil` for a server that no catalog knows.
  case halves(imap: Provider?, smtp: Provider?)
}

extension ProviderDirectory {
  /// Returns whose servers `imap` and `smtp` are. If several providers share them, the result is the one that the domain of
  /// `address` belongs to, or else the one that hosts domains of its customers, or else the first one.
  package func owners(imap: HostName, smtp: HostName, for address: MailAddress?) -> ServerOwners {
    let (reading, sending) = (providers(withServer: imap), providers(withServer: smtp))
    if let both = pick(among: reading.filter(sending.contains), for: address) { return .provider(both) }
    return .halves(imap: pick(among: reading, for: address), smtp: pick(among: sending, for: address))
  }

  /// Returns the provider with the server `host`, by the same rule. `nil` if no catalog knows it.
  package func owner(of host: HostName, for address: MailAddress?) -> Provider? { pick(among: providers(withServer: host), for: address) }

  /// Returns the server that belongs to `endpoint`, which is for `mailProtocol`, in the group of its provider. `nil` if no catalog
  /// knows `endpoint` or the other server.
  package func counterpart(of endpoint: Endpoint, for mailProtocol: MailProtocol, of address: MailAddress?) -> Endpoint? {
    guard let provider = pick(among: providers(withServer: endpoint.host), for: address) else { return nil }
    let placed = provider.placed(at: endpoint.host)
    for entry in placed.groups(for: address) + placed.groups(for: nil) {
      let (same, other) = mailProtocol == .imap ? (entry.imap, entry.smtp) : (entry.smtp, entry.imap)
      if same.contains(where: { $0.host == endpoint.host }) { return other.first }
    }
    return nil
  }

  /// Returns the encryption that the catalog has for exactly this host and port; `nil` if it does not have them, or if its entries
  /// differ.
  package func security(of host: HostName, port: UInt16, for mailProtocol: MailProtocol) -> Security? {
    let listed = entries(withServer: host).flatMap { provider in
      provider.placed(at: host).groups(for: nil).flatMap { mailProtocol == .imap ? $0.imap : $0.smtp }
    }
    let securities = Set(listed.filter { $0.host == host && $0.port == port }.map(\.security))
    return securities.count == 1 ? securities.first : nil
  }

  private func pick(among candidates: [Provider], for address: MailAddress?) -> Provider? {
    if let owner = address.flatMap({ provider(forDomain: $0.domain) }), candidates.contains(owner) { return owner }
    let business = candidates.filter { $0.category == .business }
    return business.count == 1 ? business[0] : candidates.first
  }
}
