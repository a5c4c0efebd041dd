// Servers of a known provider that the call names: the provider is known, whatever the address is.

import Catalog
import Operations
import Sentences
import TestSupport
import Testing
import Vocabulary

@Suite("servers of a known provider", .waiting) struct KnownServersTests {
  private static let directory = ProviderDirectory()

  private func settled(_ address: String, _ imap: String, _ smtp: String, named: String? = nil) throws -> AccountInput {
    var input = AccountInput()
    input.address = try MailAddress(address)
    input.servers = (
      try #require(AccountInput.endpoint(imap, defaultPort: 993)), try #require(AccountInput.endpoint(smtp, defaultPort: 465))
    )
    input.provider = try named.map { try #require(Self.directory.provider(id: $0)) }
    input.settle(in: Self.directory)
    return input
  }

  @Test(
    "fault-known-hosts-not-recognised: a provider that accepts no password is known by its servers, before a password is read",
    arguments: [
      ["--imap", "outlook.office365.com:993", "--smtp", "smtp.office365.com:587"], ["--imap", "outlook.office365.com"],
      ["--smtp", "smtp.office365.com:587"], ["--imap", "partner.outlook.cn", "--smtp", "smtp.partner.outlook.cn:587"],
    ], Language.allCases)
  func withoutPassword(_ servers: [String], _ language: Language) throws {
    let result = try Tool.run(["--email", "me@own.example", "--secret-from", "env:NOTHING"] + servers + language.option)
    #expect(result.end == .exited(78), "\(result.complaint)")
    #expect(result.text.contains("Microsoft 365"))
  }

  @Test(
    "fault-known-hosts-not-recognised: the steps, the term and the replies are those of the provider",
    arguments: [
      ("me@own.example", "imap.qiye.163.com:993", "smtp.qiye.163.com:465", "netease-enterprise"),
      ("me@own.example", "imappro.zoho.com:993", "smtppro.zoho.com:465", "zoho-workplace"),
      ("me@own.example", "imap.exmail.qq.com:993", "smtp.exmail.qq.com:465", "exmail"),
      ("me@own.example", "outlook.office365.com:993", "smtp.office365.com:587", "microsoft365"),
      ("me@own.example", "imap.gmail.com:993", "smtp.gmail.com:465", "google-workspace"),
      ("me@own.example", "panel7.mxrouting.net:993", "panel7.mxrouting.net:465", "mxroute"),
      ("me@firm.example", "imap.sg.aliyun.com:993", "smtp.sg.aliyun.com:465", "aliyun-enterprise"),
    ])
  func known(_ address: String, _ imap: String, _ smtp: String, _ id: String) throws {
    let input = try settled(address, imap, smtp)
    #expect(input.provider?.id == id && input.operators.imap?.id == id && input.operators.smtp?.id == id)
    #expect(input.halves == nil)
    let mail = try MailAddress(address)
    #expect(input.ownSettings(for: mail, at: input.provider)?.imap.description == imap)
  }

  @Test("a provider that the call names stays for a domain that no catalog knows, and the server's demands are its operator's")
  func named() throws {
    let input = try settled("me@own.example", "imap.exmail.qq.com:993", "smtp.exmail.qq.com:465", named: "netease-enterprise")
    #expect(input.provider?.id == "netease-enterprise" && input.operators.imap?.id == "exmail")
    let stranger = try settled("me@own.example", "mail.own.example:993", "mail.own.example:465")
    #expect(stranger.provider == nil && stranger.operators.imap == nil && stranger.halves == nil)
  }

  @Test("servers of two providers have no provider, and whose they are is said", arguments: Language.allCases)
  func halves(_ language: Language) throws {
    let input = try settled("me@own.example", "imap.qq.com:993", "smtp.163.com:465")
    #expect(input.provider == nil)
    let halves = try #require(input.halves)
    #expect(halves.imap.id == "qq" && halves.smtp.id == "163")
    let said = PromptSentence.halves(imap: halves.imap, smtp: halves.smtp)[language]
    #expect(said.contains(halves.imap.name[language]) && said.contains(halves.smtp.name[language]))
    #expect(try settled("me@own.example", "imap.qq.com:993", "mail.own.example:465").halves == nil)
    // The provider that the call names does not own a server that nobody knows.
    #expect(try settled("me@own.example", "mail.own.example:993", "smtp.163.com:465", named: "gmail").halves == nil)
  }

  @Test(
    "fault-address-at-another-providers-servers: whose address and whose servers they are is said before anything is sent",
    arguments: [
      ("12345@qq.com", "imap.exmail.qq.com:993", "smtp.exmail.qq.com:465", "qq", "exmail"),
      ("me@163.com", "imap.qiye.163.com:993", "smtp.qiye.163.com:465", "163", "netease-enterprise"),
      ("me@hotmail.com", "imap.gmail.com:993", "smtp.gmail.com:465", "outlook", "google-workspace"),
      ("me@yandex.ru", "imap.mail.ru:993", "smtp.mail.ru:465", "yandex", "mail-ru"),
    ])
  func another(_ address: String, _ imap: String, _ smtp: String, _ owner: String, _ owned: String) throws {
    let input = try settled(address, imap, smtp)
    let foreign = try #require(input.foreign(in: Self.directory))
    #expect(foreign.owner?.id == owner)
    #expect(foreign.hosts.map { "\($0.name)" } == [imap, smtp].map { String($0.prefix { $0 != ":" }) })
    for language in Language.allCases {
      let said = foreign.text[language]
      #expect(said.contains(try #require(Self.directory.provider(id: owner)).name[language]), "\(said)")
      #expect(said.contains(try #require(foreign.hosts[0].provider).name[language]), "\(said)")
    }
    // The steps and the replies are those of the servers, not those of the address.
    #expect(input.provider?.id == owned)
    // Without naming both servers in the call nothing is sent.
    let result = try Tool.run(["--email", address, "--imap", imap, "--secret-from", "env:NOTHING", "--lang", "en"])
    #expect(result.end == .exited(66), "\(result.complaint)")
    #expect(result.complaint.contains(foreign.text.english) && result.complaint.contains("--smtp"), "\(result.complaint)")
  }
}
