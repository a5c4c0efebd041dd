// Helpers of the discovery tests: look-ups of a domain with a deadline, at the tests' own name server.

import Catalog
import Discovery
import Net
import Platform
import Posix
import Sentences
import Testing
import Vocabulary

extension DNSServer {
  /// Returns the records of `domain` at this server, read by the program's code.
  func records(of domain: String, within seconds: Double = 10, or interrupt: Interrupt? = nil) throws -> MailRecords {
    let calm = try #require(Interrupt())
    return try MailDNS.records(
      of: #require(HostName(domain)), until: .after(seconds: seconds), or: interrupt ?? calm, at: address)
  }

  /// Returns the mail servers of an address, found by the program's code at this server.
  func find(
    _ address: String, in directory: ProviderDirectory = Asking.directory, within seconds: Double = 10, or interrupt: Interrupt? = nil
  ) throws -> DiscoveryResult {
    let calm = try #require(Interrupt())
    return try Discovery(directory, interrupt ?? calm, through: nil, at: self.address, patience: seconds).find(MailAddress(address))
  }
}

extension DNSServer {
  /// The names whose addresses were looked up, without those at which a discovery of `domain` looks for documents and servers, and
  /// without the one by which it sees whether this server knows any name. Those of `wanted` are not left out.
  func lookUps(besidesDiscoveryOf domain: String, wanted: Set<String> = []) -> Set<String> {
    let own = Set(["autoconfig.", "imap.", "smtp.", "mail.", ""].map { $0 + domain } + ["imap.gmail.com"]).subtracting(wanted)
    return Set(questions.filter { $0.kind == .a || $0.kind == .aaaa }.map(\.name)).subtracting(own)
  }
}

extension DiscoveryResult {
  /// How the servers were found, as the user reads it.
  var account: Text { DiscoverySentence.text(self) }
}

extension DiscoveryResult.Servers {
  /// The servers in one line for the tables of expected results: ids, or servers in the form of the command line.
  var line: String {
    switch self {
    case .provider(let provider): provider.id
    case .several(let providers): providers.map(\.id).joined(separator: " | ")
    case .pair(let imap, let smtp): "\(imap.security.rawValue)://\(imap) \(smtp.security.rawValue)://\(smtp)"
    case .half(let mailProtocol, let endpoint): "\(mailProtocol.rawValue) \(endpoint.security.rawValue)://\(endpoint)"
    case .none: "nothing"
    case .unanswered: "no answer"
    }
  }
}

/// The trait of tests that need the name server.
enum Asking {
  /// The bundled catalog, decoded once for all tests.
  static let directory = ProviderDirectory()

  static let trait: any SuiteTrait & TestTrait = .enabled(if: DNSServer.isAskable, "this system's resolver cannot be asked yet")
}

extension MailRecords {
  /// The services of all four names.
  var allServices: [SRVRecord] { services.values.flatMap { $0 } }
}
