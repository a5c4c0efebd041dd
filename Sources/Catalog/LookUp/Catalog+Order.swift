// The order of the list of providers for users of a region.

import Vocabulary

extension Catalog {
  /// Returns the same catalog with the providers that users of `region` are likely to have at the front: those that are common where
  /// the language is spoken in the order of use, then the others of the region. Providers that are equally likely keep their order.
  /// Services that have ended are last.
  package func ordered(for region: UserRegion) -> Catalog {
    let own = common.first { $0.region == region.territory }
    let listed = own ?? common.first { $0.region == CommonProviders.everywhere }
    let use = Dictionary((listed?.ids ?? []).enumerated().map { ($1, $0) }) { first, _ in first }
    // Where neither the region nor the language has a list of its own, what is local is more likely than what is common everywhere.
    let isFirst = own != nil || region.isEnglish
    let sorted = providers.enumerated().map { position, provider in
      let place = use[provider.id]
      let rank = Self.rank(provider, region)
      // What is common in other regions only comes after what is local.
      let isCommon = isFirst && place != nil && (own != nil || region.territory == nil || rank != Self.elsewhere)
      return (key: (isCommon ? -1 : rank, place ?? Int.max, position), provider: provider)
    }.sorted { $0.key < $1.key }
    return Catalog(
      providers: sorted.map(\.provider), brands: brands, fronts: fronts, common: common, checked: checked, faults: faults)
  }

  /// The rank of a provider of other regions.
  private static let elsewhere = 5

  private static func rank(_ provider: Provider, _ region: UserRegion) -> Int {
    if provider.status == .closed { return 6 }
    let isLocal = region.territory.map(provider.regions.contains) ?? false
    if provider.regions.first == CommonProviders.everywhere {
      if provider.category == .personal { return region.isEnglish ? 0 : 1 }
      return isLocal ? 1 : 3
    }
    if isLocal { return region.isEnglish ? 1 : 0 }
    return provider.regions.contains(CommonProviders.everywhere) ? 4 : elsewhere
  }
}
