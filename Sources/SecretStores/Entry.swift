// Entries of keyrings.

import Vocabulary

/// An entry as it was read.
package struct Entry {
  let content: Content

  init(_ content: Content) { self.content = content }

  /// Returns whether its first line is `secret`.
  package func holds(_ secret: Secret) -> Bool { content.octets.firstLine.matches(secret) }

  /// Whether it has only one line, and its name stands for it alone.
  package var isOneLine: Bool {
    content.isWhole && content.isExclusive && content.octets.isOneLine
  }
}

extension Entry? {
  /// Returns whether the entry is the same as the `other`, which was read at another time.
  func isSame(as other: Entry?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.content.octets.matches(other.content.octets)
  }
}

/// A secret that was stored, and the way to undo that.
package struct Kept {
  /// Whether this program has written the whole entry.
  package let isOurs: Bool
  private let way: () -> Bool

  init(isOurs: Bool, _ way: @escaping () -> Bool) { (self.isOurs, self.way) = (isOurs, way) }

  /// Restores every octet of the entry, or removes it if it did not exist. Returns whether that succeeded.
  package func undo() -> Bool { way() }
}
