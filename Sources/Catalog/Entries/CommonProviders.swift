// What users of a region have most, for the beginning of lists.

/// Providers in the order of use.
package struct CommonProviders: Sendable, Equatable {
  /// A country by its two letters (ISO 3166), or `worldwide`.
  package let region: String
  package let ids: [String]

  /// The region of the list for all regions without one of their own.
  package static let everywhere = "worldwide"
}
