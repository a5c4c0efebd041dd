// The providers that are known to a run: those of the user's catalogs, then the bundled ones.

import CCatalog
import FoundationEssentials
import Synchronization
import Vocabulary

/// Looks up providers. Decodes only the entries that a look-up needs, and the whole bundled catalog only if a caller
/// asks for all providers. Safe to use from several threads.
package final class ProviderDirectory: Sendable {
  /// A catalog of the user, and the file it was read from.
  package struct Own: Sendable {
    package let catalog: Catalog
    package let file: String

    package init(_ catalog: Catalog, file: String) {
      self.catalog = catalog
      self.file = file
    }
  }

  /// The user's catalogs. The first one that has an id, a word or a domain decides.
  private let own: [Own]
  private let whole = Mutex<Catalog?>(nil)

  package init(own: [Own] = []) { self.own = own }

  /// All providers. The bundled file is decoded on first use, once.
  package var catalog: Catalog {
    whole.withLock { known in
      if let known { return known }
      let catalog = own.reversed().reduce(Catalog.load(Self.data)) { $0.overlaid(with: $1.catalog) }
      known = catalog
      return catalog
    }
  }

  /// Returns the user's file that contains `provider`. `nil` for a bundled entry.
  package func file(of provider: Provider) -> String? {
    own.first { $0.catalog.providers.contains(provider) }?.file
  }

  /// Returns the bundled entry that `provider`, an entry of a user's catalog, replaces: the one for `domain`, or for
  /// any domain of `provider` if `domain` is `nil`, or the one with the same id. `nil` if `provider` is bundled or
  /// replaces nothing.
  package func displaced(by provider: Provider, for domain: HostName?) -> Provider? {
    guard file(of: provider) != nil else { return nil }
    let words = domain.map { Self.suffixes(of: $0.text) } ?? provider.domains
    guard let bundled = Self.bundled(.words(words + [provider.id])) else { return nil }
    // An entry that only has the account's servers does not replace the one of its address.
    if let domain, let owner = bundled.provider(forDomain: domain), self.provider(forDomain: domain) == provider { return owner }
    let domains = domain == nil ? Set(provider.domains) : []
    return bundled.providers.first { $0.id == provider.id || !domains.isDisjoint(with: $0.domains) }
  }

  /// Returns the known domains that `domain` could be a slip of. See `Catalog.lookAlikes`.
  package func lookAlikes(of domain: HostName) -> [String] {
    if provider(forDomain: domain) != nil || Provider.demo(named: domain.text) != nil { return [] }
    return catalog.lookAlikes(of: domain)
  }

  /// Returns the addresses that `typed`, which is none, could be a slip of. See `Catalog.corrections`.
  package func corrections(of typed: String) -> [MailAddress] { catalog.corrections(of: typed) }

  /// The same directory without entries of the user's own.
  package var bundled: ProviderDirectory { own.isEmpty ? self : ProviderDirectory() }

  /// The provider whose addresses those of `domain` are. An entry of the user's own decides only about a domain that the bundled
  /// catalog does not know: servers of a stranger must not pass for those of a known provider.
  package func owner(of domain: HostName) -> Provider? {
    bundled.provider(forDomain: domain) ?? (own.isEmpty ? nil : provider(forDomain: domain))
  }

  /// Searches as `Catalog.find` does and returns the same result, from an excerpt if `typed` identifies an entry
  /// exactly. The demos are only found by their ids. They are not in `catalog`, so they are left out of lists and suggestions.
  package func find(_ typed: String) -> SearchResult {
    if let demo = Provider.demo(typed: typed) { return .exactly(demo) }
    let query = ProviderQuery(typed)
    if let exact = excerpt(Self.suffixes(of: query.addressDomain ?? query.text))?.exact(query) { return .exactly(exact) }
    return catalog.find(typed)
  }

  /// Returns the provider with this id. `nil` if there is none.
  package func provider(id: String) -> Provider? { excerpt([id])?.providers.first { $0.id == id } }

  /// Returns the provider of the addresses at `domain`. See `Catalog.provider(forDomain:)`.
  package func provider(forDomain domain: HostName) -> Provider? {
    excerpt(Self.suffixes(of: domain.text))?.provider(forDomain: domain)
  }

  /// Returns the first provider with the server `host`. See `providers(withServer:)`.
  package func provider(withServer host: HostName) -> Provider? { providers(withServer: host).first }

  /// Returns the providers with the server `host`, in the order of the catalog. Fixed hosts count, and those that a provider gives
  /// to a customer, but not those that contain the domain of the address.
  package func providers(withServer host: HostName) -> [Provider] {
    // A program on this computer can be any provider's.
    host.kind == .name ? entries(withServer: host) : []
  }

  /// Returns the entries with the server `host`, which may be a program on this computer.
  func entries(withServer host: HostName) -> [Provider] {
    excerpt(.server(host))?.providers.filter { $0.has(host, for: nil) } ?? []
  }

  /// Returns the user's entries, and the bundled entries that contain one of `words` as a whole string. Ids, aliases
  /// and domains are in lower case in the bundled file, so the excerpt has every entry that `words` can identify
  /// exactly.
  private func excerpt(_ words: [String]) -> Catalog? { excerpt(.words(words)) }

  /// Returns the user's entries, and the bundled entries that `query` selects. Returns the whole catalog if it is already
  /// decoded.
  private func excerpt(_ query: Query) -> Catalog? {
    if let known = whole.withLock({ $0 }) { return known }
    let bundled = Self.bundled(query)
    return own.isEmpty ? bundled : own.reversed().reduce(bundled ?? .empty) { $0.overlaid(with: $1.catalog) }
  }

  /// What selects the entries of an excerpt.
  private enum Query {
    case words([String])
    case server(HostName)
  }

  /// Returns the bundled entries that `query` selects. `nil` if there is none. Returns all bundled entries if the file has no
  /// readable outline.
  private static func bundled(_ query: Query) -> Catalog? {
    outline.withLock { outline in
      guard let outline else { return Catalog.load(data) }
      return switch query {
      case .words(let words): outline.excerpt(holding: words).map { Catalog.load($0) }
      case .server(let host): outline.excerpt(withServer: host, under: suffixes(of: host.text)).map { Catalog.load($0) }
      }
    }
  }

  /// The number of bundled providers.
  package static var bundledCount: Int { outline.withLock { $0?.count } ?? Catalog.load(data).providers.count }

  /// The outline of the bundled file, read once. The octets exist as long as the process.
  private static let outline = Mutex(
    catalog_start().flatMap { CatalogOutline(UnsafeRawBufferPointer(start: $0, count: catalog_length())) })

  /// Returns `a.b.c` and the domains above it, down to two labels.
  private static func suffixes(of text: String) -> [String] {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 2 else { return [text] }
    return (0...(labels.count - 2)).map { labels[$0...].joined(separator: ".") }
  }

  private static var data: Data {
    guard let start = catalog_start() else { preconditionFailure("the catalog is linked in") }
    return Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: catalog_length(), deallocator: .none)
  }
}

extension Catalog {
  /// A catalog without entries.
  package static let empty = Catalog(providers: [], brands: [], fronts: [], common: [], checked: "", faults: [])

  /// Returns this catalog with the entries of `other` before its own. An entry of `other` replaces the entry with the
  /// same id, even if it is left out because of a fault. The words and domains of `other` have precedence.
  package func overlaid(with other: Catalog) -> Catalog {
    let replaced = Set(other.providers.map(\.id) + other.faults.filter { !$0.isHarmless }.compactMap(\.entry))
    return Catalog(
      providers: other.providers + providers.filter { !replaced.contains($0.id) }, brands: other.brands + brands,
      fronts: other.fronts + fronts, common: other.common + common, checked: checked, faults: faults)
  }
}
