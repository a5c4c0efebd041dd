// The providers a run knows. Looks up one without decoding all, and decodes all only for who asks for all.

import CCatalog
import FoundationEssentials
import Synchronization
import Vocabulary

package final class Directory: Sendable {
  /// The bundled catalog.
  package static let bundled = Directory()

  private let whole = Mutex<Catalog?>(nil)

  private init() {}

  /// Every provider; decoded once.
  package var catalog: Catalog {
    whole.withLock { known in
      if let known { return known }
      let catalog = Catalog.load(Self.data)
      known = catalog
      return catalog
    }
  }

  /// As `Catalog.find`, the same answers.
  package func find(_ typed: String) -> Finding {
    let wanted = typed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let words = wanted.lastIndex(of: "@").map { Self.suffixes(of: String(wanted[wanted.index(after: $0)...])) } ?? Self.suffixes(of: wanted)
    if let exact = excerpt(words)?.exact(wanted) { return .exactly(exact) }
    return catalog.find(typed)
  }

  /// As `Catalog.provider(forDomain:)`.
  package func provider(forDomain domain: HostName) -> Provider? {
    excerpt(Self.suffixes(of: domain.text))?.provider(forDomain: domain)
  }

  /// The entries in which one of `words` stands as a whole string. Ids, aliases and domains are lower case in the file, so
  /// every entry that can be meant exactly is among them.
  private func excerpt(_ words: [String]) -> Catalog? {
    if let known = whole.withLock({ $0 }) { return known }
    guard let start = catalog_start(), let outline = CatalogOutline(UnsafeRawBufferPointer(start: start, count: catalog_length())) else {
      return catalog
    }
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
