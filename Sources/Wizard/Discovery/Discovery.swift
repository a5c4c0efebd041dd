// Where the mail of a domain is that no catalog knows: MX records against the catalog, then SRV records. The DNS suggests;
// the user decides.

import Catalog
import Net
import Posix
import Sentences
import Vocabulary

struct Discovery {
  private let directory: ProviderDirectory
  private let terms: CommandContext
  /// Another name server than the system's, for tests.
  private let server: NameServer?
  /// Seconds for all questions together.
  private let patience: Double

  init(_ directory: ProviderDirectory, _ terms: CommandContext, at server: NameServer? = nil, patience: Double = 10) {
    self.directory = directory
    self.terms = terms
    self.server = server
    self.patience = patience
  }

  /// What was found, and how.
  struct Found {
    enum Servers {
      case provider(Provider)
      case several([Provider])
      case pair(imap: Endpoint, smtp: Endpoint)
      case none
      /// Nothing was found, and not every question was answered.
      case unanswered
    }

    let servers: Servers
    /// How it was found and how sure that is.
    let account: Text

    /// The hosts a secret would go to.
    func hosts(for address: MailAddress) -> [HostName] {
      switch servers {
      case .provider(let provider):
        // Whatever the user name, which may have yet to be asked for.
        guard let first = provider.groups(for: address).first, let imap = first.imap.first, let smtp = first.smtp.first else { return [] }
        return [imap.host, smtp.host]
      case .pair(let imap, let smtp): return [imap.host, smtp.host]
      case .several, .none, .unanswered: return []
      }
    }
  }

  /// Asks for MX and SRV records of the address's own domain and of no other: never of a parent, never of a name made up.
  func find(_ address: MailAddress) throws(CommandError) -> Found {
    let records: MailRecords
    do throws(NetFailure) {
      records = try MailDNS.records(of: address.domain, until: .after(seconds: patience), or: terms.interrupt, at: server)
    } catch {
      throw error == .interrupted ? .interrupted : .system("DNS")
    }
    switch directory.catalog.hosting(records.mx.map(\.host)) {
    case .provider(let provider, let host, let others):
      return Found(servers: .provider(provider), account: DiscoverySentence.mx(address.domain, host, provider, others))
    case .platform(let providers, let host):
      return Found(servers: .several(providers), account: DiscoverySentence.platform(address.domain, host, providers))
    case .front(let name, let host, let forwards):
      if let pair = pair(records) { return services(address, pair) }
      return Found(servers: .none, account: DiscoverySentence.front(address.domain, host, name, forwards: forwards))
    case .unknown:
      if let pair = pair(records) { return services(address, pair) }
      return Found(
        servers: records.isIncomplete ? .unanswered : .none,
        account: DiscoverySentence.nothing(address.domain, isIncomplete: records.isIncomplete))
    }
  }

  private func services(_ address: MailAddress, _ pair: (imap: Endpoint, smtp: Endpoint)) -> Found {
    Found(servers: .pair(imap: pair.imap, smtp: pair.smtp), account: DiscoverySentence.srv(address.domain, pair.imap, pair.smtp))
  }

  /// RFC 8314 5.1: TLS from the first octet before STARTTLS. A service whose target is "." is not offered, and nothing is
  /// guessed in its place.
  private func pair(_ records: MailRecords) -> (imap: Endpoint, smtp: Endpoint)? {
    func endpoint(_ service: MailService, _ security: Security) -> Endpoint? {
      records.services[service]?.first.flatMap { record in
        record.host.map { Endpoint(host: $0, port: record.port, security: security) }
      }
    }
    guard let imap = endpoint(.imaps, .tls) ?? endpoint(.imap, .startTLS),
      let smtp = endpoint(.submissions, .tls) ?? endpoint(.submission, .startTLS)
    else { return nil }
    return (imap, smtp)
  }
}
