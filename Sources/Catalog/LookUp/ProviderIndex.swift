// The search index of the catalog, built once so that a filter answers without delay on every key.

import Vocabulary

/// The words and domains that identify the providers of one catalog.
package struct ProviderIndex: Sendable {
  fileprivate struct Entry: Sendable {
    let provider: Provider
    /// Ids, aliases, names, words of brands, and the Pinyin of Chinese ones. Lower case.
    let words: [[UInt8]]
    let domains: [[UInt8]]
  }

  private let entries: [Entry]
  /// The length of the longest address in octets (RFC 5321, section 4.5.3.1). No word or domain of a provider is
  /// longer.
  private static let longestWord = 320

  package init(_ catalog: Catalog) {
    var brandWords: [String: [String]] = [:]
    for brand in catalog.brands { for choice in brand.choices { brandWords[choice.id, default: []] += brand.words } }
    entries = catalog.providers.map { provider in
      let names = Language.allCases.map { provider.name[$0] }
      let known = [provider.id] + (brandWords[provider.id] ?? []) + provider.aliases + names
      return Entry(
        provider: provider, words: (known + known.flatMap(Pinyin.spellings)).map { Array($0.lowercased().utf8) },
        domains: (provider.domains + provider.unconfirmedDomains).map { Array($0.utf8) })
    }
  }

  /// Returns all providers that match every word of `typed`, best first. Matches at the beginning of a word of the
  /// provider come first, then matches inside a word, then matches in a domain. The worst match of a provider decides.
  /// Only the domain of an address is compared. Returns all providers if `typed` is blank, and none if it is longer
  /// than 320 octets.
  package func search(_ typed: String) -> [Provider] {
    guard typed.utf8.count <= Self.longestWord else { return [] }
    let words = Catalog.words(typed).map { Array($0.utf8) }
    guard !words.isEmpty else { return entries.map(\.provider) }
    var ranked: [[Provider]] = [[], [], []]
    for entry in entries {
      var worst = 0
      let fits = words.allSatisfy { word in
        guard let rank = entry.rank(of: word) else { return false }
        worst = max(worst, rank)
        return true
      }
      if fits { ranked[worst].append(entry.provider) }
    }
    return ranked.flatMap { $0 }
  }
}

extension ProviderIndex.Entry {
  /// Returns the rank of the best match. 0: begins a word. 1: is inside a word. 2: is inside a domain. For an address:
  /// 0 if its domain equals a domain of the provider, 1 if it begins one. `nil` if nothing matches.
  fileprivate func rank(of word: [UInt8]) -> Int? {
    if let at = word.lastIndex(of: UInt8(ascii: "@")) {
      let domain = Array(word[(at + 1)...])
      if domains.contains(domain) { return 0 }
      return domains.contains { $0.starts(with: domain) } ? 1 : nil
    }
    if words.contains(where: { $0.starts(with: word) }) { return 0 }
    if words.contains(where: { Self.holds($0, word) }) { return 1 }
    return domains.contains { Self.holds($0, word) } ? 2 : nil
  }

  private static func holds(_ octets: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard octets.count >= wanted.count else { return false }
    return octets.withUnsafeBufferPointer { octets in
      wanted.withUnsafeBufferPointer { wanted in
        for start in 0...(octets.count - wanted.count) {
          var count = 0
          while count < wanted.count, octets[start + count] == wanted[count] { count += 1 }
          if count == wanted.count { return true }
        }
        return false
      }
    }
  }
}
