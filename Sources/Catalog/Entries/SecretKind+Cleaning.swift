// The secret that is meant by a pasted one: without blanks and invisible characters, in usual letters, with its hyphens. Changed
// only if the result has the provider's format; otherwise the differences are named.

import Vocabulary

/// A secret after cleaning, and what was done to it.
package struct CleanedSecret: Sendable {
  package let secret: Secret
  /// The number of blanks, hyphens and invisible characters that were removed.
  package let removed: Int
  /// The number of full-width letters and dashes that were replaced by usual ones.
  package let replaced: Int
  /// The number of separators that were put in.
  package let added: Int
  /// Whether the secret has the provider's format. `nil` if the catalog has no format.
  package let fits: Bool?
  /// The number of characters, as a person counts them.
  package let characters: Int
  /// What is unusual about the secret as it will be sent. A secret that was changed has nothing unusual left.
  package let findings: [SecretFinding]

  /// Whether it is not what was entered.
  package var isChanged: Bool { removed + replaced + added > 0 }
}

extension SecretKind {
  /// Returns the secret of an account outside the catalog, unchanged.
  package static func uncatalogued(_ secret: Secret) -> CleanedSecret {
    CleanedSecret(
      secret: secret, removed: 0, replaced: 0, added: 0, fits: nil, characters: secret.characters,
      findings: SecretFinding.all(in: secret, format: nil, enteredLength: nil))
  }

  /// Brings the secret into the provider's format if only blanks, invisible characters, the width of letters, or separators
  /// differ. Otherwise returns it unchanged, with the differences.
  package func cleaned(_ secret: Secret) -> CleanedSecret {
    guard let format else { return Self.uncatalogued(secret) }
    if let cleaned = normalized(secret, format) { return cleaned }
    return CleanedSecret(
      secret: secret, removed: 0, replaced: 0, added: 0, fits: false, characters: secret.characters,
      findings: SecretFinding.all(in: secret, format: format, enteredLength: enteredLength))
  }

  /// Whether the separators of the format are part of the secret.
  private var keepsSeparators: Bool { decoration != .spacesAndHyphens }

  /// Returns the secret in its format. `nil` if it does not have the format even then.
  private func normalized(_ secret: Secret, _ format: SecretFormat) -> CleanedSecret? {
    // The user may have chosen a password of the account, which can contain blanks and hyphens.
    let isGenerated = accountPassword != .accepted
    let dropsBlanks = decoration != .none || isGenerated
    let dropsHyphens = decoration == .spacesAndHyphens || (isGenerated && !format.contains(.hyphen))
    let separator = format.separator.unicodeScalars.count == 1 ? format.separator.unicodeScalars.first : nil
    var (removed, replaced, separators) = (0, 0, 0)
    let bare = Secret(capacity: secret.count) { buffer in
      secret.withOctets { octets in
        var cursor = SecretScalars(octets)
        var count = 0
        while let (scalar, raw) = cursor.next() {
          let usual = scalar.flatMap { TypedText.hyphen($0) ?? TypedText.narrow($0) }
          let isBlank = scalar.map { TypedText.isBlank($0) && !(0x0a...0x0d).contains($0.value) } ?? false
          let plain = isBlank ? " " : usual ?? scalar
          if let scalar, TypedText.isInvisible(scalar) {
            removed += 1
          } else if plain != nil, plain == separator {
            separators += 1
            if usual != nil, keepsSeparators { replaced += 1 }
          } else if (isBlank && dropsBlanks) || (plain == "-" && dropsHyphens) {
            removed += 1
          } else if let usual, usual.isASCII {
            buffer[count] = UInt8(usual.value)
            (count, replaced) = (count + 1, replaced + 1)
          } else {
            for octet in raw {
              buffer[count] = octet
              count += 1
            }
          }
        }
        return count
      }
    }
    guard bare.withOctets({ format.fits($0) }) else { return nil }
    guard separator != nil, keepsSeparators, bare.count == format.length else {
      return CleanedSecret(
        secret: bare, removed: removed + separators, replaced: replaced, added: 0, fits: true, characters: bare.characters, findings: [])
    }
    let grouped = bare.withOctets { format.grouped($0) }
    let missing = format.groups.count - 1 - separators
    return CleanedSecret(
      secret: grouped, removed: removed + max(0, -missing), replaced: replaced, added: max(0, missing), fits: true,
      characters: grouped.characters, findings: [])
  }
}

extension SecretFormat {
  /// Returns `characters`, which have no separators and the right number, with the separators between the groups.
  fileprivate func grouped(_ characters: UnsafeRawBufferPointer) -> Secret {
    let separator = Array(separator.utf8)
    return Secret(capacity: characters.count + groups.count * separator.count) { buffer in
      var (count, position) = (0, 0)
      for (number, group) in groups.enumerated() {
        if number > 0 {
          for octet in separator {
            buffer[count] = octet
            count += 1
          }
        }
        for octet in characters[position..<(position + group)] {
          buffer[count] = octet
          count += 1
        }
        position += group
      }
      return count
    }
  }
}

extension Secret {
  /// The number of UTF-8 lead octets, which is the number of scalars. This is close to the number of visible characters.
  package var characters: Int { withOctets { $0.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) } } }
}
