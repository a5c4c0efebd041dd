// Finds the mail servers of a domain that is not in the catalog: MX records are compared with the catalog, then SRV records are
// used. The DNS only suggests; the user decides.

import Catalog
import Net
import Posix
import Vocabulary

package struct Discovery {
  private let directory: ProviderDirectory
  private let interrupt: Interrupt
  /// The name server to ask instead of the system's.
  private let server: NameServer?
  /// Seconds for all questions together.
  private let patience: Double

  /// `interrupt` ends the wait for answers.
  package init(_ directory: ProviderDirectory, _ interrupt: Interrupt, at server: NameServer? = nil, patience: Double = 10) {
    (self.directory, self.interrupt, self.server, self.patience) = (directory, interrupt, server, patience)
  }

  /// Asks for MX and SRV records of the address's own domain, and of no other domain. Throws `interrupted`, or `system` if the
  /// system has no threads left.
  package func find(_ address: MailAddress) throws(NetFailure) -> DiscoveryResult {
    let records = try MailDNS.records(of: address.domain, until: .after(seconds: patience), or: interrupt, at: server)
    let (servers, source) = read(records)
    return DiscoveryResult(
      address: address, servers: servers, source: source, suggestions: directory.catalog.suggestions(for: address.description))
  }

  private func read(_ records: MailRecords) -> (DiscoveryResult.Servers, DiscoveryResult.Source) {
    switch directory.catalog.hosting(records.mx.map(\.host)) {
    case .provider(let provider, let host, let others): return (.provider(provider), .mx(host: host, provider, sharing: others))
    case .platform(let providers, let host): return (.several(providers), .platform(host: host, providers))
    case .front(let name, let host, let forwards):
      return services(records) ?? (.none, .front(host: host, name: name, forwards: forwards))
    case .unknown:
      return services(records) ?? (records.isIncomplete ? .unanswered : .none, .nothing(isIncomplete: records.isIncomplete))
    }
  }

  /// Returns the servers of the SRV records. TLS from the first octet has precedence over STARTTLS (RFC 8314, section 5.1). A service
  /// with the target "." is not offered (RFC 6186, section 3.4), and nothing is guessed in its place.
  private func services(_ records: MailRecords) -> (DiscoveryResult.Servers, DiscoveryResult.Source)? {
    func endpoint(_ service: MailService, _ security: Security) -> Endpoint? {
      records.services[service]?.first.flatMap { record in
        record.host.map { Endpoint(host: $0, port: record.port, security: security) }
      }
    }
    guard let imap = endpoint(.imaps, .tls) ?? endpoint(.imap, .startTLS),
      let smtp = endpoint(.submissions, .tls) ?? endpoint(.submission, .startTLS)
    else { return nil }
    return (.pair(imap: imap, smtp: smtp), .srv(imap: imap, smtp: smtp))
  }
}
