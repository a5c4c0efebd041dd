// Every name, domain and host of the catalog in the forms that users type them in.

import Testing
import Vocabulary

@testable import Catalog

@Suite("the whole catalog as queries") struct WholeCatalogQueryTests {
  private static let index = ProviderIndex(Shipped.catalog)
  private static let known = Set(
    Shipped.providers.flatMap { [$0.id] + $0.aliases + [$0.name.english, $0.name.simplifiedChinese] }
      .map { NameForms.squeezed($0.searchForm) })
  private static let brands = Set(Shipped.catalog.brands.flatMap(\.words).map(\.searchForm))

  private func found(_ typed: String) -> [String] { Self.index.search(typed).map(\.id) }

  /// ASCII in the form of an input method in full-width mode.
  private static func fullWidth(_ text: String) -> String {
    let wide = text.unicodeScalars.map { $0.value > 0x20 && $0.value < 0x7f ? Unicode.Scalar($0.value + 0xfee0) ?? $0 : $0 }
    return String(String.UnicodeScalarView(wide))
  }

  @Test("ids, aliases and domains are found in full-width letters, in capitals, and with blanks around", arguments: Shipped.ids)
  func forms(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    for word in [id] + provider.aliases + provider.domains {
      for typed in [Self.fullWidth(word), word.uppercased(), "\u{3000}\(word)\u{a0}", "\u{200b}\(word)\u{feff}"] {
        #expect(Shipped.catalog.find(typed, in: Self.index) == .exactly(provider), "\(typed)")
      }
    }
  }

  @Test("domains are found as pages and with what is copied around an address at them", arguments: Shipped.ids)
  func addresses(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    for domain in provider.domains.prefix(2) {
      for typed in [
        "Li Wei <li.wei@\(domain)>", "mailto:li.wei@\(domain)?subject=x", "li.wei＠\(domain)", "“li.wei@\(domain)”,",
        "li.wei@\(domain.uppercased()). ",
        Self.fullWidth("li.wei@\(domain)"), "li.wei@\(domain.replacing(".", with: "。"))",
      ] { #expect(Shipped.catalog.find(typed, in: Self.index) == .exactly(provider), "\(typed)") }
      for typed in ["https://\(domain)/", "@\(domain)", "\(domain).", "HTTPS://\(domain.uppercased())/inbox?a=b#c"] {
        #expect(found(typed).first == id, "\(typed): \(found(typed).prefix(3))")
      }
    }
  }

  @Test("names are found with a word for mail behind them", arguments: Shipped.ids) func names(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    for word in [id] + provider.aliases where !Self.brands.contains(word.searchForm) {
      for typed in ["\(word)邮箱", "\(word) webmail"] {
        let form = NameForms.squeezed(typed.searchForm)
        // The longer name may be that of another entry.
        guard !Self.known.contains(form), !Self.brands.contains(form) else { continue }
        #expect(found(typed).first == id, "\(typed): \(found(typed).prefix(3))")
      }
    }
  }

  @Test("pages of the webmail and of the steps find an entry that names them", arguments: Shipped.ids) func pages(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    for page in ([provider.web] + provider.steps.map(\.url)).compactMap(\.self) {
      let host = try #require(page.host)
      let owners = Shipped.providers.filter { other in
        ([other.web] + other.steps.map(\.url) + other.help.map(Optional.some)).contains { $0?.host == host } || other.has(host, for: nil)
          || (other.domains + other.unconfirmedDomains).contains(where: host.isWithin)
      }
      let first = try #require(found(page.text).first, "\(page.text)")
      #expect(owners.map(\.id).contains(first), "\(page.text): \(first)")
    }
  }

  @Test("servers of customers, and MX hosts, find an entry that has their suffix", arguments: Shipped.ids) func suffixes(_ id: String)
    throws
  {
    let provider = try #require(Shipped.provider(id))
    for suffix in provider.hostSuffixes + provider.mx + provider.servers.flatMap(\.mx) {
      let host = try #require(HostName("customer7.\(suffix)"))
      let owners = Shipped.providers.filter { other in
        let own =
          other.hostSuffixes + other.mx + other.servers.flatMap(\.mx) + other.domains + other.unconfirmedDomains + other.domainSuffixes
        return own.contains(where: host.isWithin)
      }
      let first = try #require(found(host.text).first, "\(host)")
      #expect(owners.map(\.id).contains(first), "\(host): \(first)")
    }
  }

  @Test("one slip in a domain offers its entry", arguments: Shipped.ids) func slips(_ id: String) throws {
    let provider = try #require(Shipped.provider(id))
    for domain in provider.domainsMainFirst.prefix(1) {
      let name = domain.prefix { $0 != "." }
      guard name.utf8.count >= 6 else { continue }
      let (head, tail) = (name.prefix(2), name.dropFirst(4))
      let (third, fourth) = (name.dropFirst(2).first ?? "x", name.dropFirst(3).first ?? "x")
      let end = domain.dropFirst(name.count)
      // A swap, a letter too few, a letter too many.
      for typed in [
        "\(head)\(fourth)\(third)\(tail)\(end)", "\(head)\(fourth)\(tail)\(end)", "\(head)\(third)\(third)\(fourth)\(tail)\(end)",
      ]
      where typed != domain {
        let offered = found(typed) + Self.index.similar(to: typed).map(\.id)
        #expect(offered.contains(id), "\(typed): \(offered)")
        if case .exactly(let chosen) = Shipped.catalog.find(typed, in: Self.index), chosen.id != id {
          #expect((chosen.domains + chosen.unconfirmedDomains).contains(typed), "\(typed) chose \(chosen.id)")
        }
      }
    }
  }
}
