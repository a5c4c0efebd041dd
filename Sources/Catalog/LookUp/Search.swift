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

  /// Searches for `typed`, which may be an id, an alias, a name, a brand, a domain, an address, a host name or a web address.
  /// Ignores case, blanks, the width of letters, and a word for mail behind a name. The result is a single provider only if
  /// the whole text means it, or if nothing else matches. `index` is that of this catalog, if the caller has it.
  package func find(_ typed: String, in index: ProviderIndex? = nil) -> SearchResult {
    let query = ProviderQuery(typed)
    if let exact = exact(query) { return .exactly(exact) }
    if let brand = brand(query) {
      return .brand(brand, brand.choices.compactMap { choice in providers.first { $0.id == choice.id } })
    }
    let index = index ?? ProviderIndex(self)
    if query.text.isEmpty { return .several(providers) }
    let found = index.ranked(query)
    let meant = ProviderIndex.meant(found)
    if meant.count == 1 { return .exactly(meant[0]) }
    guard !found.isEmpty else { return .none(suggestions: suggestions(for: typed)) }
    let fitting = found.map(\.provider) + index.similar(to: query, beside: found)
    return fitting.count == 1 ? .exactly(fitting[0]) : .several(fitting)
  }

  /// Returns whether `typed` is an address or the beginning of one, as against a name, a host or a web address.
  package static func isAddress(_ typed: String) -> Bool { ProviderQuery(typed).addressDomain != nil }

  /// Returns the provider with exactly this id, alias, name or domain, or that of the address.
  func exact(_ query: ProviderQuery) -> Provider? {
    if let domain = query.addressDomain { return HostName(domain).flatMap { $0.labels.count > 1 ? provider(forDomain: $0) : nil } }
    let wanted = query.text
    if let named = providers.first(where: { $0.id == wanted || $0.aliases.contains { $0.searchForm == wanted } }) { return named }
    if let named = providers.first(where: { provider in Language.allCases.contains { provider.name[$0].searchForm == wanted } }) {
      return named
    }
    return query.host.flatMap { $0.text == wanted ? provider(forDomain: $0) : nil }
  }

  /// Returns the brand with this word. Blanks, and a word for mail of a person behind it, make no difference.
  private func brand(_ query: ProviderQuery) -> Brand? {
    if let brand = brands.first(where: { $0.words.contains { $0.searchForm == query.text } }) { return brand }
    let wanted = NameForms(query.text)
    guard !wanted.base.isEmpty, !wanted.isBusiness,
      let brand = brands.first(where: { $0.words.contains { NameForms($0.searchForm).base == wanted.base } })
    else { return nil }
    return providers.contains { $0.hasName(wanted) } ? nil : brand
  }

  /// Returns all providers that `typed` finds, best first. See `ProviderIndex.search`.
  package func search(_ typed: String) -> [Provider] { ProviderIndex(self).search(typed) }

  /// Returns ids, aliases, words of brands and domains that differ from `typed` by a few typing errors. For an address,
  /// returns addresses with a similar domain. See `Spelling.nearest`.
  package func suggestions(for typed: String) -> [String] {
    let candidates = brands.flatMap(\.words) + providers.flatMap { [$0.id] + $0.aliases + $0.domains }
    let text = ProviderQuery(typed).text
    if let at = text.lastIndex(of: "@") {
      // The case of a local part can matter.
      let local = (try? TypedAddress(typed))?.address.localPart ?? String(text[..<at])
      return Spelling.nearest(to: String(text[text.index(after: at)...]), among: providers.flatMap(\.domains)).map { "\(local)@\($0)" }
    }
    return Spelling.nearest(to: text, among: candidates)
  }
}

extension Provider {
  /// Whether one of the names has these forms.
  fileprivate func hasName(_ wanted: NameForms) -> Bool {
    ([id] + aliases + Language.allCases.flatMap { NameForms.parts(of: name[$0]) })
      .contains { NameForms($0.searchForm).base == wanted.base }
  }
}
