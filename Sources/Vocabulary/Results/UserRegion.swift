// Where the user is, as far as the locale says. It decides only the order of lists.

/// The region of the user.
package struct UserRegion: Equatable, Sendable {
  /// The ISO 3166 code in upper case. `nil` if the locale names none.
  package let territory: String?
  /// Whether the locale's language is English, or none: services that are offered worldwide then come before local ones.
  package let isEnglish: Bool

  package init(territory: String?, isEnglish: Bool) { (self.territory, self.isEnglish) = (territory, isEnglish) }
}
