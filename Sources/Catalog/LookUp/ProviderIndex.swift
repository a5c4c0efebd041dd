// The search index of the catalog, built once so that a filter answers without delay on every key.

import Vocabulary

/// The words, domains and hosts that identify the providers of one catalog.
package struct ProviderIndex: Sendable {
  private let entries: [IndexEntry]
  /// Words of brands, and the positions of their choices in `entries`.
  private let brands: [String: [Int]]
  /// The length of the longest address in octets (RFC 5321, section 4.5.3.1). No word or domain of a provider is
  /// longer.
  static let longestWord = 320

  package init(_ catalog: Catalog) {
    entries = catalog.providers.map { IndexEntry($0, in: catalog.brands, catalog) }
    let positions = Dictionary(catalog.providers.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var brands: [String: [Int]] = [:]
    for brand in catalog.brands {
      let choices = brand.choices.compactMap { positions[$0.id] }
      for word in brand.words { brands[word.searchForm] = choices }
    }
    self.brands = brands
  }

  /// Returns the providers that `typed` finds, best first. Returns all providers if `typed` is blank, and none if it is
  /// longer than 320 octets, except for a web address, of which only the host counts.
  package func search(_ typed: String) -> [Provider] {
    let query = ProviderQuery(typed)
    guard !query.text.isEmpty else { return entries.map(\.provider) }
    return ranked(query).map(\.provider)
  }

  /// Whether `typed` is the name of several systems, so that a question has to distinguish them.
  package func isBrand(_ typed: String) -> Bool {
    brands[ProviderQuery(typed).text] != nil
  }

  /// A provider that a query finds.
  typealias Hit = (provider: Provider, score: SearchScore)

  /// The providers with the best score of all, if that score means the whole text and not only a part of it.
  static func meant(_ found: [Hit]) -> [Provider] {
    guard let best = found.first?.score, best.isWhole else { return [] }
    return found.prefix { $0.score == best }.map(\.provider)
  }

  /// Returns what `query` finds, best first.
  func ranked(_ query: ProviderQuery) -> [Hit] {
    guard query.host != nil || query.text.utf8.count <= Self.longestWord else { return [] }
    let choices = brands[query.text] ?? []
    let forms = NameForms(query.text)
    let found = entries.enumerated().compactMap { position, entry -> (position: Int, score: SearchScore)? in
      var scores = [entry.score(of: query, forms)].compactMap { $0 }
      if let choice = choices.firstIndex(of: position) { scores.append(.brand(choice)) }
      return scores.min().map { (position, $0) }
    }
    // The order of the catalog decides between equal scores.
    return found.sorted { ($0.score, $0.position) < ($1.score, $1.position) }.map { (entries[$0.position].provider, $0.score) }
  }

  /// Returns the providers whose words or domains differ from `typed` by a typing slip, nearest first, without those that `typed`
  /// finds by itself. Empty if it finds more than a part of a word.
  package func similar(to typed: String) -> [Provider] {
    let query = ProviderQuery(typed)
    return similar(to: query, beside: ranked(query))
  }

  /// The same for `query`, which finds `known` by itself.
  func similar(to query: ProviderQuery, beside known: [Hit]) -> [Provider] {
    guard !query.text.isEmpty, known.allSatisfy({ $0.score == .inside }) else { return [] }
    let found = entries.enumerated().compactMap { position, entry -> (SlipDistance, Int)? in
      known.contains { $0.provider == entry.provider } ? nil : entry.distance(of: query).map { ($0, position) }
    }
    return found.sorted { $0 < $1 }.prefix(5).map { entries[$0.1].provider }
  }
}
