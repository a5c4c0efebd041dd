// The providers a run knows: the bundled ones, and the user's own before them. Looks up one without decoding all, and
// decodes all only for who asks for all.

import CCatalog
import FoundationEssentials
import Synchronization
import Vocabulary

package final class ProviderDirectory: Sendable {
  /// A catalog of the user's own, and where it came from.
  package struct Own: Sendable {
    package let catalog: Catalog
    package let file: String

    package init(_ catalog: Catalog, file: String) {
      self.catalog = catalog
      self.file = file
    }
  }

  /// The user's own catalogs; the first one that knows an id, a word or a domain decides.
  private let own: [Own]
  private let whole = Mutex<Catalog?>(nil)

  package init(own: [Own] = []) { self.own = own }

  /// Every provider; the bundled file is decoded once.
  package var catalog: Catalog {
    whole.withLock { known in
      if let known { return known }
      let catalog = own.reversed().reduce(Catalog.load(Self.data)) { $0.overlaid(with: $1.catalog) }
      known = catalog
      return catalog
    }
  }

  /// The file of the user's own that an entry comes from; nil for a bundled one.
  package func file(of provider: Provider) -> String? {
    own.first { $0.catalog.providers.contains(provider) }?.file
  }

  /// The entry of the bundled catalog in whose place an entry of the user's own stands: for the domain of `address`, or
  /// where none is given for one of its domains; or as the one of the same id. nil where it takes nothing over.
  package func displaced(by provider: Provider, for domain: HostName?) -> Provider? {
    guard file(of: provider) != nil else { return nil }
    let words = domain.map { Self.suffixes(of: $0.text) } ?? provider.domains
    guard let bundled = Self.bundled(words + [provider.id]) else { return nil }
    if let owner = domain.flatMap(bundled.provider(forDomain:)) { return owner }
    let domains = domain == nil ? Set(provider.domains) : []
    return bundled.providers.first { $0.id == provider.id || !domains.isDisjoint(with: $0.domains) }
  }

  /// As `Catalog.find`, the same answers.
  package func find(_ typed: String) -> SearchResult {
    let wanted = Catalog.words(typed).joined(separator: " ")
    let tail = wanted.lastIndex(of: "@").map { String(wanted[wanted.index(after: $0)...]) } ?? wanted
    if let exact = excerpt(Self.suffixes(of: tail))?.exact(wanted) { return .exactly(exact) }
    return catalog.find(typed)
  }

  /// The provider with this id.
  package func provider(id: String) -> Provider? { excerpt([id])?.providers.first { $0.id == id } }

  /// As `Catalog.provider(forDomain:)`.
  package func provider(forDomain domain: HostName) -> Provider? {
    excerpt(Self.suffixes(of: domain.text))?.provider(forDomain: domain)
  }

  /// The first provider whose server `host` is, whatever address is asked for. Hosts that are made of the address are nobody's.
  package func provider(withServer host: HostName) -> Provider? { catalog.providers.first { $0.has(host, for: nil) } }

  /// The entries in which one of `words` stands as a whole string, under those of the user's own. Ids, aliases and
  /// domains are lower case in the file, so every entry that can be meant exactly is among them.
  private func excerpt(_ words: [String]) -> Catalog? {
    if let known = whole.withLock({ $0 }) { return known }
    let bundled = Self.bundled(words)
    return own.isEmpty ? bundled : own.reversed().reduce(bundled ?? .empty) { $0.overlaid(with: $1.catalog) }
  }

  /// The bundled entries in which one of `words` stands as a whole string; nil where none does.
  private static func bundled(_ words: [String]) -> Catalog? {
    guard let start = catalog_start(), let outline = CatalogOutline(UnsafeRawBufferPointer(start: start, count: catalog_length()))
    else { return Catalog.load(data) }
    return outline.excerpt(holding: words).map(Catalog.load)
  }

  /// `a.b.c` itself and what is left of it when labels are taken off in front, down to two.
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
  package static let empty = Catalog(providers: [], brands: [], fronts: [], checked: "", faults: [])

  /// This catalog with the entries of another in front; they take the place of those with the same id, and their words
  /// and domains go before others'.
  package func overlaid(with other: Catalog) -> Catalog {
    let replaced = Set(other.providers.map(\.id))
    return Catalog(
      providers: other.providers + providers.filter { !replaced.contains($0.id) }, brands: other.brands + brands,
      fronts: other.fronts + fronts, checked: checked, faults: faults)
  }
}
