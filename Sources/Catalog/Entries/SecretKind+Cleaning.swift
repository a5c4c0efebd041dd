// A pasted secret freed of what surrounds it on the provider's page, only where the catalog proves that it is decoration.

import Vocabulary

package struct CleanedSecret: Sendable {
  package let secret: Secret
  /// How many blanks or hyphens were taken out.
  package let removed: Int
  /// Whether it has the provider's shape; nil where the catalog does not know one.
  package let fits: Bool?
  /// Characters as a person counts them.
  package let characters: Int
}

extension SecretKind {
  /// Blanks as web pages and input methods make them: space, tab, no-break and ideographic space, zero-width space, BOM.
  private static let blanks: [[UInt8]] = [
    [0x20], [0x09], [0xc2, 0xa0], [0xe3, 0x80, 0x80], [0xe2, 0x80, 0x8b], [0xef, 0xbb, 0xbf],
  ]

  /// The secret of an account outside the catalog: as it came.
  package static func uncatalogued(_ secret: Secret) -> CleanedSecret {
    CleanedSecret(secret: secret, removed: 0, fits: nil, characters: characters(secret))
  }

  /// Takes out what the catalog allows, if what is left has the shape of a generated secret; else leaves it as it came.
  package func cleaned(_ secret: Secret) -> CleanedSecret {
    let shaped = format.map { format in secret.withOctets { format.fits($0) } }
    if decoration != .none, shaped != true, let format {
      let (candidate, removed) = stripped(secret)
      if removed > 0, candidate.withOctets({ format.fits($0) }) {
        return CleanedSecret(secret: candidate, removed: removed, fits: true, characters: Self.characters(candidate))
      }
    } else if decoration != .none, let format, !format.separator.isEmpty {
      // The shape is right with or without its separators; where they are decoration the bare form is what is sent.
      let (candidate, removed) = stripped(secret)
      return CleanedSecret(secret: candidate, removed: removed, fits: true, characters: Self.characters(candidate))
    }
    return CleanedSecret(secret: secret, removed: 0, fits: shaped, characters: Self.characters(secret))
  }

  private func stripped(_ secret: Secret) -> (Secret, Int) {
    let decorations = decoration == .spacesAndHyphens ? Self.blanks + [[.hyphen]] : Self.blanks
    var removed = 0
    let bare = Secret(capacity: secret.count) { buffer in
      secret.withOctets { octets in
        var (position, count) = (0, 0)
        while position < octets.count {
          if let found = decorations.first(where: { octets[position...].starts(with: $0) }) {
            position += found.count
            removed += 1
          } else {
            buffer[count] = octets[position]
            count += 1
            position += 1
          }
        }
        return count
      }
    }
    return (bare, removed)
  }

  /// UTF-8 lead octets: one for each scalar, near enough to what is seen.
  private static func characters(_ secret: Secret) -> Int {
    secret.withOctets { $0.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) } }
  }
}
