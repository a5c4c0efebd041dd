// What providers are known by, prepared once so that every key typed into a filter is answered at once.

import Vocabulary

package struct ProviderIndex: Sendable {
  fileprivate struct Entry: Sendable {
    let provider: Provider
    /// Ids, aliases, names, words of brands, and how Chinese ones are typed; lower case.
    let words: [[UInt8]]
    let domains: [[UInt8]]
  }

  private let entries: [Entry]
  /// Octets of the longest address (RFC 5321 4.5.3.1): nothing a provider is known by is longer.
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

  /// All providers that every word of `typed` fits, best first: where a word begins one of the words they are known by
  /// before where it only occurs in one or in a domain. Of an address the domain counts. All of them for nothing typed.
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
  /// 0 begins a word, 1 occurs in one, 2 occurs in a domain; of an address: 0 is the domain, 1 begins it.
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
