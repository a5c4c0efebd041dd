// How well a typed text fits a provider.

/// The rank of a match. Smaller is better.
enum SearchScore: Comparable, Sendable {
  /// An id or an alias, a name, a domain, in this order.
  case exact(Int)
  /// A word of a brand: the position of the provider among its choices.
  case brand(Int)
  /// The same name with other blanks or another word for mail behind it.
  case sameName(Int)
  case host(ProviderHosts.Fit)
  /// The beginning of an address's domain.
  case domainOfAddress
  /// A name in Pinyin, or its first letters.
  case pinyin
  case beginsName
  /// Begins a domain, or a word inside a name.
  case beginsWord
  /// Every word begins a word of the name, in any order.
  case beginsWords
  case inside

  /// Whether the whole text means the provider. If not, more letters could mean another one.
  var isWhole: Bool {
    switch self {
    case .exact, .brand, .host: true
    // The last rank is a business service for the name of a personal one.
    case .sameName(let rank): rank < 3
    case .domainOfAddress, .pinyin, .beginsName, .beginsWord, .beginsWords, .inside: false
    }
  }
}
