// The provider of an account from its servers.

import Catalog
import TestSupport
import Testing
import Vocabulary

@Suite("Known servers") struct KnownServersTests {
  /// With the whole catalog decoded: what is tested here is the look-up, not the excerpt that a single call decodes.
  private static let directory: ProviderDirectory = {
    let directory = ProviderDirectory()
    _ = directory.catalog
    return directory
  }()

  private func owners(_ imap: String, _ smtp: String, _ address: String = "me@own.example") throws -> ServerOwners {
    try Self.directory.owners(imap: #require(HostName(imap)), smtp: #require(HostName(smtp)), for: MailAddress(address))
  }

  @Test("Both servers of every provider are its own, whatever the address is") func all() throws {
    let pairs = Shipped.providers.flatMap { provider in
      provider.groups(for: nil).map { (provider, $0, $0.imap[0].host, $0.smtp[0].host) }
    }
    #expect(pairs.count > 200)
    for (provider, entry, imap, smtp) in pairs where imap.kind == .name {
      guard case .provider(let owner) = Self.directory.owners(imap: imap, smtp: smtp, for: try MailAddress("me@own.example")) else {
        Issue.record("\(imap) and \(smtp) are nobody's")
        continue
      }
      #expect(owner.has(imap, for: nil) && owner.has(smtp, for: nil))
      // An address of the provider finds it even if others share the servers.
      guard let domain = entry.group.domains.first ?? provider.domains.first else { continue }
      #expect(Self.directory.owners(imap: imap, smtp: smtp, for: try MailAddress("me@\(domain)")) == .provider(provider), "\(domain)")
    }
  }

  @Test("Of several providers with the same servers the domain decides, then the one that hosts domains") func shared() throws {
    for (imap, smtp, address, id) in [
      ("imap.gmail.com", "smtp.gmail.com", "me@own.example", "google-workspace"),
      ("imap.gmail.com", "smtp.gmail.com", "me@gmail.com", "gmail"),
      ("outlook.office365.com", "smtp.office365.com", "me@own.example", "microsoft365"),
      ("outlook.office365.com", "smtp.office365.com", "me@hotmail.com", "outlook"),
      ("imap.yandex.com", "smtp.yandex.com", "me@own.example", "yandex360"), ("imap.yandex.ru", "smtp.yandex.ru", "me@ya.ru", "yandex"),
      ("imap.163.com", "smtp.163.com", "me@126.com", "126"), ("imap.163.com", "smtp.163.com", "me@own.example", "163"),
      ("imap.exmail.qq.com", "smtp.exmail.qq.com", "12345@qq.com", "exmail"),
    ] {
      guard case .provider(let owner) = try owners(imap, smtp, address) else {
        Issue.record("\(imap) for \(address)")
        continue
      }
      #expect(owner.id == id, "\(address)")
    }
  }

  @Test("The servers of two providers are no provider's, and each half is named") func halves() throws {
    for (imap, smtp, first, second) in [
      ("imap.qq.com", "smtp.163.com", "qq", "163"), ("imap.gmail.com", "smtp.unknown.example", "google-workspace", nil),
      ("mail.unknown.example", "smtp.zoho.com", nil, "zoho-workplace"), ("mail.unknown.example", "mail.unknown.example", nil, nil),
    ] as [(String, String, String?, String?)] {
      guard case .halves(let reading, let sending) = try owners(imap, smtp) else {
        Issue.record("\(imap) and \(smtp)")
        continue
      }
      #expect(reading?.id == first && sending?.id == second, "\(imap) and \(smtp)")
    }
  }

  @Test("A server that a hoster has given to a customer is the hoster's") func suffixes() throws {
    for (host, id) in [
      ("panel7.mxrouting.net", "mxroute"), ("w0123456.kasserver.com", "all-inkl"), ("www123.your-server.de", "hetzner"),
      ("imap.mail.eu-central-1.awsapps.com", "workmail"),
    ] {
      guard case .provider(let owner) = try owners(host, host) else {
        Issue.record("\(host)")
        continue
      }
      #expect(owner.id == id)
    }
    for host in ["mxrouting.net.example", "notmxrouting.net", "127.0.0.1", "localhost"] {
      #expect(try owners(host, host) == .halves(imap: nil, smtp: nil), "\(host)")
    }
  }

  @Test("The other server comes from the group of the one that is known") func counterpart() throws {
    let address = try MailAddress("me@own.example")
    for (mailProtocol, typed, port, other) in [
      (MailProtocol.imap, "imap.exmail.qq.com", 993, "smtp.exmail.qq.com:465"),
      (.smtp, "smtp.exmail.qq.com", 465, "imap.exmail.qq.com:993"),
      (.imap, "imap.sg.aliyun.com", 993, "smtp.sg.aliyun.com:465"), (.smtp, "smtp.zoho.eu", 465, "imap.zoho.eu:993"),
      // A known host at an unknown port is still the provider's.
      (.imap, "imap.gmail.com", 1_993, "smtp.gmail.com:465"), (.imap, "panel7.mxrouting.net", 993, "panel7.mxrouting.net:465"),
      (.imap, "mail.unknown.example", 993, nil),
    ] as [(MailProtocol, String, UInt16, String?)] {
      let endpoint = Endpoint(host: try #require(HostName(typed)), port: port, security: .tls)
      #expect(Self.directory.counterpart(of: endpoint, for: mailProtocol, of: address)?.description == other, "\(typed)")
    }
  }
}
