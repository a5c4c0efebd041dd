// A configuration that is exported for a program is imported again as the same account.

import Catalog
import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("import of what was exported", .waiting)
struct ImportRoundTripTests {
  /// A program with a writer and a reader of the same file. The exports for fetchmail and Thunderbird are other files than the
  /// ones that are read.
  struct Way: Sendable, CustomStringConvertible {
    let client: MailClient
    let format: ImportFormat
    /// Whether the file contains the command for the password unchanged.
    var hasCommand = true
    var hasAddress = true
    var setting = WriterOptions()
    var description: String { format.word + (setting.version.map { " \($0)" } ?? "") }
  }

  private static let ways = [
    Way(client: .neomutt, format: .neomutt), Way(client: .mutt, format: .mutt), Way(client: .aerc, format: .aerc),
    Way(client: .himalaya, format: .himalaya),
    Way(client: .himalaya, format: .himalaya, setting: WriterOptions(version: ClientVersion("1.1.0"))),
    Way(client: .mbsync, format: .mbsync, hasAddress: false), Way(client: .msmtp, format: .msmtp),
    Way(client: .offlineimap, format: .offlineimap, hasAddress: false), Way(client: .getmail, format: .getmail, hasAddress: false),
    Way(client: .sNail, format: .sNail, hasCommand: false), Way(client: .git, format: .git, hasCommand: false),
    Way(client: .autoconfig, format: .autoconfig, hasCommand: false, hasAddress: false), Way(client: .json, format: .json),
    Way(client: .env, format: .env),
  ]

  /// The providers, decoded once.
  private static let catalog = ProviderDirectory().catalog

  private func check(_ way: Way, _ sample: MailAccount, at place: SourceLocation = #_sourceLocation) throws {
    var account = sample
    if way.client.obstacle(for: account)?.isFinal == true {
      // It is not exported for servers where the connection begins in clear text.
      var settings = account.settings
      settings.imap = Endpoint(host: settings.imap.host, port: 993, security: .tls)
      account = try MailAccount(
        address: account.address, settings: settings, secretCommand: account.secretCommand, provider: account.provider)
    }
    guard let text = try way.client.written(account, way.setting) else { return }
    let found = way.format.read(Array(text.utf8))
    guard found.accounts.count == 1, let read = found.accounts.first else {
      Issue.record("\(found.accounts.count) accounts in:\n\(text)", sourceLocation: place)
      return
    }
    for mailProtocol in MailProtocol.allCases {
      guard way.client.protocols.contains(mailProtocol) else {
        #expect(read[mailProtocol] == nil, sourceLocation: place)
        continue
      }
      let (endpoint, name) =
        mailProtocol == .imap
        ? (account.settings.imap, account.settings.imapUsername) : (account.settings.smtp, account.settings.smtpUsername)
      #expect(read[mailProtocol]?.endpoint == endpoint, "\(text)", sourceLocation: place)
      #expect(read[mailProtocol]?.username?.name(of: account.address) == name, "\(text)", sourceLocation: place)
    }
    if way.hasAddress { #expect(read.address == account.address, "\(text)", sourceLocation: place) }
    if way.hasCommand { #expect(read.secretCommand?.text == account.secretCommand.shell, "\(text)", sourceLocation: place) }
    // An autoconfiguration is about all addresses of a domain.
    let isForAddress = found.remarks == [.dependsOnAddress] && way.format == .autoconfig
    #expect(found.remarks.isEmpty || isForAddress, sourceLocation: place)
  }

  @Test("the same account, for every provider of the catalog", arguments: ways)
  func everyProvider(_ way: Way) throws {
    var count = 0
    for provider in Self.catalog.providers where provider.takesPassword {
      guard let domain = provider.domains.first, let address = try? MailAddress("anna.b@\(domain)"),
        let settings = provider.settings(for: address, usernames: Usernames(both: "anna")),
        let account = try? MailAccount(
          address: address, settings: settings, secretCommand: .placeholder, provider: provider)
      else { continue }
      count += 1
      try check(way, account)
    }
    #expect(count > 40)
  }

  @Test(
    "the same account, whatever tries to break out (file-generated-config-injection)", arguments: ways,
    Sample.ordinary + Sample.hostile)
  func hostile(_ way: Way, _ sample: Sample) throws { try check(way, sample.account) }

  @Test("fetchmail: what its script hands over", arguments: Sample.ordinary + Sample.hostile)
  func fetchmail(_ sample: Sample) throws {
    let bench = try Bench(sample.account)
    let file = try #require(try bench.write(.fetchmail))
    try bench.pretend("fetchmail")
    #expect(try bench.run("sh", [file]).end == .exited(0))
    let found = ImportFormat.fetchmail.read(Array(try #require(bench.read("input")).utf8))
    #expect(found.accounts.map(\.imap?.endpoint) == [sample.account.settings.imap])
    #expect(found.accounts.first?.imap?.username == .written(sample.account.settings.imapUsername))
    // The file contains the password in clear text, and no part of it is read.
    #expect(found.remarks == [.passwordInClear])
    #expect(!"\(found)".contains("s3 "))
  }
}
