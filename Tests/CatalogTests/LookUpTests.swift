// Look-up of an entry by every word and every address, in the whole catalog and in an excerpt.

import FoundationEssentials
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import Catalog

@Suite struct LookUpTests {
  private static let outline = Mutex(CatalogOutline(Shipped.octets))

  private static let whole: ProviderDirectory = {
    let directory = ProviderDirectory()
    _ = directory.catalog
    return directory
  }()

  @Test("Every domain leads to its provider and to servers for mail clients", arguments: Shipped.ids) func domains(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    for domain in provider.domains + provider.unconfirmedDomains {
      let address = try MailAddress("you@\(domain)")
      #expect(address.domain.text == domain)
      #expect(Shipped.catalog.provider(forDomain: address.domain) == provider)
      #expect(Shipped.catalog.find("you@\(domain)") == .exactly(provider))
      // A name with the same beginning or the same end belongs to another provider.
      let alike = try [#require(HostName("not-the-\(domain)")), #require(HostName("\(domain).example"))]
      if provider.domainSuffixes.isEmpty { #expect(alike.compactMap { Shipped.catalog.provider(forDomain: $0) } == []) }
      guard provider.takesPassword else { continue }
      let groups = provider.groups(for: address)
      #expect(!groups.isEmpty, "\(domain)")
      for host in groups.flatMap({ $0.imap + $0.smtp }).map(\.host) {
        #expect((host.kind == .name && host.labels.count > 1) || provider.status == .bridge, "\(domain): \(host)")
      }
      if provider.username.imap.first != .other { #expect(provider.settings(for: address) != nil, "\(domain)") }
    }
  }

  @Test("Every id, alias and domain has the same entry in an excerpt as in the whole", arguments: Shipped.ids)
  func excerpt(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    let data = try #require(Self.outline.withLock { $0?.excerpt(holding: [id]) })
    let cut = Catalog.load(data)
    #expect(cut.faults == [])
    #expect(cut.exact(ProviderQuery(id))?.everything == provider.everything)
    // Extracts from the catalog of this one entry, because this is faster than scanning the whole file.
    try data.withUnsafeBytes { octets in
      let outline = try #require(CatalogOutline(octets))
      for word in provider.aliases + provider.domains + provider.unconfirmedDomains {
        let wanted = word.lowercased()
        #expect(Shipped.catalog.exact(ProviderQuery(wanted)) == provider, "\(word)")
        // An excerpt does not contain a word with capitals. The directory then uses the whole catalog.
        guard let smaller = outline.excerpt(holding: [wanted]) else {
          #expect(word != wanted)
          continue
        }
        #expect(smaller.firstRange(of: Data("\"\(id)\"".utf8)) != nil, "\(word)")
      }
    }
  }

  @Test("A directory answers the same before and after it has read everything", arguments: Shipped.ids) func directory(_ id: String) throws
  {
    let provider = try #require(Shipped.provider(id))
    // Creates a new directory for each test, because a directory with the whole catalog extracts nothing.
    let (fresh, whole) = (ProviderDirectory(), Self.whole)
    let domain = try #require(HostName(provider.domains.first ?? "\(id).example"))
    for ask in [
      { (directory: ProviderDirectory) in directory.find("You@\(domain.text.uppercased())") }, { $0.find("  \(id.uppercased()) ") },
    ] {
      guard case .exactly(let cut) = ask(fresh), case .exactly(let full) = ask(whole) else {
        #expect(provider.domains.isEmpty)
        continue
      }
      #expect(cut.everything == full.everything)
      #expect(cut == provider)
    }
    for name in provider.domainSuffixes.flatMap({ [$0, "some.\($0)", "some.more.\($0)", "not-\($0)"] }) {
      let host = try #require(HostName(name))
      #expect(fresh.provider(forDomain: host)?.everything == whole.provider(forDomain: host)?.everything, "\(name)")
    }
    for suffix in provider.domainSuffixes {
      #expect(try fresh.provider(forDomain: #require(HostName("some.\(suffix)"))) == provider)
    }
  }

  @Test("Every server has the same provider in an excerpt as in the whole, and what only looks like it has none", arguments: Shipped.ids)
  func servers(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    for host in Set(provider.groups(for: nil).flatMap { $0.imap + $0.smtp }.map(\.host)) {
      let expected = try #require(Shipped.catalog.providers.first { $0.has(host, for: nil) })
      // The excerpt keeps the order of the file, so its first provider with the host is that of the whole catalog.
      let data = try #require(Self.outline.withLock { $0?.excerpt(withServer: host, under: []) })
      #expect(data.firstRange(of: Data("\"id\": \"\(expected.id)\"".utf8)) != nil, "\(host)")
    }
    guard let host = provider.groups(for: nil).first?.imap.first?.host else { return }
    for name in ["x\(host)", "\(host).example", String(host.text.dropFirst())] {
      guard let alike = HostName(name), !Self.hosts.contains(alike) else { continue }
      #expect(Self.outline.withLock { $0?.excerpt(withServer: alike, under: []) } == nil, "\(name)")
    }
  }

  private static let hosts = Set(Shipped.catalog.providers.flatMap { $0.groups(for: nil) }.flatMap { $0.imap + $0.smtp }.map(\.host))

  @Test("A directory names the same provider of a server before and after it has read everything, and keeps the user's entries first")
  func directoryOfServers() throws {
    let mine = SampleEntry.load(SampleEntry.catalog([SampleEntry.entry("corp").replacing("imap.corp.example", with: "imap.gmail.com")]))
    #expect(mine.faults == [])
    for name in ["imap.exmail.qq.com", "smtp.office365.com", "imap.gmail.com", "imap.163.com", "mail.unknown.example", "127.0.0.1"] {
      let host = try #require(HostName(name))
      #expect(ProviderDirectory().provider(withServer: host)?.everything == Self.whole.provider(withServer: host)?.everything, "\(name)")
      let own = ProviderDirectory(own: [.init(mine, file: "mine.json")])
      #expect(own.provider(withServer: host)?.id == (name == "imap.gmail.com" ? "corp" : Self.whole.provider(withServer: host)?.id))
    }
  }
}
