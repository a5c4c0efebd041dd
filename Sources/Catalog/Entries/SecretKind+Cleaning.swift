// Removal of blanks and hyphens from a pasted secret, only if the catalog proves that they are decoration.

import Vocabulary

/// A secret after cleaning, and what was done to it.
package struct CleanedSecret: Sendable {
  package let secret: Secret
  /// The number of blanks and hyphens that were removed.
  package let removed: Int
  /// Whether the secret has the provider's format. `nil` if the catalog has no format.
  package let fits: Bool?
  /// The number of characters, as a person counts them.
  package let characters: Int
}

extension SecretKind {
  /// The blanks of web pages and input methods: space, tab, no-break space, ideographic space, zero-width space, BOM.
  private static let blanks: [[UInt8]] = [
    [0x20], [0x09], [0xc2, 0xa0], [0xe3, 0x80, 0x80], [0xe2, 0x80, 0x8b], [0xef, 0xbb, 0xbf],
  ]

  /// Returns the secret of an account outside the catalog, unchanged.
  package static func uncatalogued(_ secret: Secret) -> CleanedSecret {
    CleanedSecret(secret: secret, removed: 0, fits: nil, characters: characters(secret))
  }

  /// Removes the decoration that the catalog allows, if the rest has the format of a generated secret. Otherwise
  /// returns the secret unchanged.
  package func cleaned(_ secret: Secret) -> CleanedSecret {
    let shaped = format.map { format in secret.withOctets { format.fits($0) } }
    if decoration != .none, shaped != true, let format {
      let (candidate, removed) = stripped(secret)
      if removed > 0, candidate.withOctets({ format.fits($0) }) {
        return CleanedSecret(secret: candidate, removed: removed, fits: true, characters: Self.characters(candidate))
      }
    } else if decoration != .none, let format, !format.separator.isEmpty {
      // The format fits with and without separators. If separators are decoration, the mail program has to send the
      // secret without them.
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

  /// Counts the UTF-8 lead octets, which is the number of scalars. This is close to the number of visible characters.
  private static func characters(_ secret: Secret) -> Int {
    secret.withOctets { $0.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) } }
  }
}
