// The search for a provider: by id, alias, name in any language, domain, or address.

import Vocabulary

/// The result of a search for a provider.
package enum SearchResult: Sendable, Equatable {
  case exactly(Provider)
  /// The text is a name of several systems. The list contains the choices of the brand that are in the catalog.
  case brand(Brand, [Provider])
  /// Several providers match, best first.
  case several([Provider])
  /// No provider matches. `suggestions` are ids, aliases, domains or addresses with a similar spelling.
  case none(suggestions: [String])
}

extension Catalog {
  /// Returns the provider of the addresses at `domain`. A provider with the domain itself has precedence over a
  /// provider with a suffix of it. Suffixes match at label boundaries. `nil` if there is no such provider.
  package func provider(forDomain domain: HostName) -> Provider? {
    providers.first { $0.domains.contains(domain.text) || $0.unconfirmedDomains.contains(domain.text) }
      ?? providers.first { $0.domainSuffixes.contains(where: domain.isWithin) }
  }

  /// Returns the provider with this id. `nil` if there is none.
  package func provider(id: String) -> Provider? { providers.first { $0.id == id } }

  /// Searches for `typed`, which may be an id, an alias, a name, a brand, a domain or an address. Ignores case and
  /// blanks at either end.
  package func find(_ typed: String) -> SearchResult {
    let words = Self.words(typed)
    let wanted = words.joined(separator: " ")
    if let exact = exact(wanted) { return .exactly(exact) }
    if let brand = brands.first(where: { $0.words.contains(wanted) }) {
      return .brand(brand, brand.choices.compactMap { choice in providers.first { $0.id == choice.id } })
    }
    let fitting = search(typed)
    if fitting.count == 1 { return .exactly(fitting[0]) }
    return fitting.isEmpty ? .none(suggestions: suggestions(for: wanted)) : .several(fitting)
  }

  /// Returns the provider that `wanted` identifies exactly. `wanted` is in lower case and its blanks are folded.
  func exact(_ wanted: String) -> Provider? {
    if wanted.contains("@") {
      guard let address = try? MailAddress(wanted) else { return nil }
      return provider(forDomain: address.domain)
    }
    if let named = providers.first(where: { $0.id == wanted || $0.aliases.contains { $0.lowercased() == wanted } }) { return named }
    if let named = providers.first(where: { provider in Language.allCases.contains { provider.name[$0].lowercased() == wanted } }) {
      return named
    }
    return HostName(wanted).flatMap { $0.labels.count > 1 ? provider(forDomain: $0) : nil }
  }

  /// Returns all providers that match every word of `typed`, best first. See `ProviderIndex.search`.
  package func search(_ typed: String) -> [Provider] { ProviderIndex(self).search(typed) }

  static func words(_ text: String) -> [String] {
    text.lowercased().split { $0.isWhitespace }.map(String.init)
  }

  /// Returns ids, aliases, words of brands and domains that differ from `typed` by a few typing errors. For an address,
  /// returns addresses with a similar domain. See `Spelling.nearest`.
  package func suggestions(for typed: String) -> [String] {
    let candidates = brands.flatMap(\.words) + providers.flatMap { [$0.id] + $0.aliases + $0.domains }
    if let at = typed.lastIndex(of: "@") {
      let local = typed[..<at]
      return Spelling.nearest(to: String(typed[typed.index(after: at)...]), among: providers.flatMap(\.domains)).map { "\(local)@\($0)" }
    }
    return Spelling.nearest(to: typed, among: candidates)
  }
}
