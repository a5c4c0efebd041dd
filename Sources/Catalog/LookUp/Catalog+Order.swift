// The order of the list of providers for users of a region.

import Vocabulary

extension Catalog {
  /// The word of an entry's regions for all regions.
  private static let everywhere = "worldwide"

  /// Returns the same catalog with the providers that users of `region` are likely to have at the front. Providers that are
  /// equally likely keep their order. Services that have ended are last.
  package func ordered(for region: UserRegion) -> Catalog {
    let sorted = providers.enumerated().sorted { left, right in
      (Self.rank(left.element, region), left.offset) < (Self.rank(right.element, region), right.offset)
    }
    return Catalog(providers: sorted.map(\.element), brands: brands, fronts: fronts, checked: checked, faults: faults)
  }

  private static func rank(_ provider: Provider, _ region: UserRegion) -> Int {
    if provider.status == .closed { return 6 }
    let isLocal = region.territory.map(provider.regions.contains) ?? false
    if provider.regions.first == everywhere {
      if provider.category == .personal { return region.isEnglish ? 0 : 1 }
      return isLocal ? 1 : 3
    }
    if isLocal { return region.isEnglish ? 1 : 0 }
    return provider.regions.contains(everywhere) ? 4 : 5
  }
}
