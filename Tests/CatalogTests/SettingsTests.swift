// Servers and user names, from a provider and an address.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("Settings") struct SettingsTests {
  private static let servers =
    "[{ \"imap\": [\"tls://imap.one.example:993\"], \"smtp\": [\"tls://smtp.one.example:465\", \"starttls://smtp.one.example:587\"] }]"

  /// Returns the first entry of the sample with other servers and other changes.
  private static func provider(servers: String? = nil, _ change: (String) -> String = { $0 }) throws -> Provider {
    var entry = SampleEntry.entry("one")
    if let servers { entry = entry.replacing(Self.servers, with: servers) }
    let catalog = SampleEntry.load(SampleEntry.catalog([change(entry)]))
    #expect(catalog.faults.allSatisfy { $0.isHarmless }, "\(catalog.faultList)")
    return try #require(catalog.providers.first)
  }

  private static var address: MailAddress { get throws { try MailAddress("you@one.example") } }

  @Test("the first endpoints are used; other ports are kept only on the same host") func otherPorts() throws {
    let provider = try Self.provider(
      servers: """
        [{ "imap": ["tls://imap.one.example:993", "starttls://imap.one.example:143", "tls://imap2.one.example:993"],
           "smtp": ["tls://smtp.one.example:465", "tls://evil.example:465", "starttls://smtp.one.example:587"] }]
        """)
    let settings = try #require(provider.settings(for: try Self.address))
    #expect(settings.imap.description == "imap.one.example:993")
    #expect(settings.imap.security == .tls)
    #expect(settings.imapOtherPorts.map(\.description) == ["imap.one.example:143"])
    #expect(settings.imapOtherPorts.map(\.security) == [.startTLS])
    #expect(settings.smtpOtherPorts.map(\.description) == ["smtp.one.example:587"])
  }

  @Test("servers for the address's domain come first, then those for all; servers for other domains are left out") func forDomains() throws
  {
    let provider = try Self.provider(
      servers: """
        [{ "imap": ["tls://all.one.example:993"], "smtp": ["tls://all.one.example:465"] },
         { "imap": ["tls://sub.one.example:993"], "smtp": ["tls://sub.one.example:465"], "for": ["sub.one.example"] },
         { "imap": ["tls://last.one.example:993"], "smtp": ["tls://last.one.example:465"] }]
        """)
    func hosts(_ address: String?) throws -> [String] {
      try provider.groups(for: address.map { try MailAddress($0) }).map { $0.imap[0].host.text }
    }
    #expect(try hosts("you@sub.one.example") == ["sub.one.example", "all.one.example", "last.one.example"])
    #expect(try hosts("you@one.example") == ["all.one.example", "last.one.example"])
    #expect(try hosts(nil) == ["sub.one.example", "all.one.example", "last.one.example"])
    let address = try Self.address
    #expect(provider.settings(for: address, group: 1)?.imap.host.text == "last.one.example")
    #expect(provider.settings(for: address, group: 2) == nil)
    #expect(provider.settings(for: address, group: -1) == nil)
  }

  @Test("a host may be derived from the domain, and then requires an address") func templates() throws {
    let provider = try Self.provider(
      servers: "[{ \"imap\": [\"tls://imap.{domain}:993\"], \"smtp\": [\"tls://{domain}:465\"] }]"
    ) {
      $0.replacing("\"category\"", with: "\"template\": true, \"category\"")
    }
    let settings = try #require(provider.settings(for: try MailAddress("you@shop.example")))
    #expect(settings.imap.description == "imap.shop.example:993")
    #expect(settings.smtp.description == "shop.example:465")
    #expect(provider.groups(for: nil).isEmpty)
    // There is no server if the domain makes the host name too long.
    let long = String(repeating: "a", count: 63)
    let address = try MailAddress("you@\(long).\(long).\(long).\(String(repeating: "b", count: 60))")
    #expect(provider.settings(for: address) == nil)
  }

  @Test("the user name is the address or its local part, according to the catalog; one that only the user knows is not invented")
  func usernames()
    throws
  {
    func names(_ forms: String, _ username: String? = nil) throws -> String? {
      let provider = try Self.provider {
        $0.replacing("\"imap\": [\"address\", \"local-part\"], \"smtp\": [\"address\"], \"note\"", with: "\(forms), \"note\"")
      }
      let settings = provider.settings(for: try Self.address, usernames: Usernames(both: username))
      return settings.map { "\($0.imapUsername) \($0.smtpUsername)" }
    }
    #expect(try names("\"imap\": [\"local-part\"], \"smtp\": [\"address\"]") == "you you@one.example")
    #expect(try names("\"imap\": [\"address\", \"local-part\"], \"smtp\": [\"address\"]") == "you@one.example you@one.example")
    #expect(try names("\"imap\": [\"other\"], \"smtp\": [\"address\"]") == nil)
    #expect(try names("\"imap\": [\"other\"], \"smtp\": [\"other\"]", "u123") == "u123 u123")
    #expect(try names("\"imap\": [\"address\"], \"smtp\": [\"address\"]", "u123") == "u123 u123")
  }

  @Test("without a form the user name is the address") func usualName() throws {
    let provider = try Self.provider { entry in
      entry.replacing(
        "\"username\": { \"imap\": [\"address\", \"local-part\"], \"smtp\": [\"address\"], \"note\": { \"en\": \"One of {name}.\", \"zh-Hans\": \"{name}的一种。\" } },",
        with: "")
    }
    #expect(provider.username.imap == [.address])
    #expect(provider.username.smtp == [.address])
  }

  @Test(
    "only a provider in service that accepts passwords, or a program of its own on this computer, can be signed in to",
    arguments: [
      ("active", "app-password", true), ("closing", "app-password", true), ("closed", "app-password", false),
      ("no-imap", "app-password", false),
      ("oauth-only", "oauth", false), ("bridge", "bridge-password", true), ("active", "oauth", false), ("active", "none", false),
      ("active", "account-password", true), ("active", "mailbox-password", true), ("active", "authorization-code", true),
      ("active", "client-password", true),
    ])
  func takesPassword(_ status: String, _ kind: String, _ expected: Bool) throws {
    let provider = try Self.provider {
      $0.replacing("\"kind\": \"app-password\"", with: "\"kind\": \"\(kind)\"")
        .replacing(
          "\"category\"", with: "\"status\": \"\(status)\", \"statusNote\": { \"en\": \"Why.\", \"zh-Hans\": \"原因。\" }, \"category\"")
    }
    #expect(provider.takesPassword == expected)
  }

  @Test("a bridge may listen on this computer, and only a bridge") func bridge() throws {
    let local = "[{ \"imap\": [\"starttls://127.0.0.1:1143\"], \"smtp\": [\"starttls://127.0.0.1:1025\"] }]"
    let provider = try Self.provider(servers: local) {
      $0.replacing("\"category\"", with: "\"status\": \"bridge\", \"statusNote\": { \"en\": \"Why.\", \"zh-Hans\": \"原因。\" }, \"category\"")
    }
    #expect(provider.settings(for: try Self.address)?.imap.host.kind == .ipv4)
    let other = SampleEntry.load(SampleEntry.catalog([SampleEntry.entry("one").replacing(Self.servers, with: local)]))
    #expect(other.providers.isEmpty)
  }
}
