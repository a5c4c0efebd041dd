// Finding a provider: by id, alias, name in any language, domain, or an address at one.

import Vocabulary

package enum SearchResult: Sendable, Equatable {
  case exactly(Provider)
  /// A name that stands for several systems, and those of its choices that exist.
  case brand(Brand, [Provider])
  /// Several fit, best first.
  case several([Provider])
  /// None fits; ids or domains that are spelt almost like it.
  case none(suggestions: [String])
}

extension Catalog {
  /// The provider of addresses at `domain`: by the domain itself, else by a suffix at a label boundary.
  package func provider(forDomain domain: HostName) -> Provider? {
    providers.first { $0.domains.contains(domain.text) || $0.unconfirmedDomains.contains(domain.text) }
      ?? providers.first { $0.domainSuffixes.contains(where: domain.isWithin) }
  }

  package func provider(id: String) -> Provider? { providers.first { $0.id == id } }

  /// What `typed` means: an id, an alias, a name, a domain or an address. Upper and lower case are the same, blanks
  /// around do not count.
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

  /// The one provider that `wanted` (lower case, blanks folded) names exactly.
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

  /// All providers that every word of `typed` fits, best first, as `ProviderIndex` has it.
  package func search(_ typed: String) -> [Provider] { ProviderIndex(self).search(typed) }

  static func words(_ text: String) -> [String] {
    text.lowercased().split { $0.isWhitespace }.map(String.init)
  }

  /// Ids, aliases and domains that are a slip of the keys away.
  package func suggestions(for typed: String) -> [String] {
    let candidates = brands.flatMap(\.words) + providers.flatMap { [$0.id] + $0.aliases + $0.domains }
    if let at = typed.lastIndex(of: "@") {
      let local = typed[..<at]
      return Spelling.nearest(to: String(typed[typed.index(after: at)...]), among: providers.flatMap(\.domains)).map { "\(local)@\($0)" }
    }
    return Spelling.nearest(to: typed, among: candidates)
  }
}
