// Entries of keyrings.

import Vocabulary

/// An entry of a keyring as it was found.
package struct Entry {
  let content: Content

  init(_ content: Content) { self.content = content }

  /// Whether its secret, which is its first line, is this one.
  package func holds(_ secret: Secret) -> Bool { content.octets.firstLine.matches(secret) }

  /// Whether there is nothing below its first line, and nobody else in the same place.
  package var isOneLine: Bool {
    content.isWhole && content.isExclusive && content.octets.isOneLine
  }
}

extension Entry? {
  /// Whether nothing has happened between two looks.
  func isSame(as other: Entry?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.content.octets.matches(other.content.octets)
  }
}

/// A secret that is kept, as long as it can be undone.
package struct Kept {
  /// Whether this program has written all that is in the entry.
  package let isOurs: Bool
  private let way: () -> Bool

  init(isOurs: Bool, _ way: @escaping () -> Bool) { (self.isOurs, self.way) = (isOurs, way) }

  /// Puts back every octet that was there before, or takes the entry away that was not; whether that worked.
  package func undo() -> Bool { way() }
}
