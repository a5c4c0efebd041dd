// What the tests of this folder ask with: a domain, a deadline, a name server of their own.

import Catalog
import Net
import Platform
import Posix
import Terminal
import Testing
import Vocabulary

@testable import Wizard

extension DNSServer {
  /// The records this server gives for `domain`, as the program reads them.
  func records(of domain: String, within seconds: Double = 10, or interrupt: Interrupt? = nil) throws -> MailRecords {
    let calm = try #require(Interrupt())
    return try MailDNS.records(
      of: #require(HostName(domain)), until: .after(seconds: seconds), or: interrupt ?? calm, at: address)
  }

  /// Where the mail of an address is, as far as this server knows.
  func find(
    _ address: String, in directory: ProviderDirectory = Asking.directory, within seconds: Double = 10, or interrupt: Interrupt? = nil
  ) throws -> Discovery.Found {
    let calm = try #require(Interrupt())
    return try Discovery(directory, .silent(interrupt ?? calm), at: self.address, patience: seconds).find(MailAddress(address))
  }
}

extension CommandContext {
  /// Nothing is said, nobody is there to answer.
  static func silent(_ interrupt: Interrupt) -> CommandContext {
    let nowhere = Screen(-1, usesColour: false)
    return CommandContext(language: .english, result: nowhere, talk: nowhere, tty: nil, interrupt: interrupt, isInteractive: false)
  }
}

extension Discovery.Found.Servers {
  /// In one line, so that a table can say what it expects: ids, or servers as the command line takes them.
  var line: String {
    switch self {
    case .provider(let provider): provider.id
    case .several(let providers): providers.map(\.id).joined(separator: " | ")
    case .pair(let imap, let smtp): "\(imap.security.rawValue)://\(imap) \(smtp.security.rawValue)://\(smtp)"
    case .none: "nothing"
    case .unanswered: "no answer"
    }
  }
}

/// The traits of everything that asks a name server.
enum Asking {
  /// The bundled catalog, decoded once for all tests.
  static let directory = ProviderDirectory()

  static let trait: any SuiteTrait & TestTrait = .enabled(if: DNSServer.isAskable, "this system's resolver cannot be asked yet")
}

extension MailRecords {
  /// All services of all four names.
  var allServices: [SRVRecord] { services.values.flatMap { $0 } }
}
