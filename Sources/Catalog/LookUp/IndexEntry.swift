// One provider in the search index.

import Vocabulary

struct IndexEntry: Sendable {
  let provider: Provider
  private let hosts: ProviderHosts
  /// The id and the aliases. Lower case, as all texts here.
  let ids: Set<String>
  let names: Set<String>
  private let domains: Set<String>
  private let forms: [NameForms]
  /// Names of personal services that this business service has a brand with.
  private let siblings: Set<String>
  private let squeezed: [String]
  private let pinyin: Set<String>
  /// Everything that a user may begin to type: ids, aliases, names, words of brands, and the Pinyin of them.
  private let texts: [SearchText]
  /// The single words in these, and the domains.
  private let parts: [String]
  private let domainTexts: [SearchText]
  private let brandWords: [String]

  init(_ provider: Provider, in brands: [Brand], _ catalog: Catalog) {
    self.provider = provider
    hosts = ProviderHosts(provider, among: catalog.providers)
    ids = Set(([provider.id] + provider.aliases).map(\.searchForm))
    names = Set(Language.allCases.map { provider.name[$0].searchForm })
    domains = Set(provider.domains + provider.unconfirmedDomains)
    domainTexts = domains.map(SearchText.init)
    let own = brands.filter { $0.choices.contains { $0.id == provider.id } }
    brandWords = own.flatMap(\.words).map(\.searchForm)
    forms = Array(Set((Array(ids) + names.flatMap(NameForms.parts)).map(NameForms.init)))
    siblings = provider.category == .business ? Self.siblings(own, catalog) : []
    let known = ids.union(brandWords).union(names)
    squeezed = Array(Set(known.map { NameForms.squeezed($0) }))
    pinyin = Set(known.flatMap(Pinyin.spellings))
    texts = known.union(pinyin).map(SearchText.init)
    parts = Array(Set(known.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }).union(domains))
  }

  /// The names of the services that share a brand with a business service, and of the brands themselves.
  private static func siblings(_ brands: [Brand], _ catalog: Catalog) -> Set<String> {
    var names = brands.flatMap(\.words)
    for choice in brands.flatMap(\.choices) {
      guard let other = catalog.provider(id: choice.id), other.category == .personal else { continue }
      names += [other.id] + other.aliases + Language.allCases.flatMap { NameForms.parts(of: other.name[$0]) }
    }
    return Set(names.map { NameForms($0.searchForm).base })
  }

  /// Returns the best score of `query`. `nil` if nothing fits. `forms` are those of the query's text.
  func score(of query: ProviderQuery, _ wanted: NameForms) -> SearchScore? {
    if let domain = query.addressDomain { return score(ofDomain: domain) }
    let text = query.text
    if ids.contains(text) { return .exact(0) }
    if names.contains(text) { return .exact(1) }
    if domains.contains(text) { return .exact(2) }
    if let rank = sameName(wanted) { return .sameName(rank) }
    if let host = query.host, let fit = hosts.fit(host) { return .host(fit) }
    if pinyin.contains(wanted.squeezed) { return .pinyin }
    if texts.contains(where: { $0.hasPrefix(text) }) { return .beginsName }
    if squeezed.contains(where: { $0.hasPrefix(wanted.squeezed) }), !wanted.squeezed.isEmpty { return .beginsName }
    if parts.contains(where: { $0.hasPrefix(text) }) { return .beginsWord }
    // A host that only contains the name of another is nobody's.
    return query.host == nil ? score(ofWords: query.words) : nil
  }

  private func score(ofDomain domain: String) -> SearchScore? {
    if domains.contains(domain) { return .exact(0) }
    if let host = HostName(domain), provider.domainSuffixes.contains(where: host.isWithin) { return .exact(2) }
    return domains.contains { $0.hasPrefix(domain) } ? .domainOfAddress : nil
  }

  private func sameName(_ wanted: NameForms) -> Int? {
    guard !wanted.base.isEmpty else { return nil }
    if forms.contains(where: { $0.squeezed == wanted.squeezed }) { return 0 }
    let isBusiness = provider.category == .business
    let fitting = forms.filter { $0.base == wanted.base }
    if fitting.contains(where: { $0.isBusiness == wanted.isBusiness }) || (wanted.isBusiness && isBusiness && !fitting.isEmpty) { return 1 }
    if wanted.isBusiness, siblings.contains(wanted.base) { return 2 }
    return fitting.isEmpty ? nil : 3
  }

  /// Several words in any order. A single letter is part of a word that was taken apart, and means nothing alone.
  private func score(ofWords typed: [String]) -> SearchScore? {
    guard !typed.contains(where: { $0.utf8.count == 1 }) || typed.count == 1 else { return nil }
    if typed.count > 1, typed.allSatisfy({ word in parts.contains { $0.hasPrefix(word) } || pinyin.contains { $0.hasPrefix(word) } }) {
      return .beginsWords
    }
    return typed.allSatisfy(isInside) ? .inside : nil
  }

  /// Whether `word` is long enough to be looked for inside of names and domains, and is there.
  private func isInside(_ word: String) -> Bool {
    let isLong = word.unicodeScalars.count >= 3 || word.unicodeScalars.contains { $0.properties.isIdeographic }
    let octets = OctetSet(word)
    if isLong, texts.contains(where: { $0.contains(word, octets) }) { return true }
    return word.utf8.count >= 4 && domainTexts.contains { $0.contains(word, octets) }
  }

  /// Returns how far `query` is from the nearest word or domain. `nil` if the slips are too many.
  func distance(of query: ProviderQuery) -> SlipDistance? {
    if let domain = query.addressDomain { return Self.nearest(domain, domains).map { SlipDistance(slips: $0, isBrand: false) } }
    var typed = [query.text]
    if let host = query.host {
      // `mail.gogle.com` is a slip in `google`.
      typed = [host.text, host.labels.suffix(2).joined(separator: ".")] + host.labels.suffix(2).prefix(1).map(String.init)
    }
    let own = typed.compactMap { Self.nearest($0, ids.union(domains)) }.min().map { SlipDistance(slips: $0, isBrand: false) }
    let shared = typed.compactMap { Self.nearest($0, brandWords) }.min().map { SlipDistance(slips: $0, isBrand: true) }
    return [own, shared].compactMap { $0 }.min()
  }

  private static func nearest(_ typed: String, _ words: some Sequence<String>) -> Int? {
    words.compactMap { Spelling.slips(from: typed, to: $0) }.min()
  }
}

/// The distance of a text from a provider. Words of the provider alone come before those that it shares.
struct SlipDistance: Comparable, Sendable {
  let slips: Int
  let isBrand: Bool

  static func < (left: SlipDistance, right: SlipDistance) -> Bool {
    (left.slips, left.isBrand ? 1 : 0) < (right.slips, right.isBrand ? 1 : 0)
  }
}
