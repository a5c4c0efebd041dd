// Helpers of the discovery tests: look-ups of a domain with a deadline, at the tests' own name server.

import Catalog
import Net
import Platform
import Posix
import Terminal
import Testing
import Vocabulary

@testable import Wizard

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
  ) throws -> Discovery.Found {
    let calm = try #require(Interrupt())
    return try Discovery(directory, .silent(interrupt ?? calm), at: self.address, patience: seconds).find(MailAddress(address))
  }
}

extension CommandContext {
  /// Returns a context without output and without a terminal.
  static func silent(_ interrupt: Interrupt) -> CommandContext {
    let nowhere = Screen(-1, usesColour: false)
    return CommandContext(language: .english, result: nowhere, talk: nowhere, tty: nil, interrupt: interrupt, isInteractive: false)
  }
}

extension Discovery.Found.Servers {
  /// The servers in one line for the tables of expected results: ids, or servers in the form of the command line.
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
