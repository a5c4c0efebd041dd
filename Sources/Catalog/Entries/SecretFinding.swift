// What a person cannot see in a hidden field: characters in a secret that are probably not meant.

import Vocabulary

/// Something unusual about a secret.
package enum SecretFinding: Hashable, Sendable {
  /// A blank at the beginning or the end.
  case blanksAtEnds
  /// The first invisible character, and its position counted from 1.
  case invisible(Unicode.Scalar, position: Int)
  case fullWidth
  /// A dash instead of a hyphen.
  case dash
  /// Capitals, and the format has none.
  case capitals
  /// Small letters, and the format has none.
  case smallLetters
  /// Characters that the format does not have.
  case otherCharacters
  /// Not as many characters as the format has.
  case length

  /// Returns the findings in `secret`. Without a format only those that are unusual in every password.
  static func all(in secret: Secret, format: SecretFormat?, enteredLength: Int?) -> [SecretFinding] {
    secret.withOctets { octets in
      var cursor = SecretScalars(octets)
      var (position, startsBlank, endsBlank) = (0, false, false)
      var found: [SecretFinding] = []
      func note(_ finding: SecretFinding) { if !found.contains(finding) { found.append(finding) } }
      while let (scalar, _) = cursor.next() {
        position += 1
        let isBlank = scalar.map(TypedText.isBlank) ?? false
        if position == 1 { startsBlank = isBlank }
        endsBlank = isBlank
        guard let scalar else { continue }
        if TypedText.isInvisible(scalar) {
          if !found.contains(where: \.isInvisible) { found.append(.invisible(scalar, position: position)) }
        } else if TypedText.hyphen(scalar) != nil {
          note(.dash)
        } else if TypedText.narrow(scalar) != nil {
          note(.fullWidth)
        } else if let format, let difference = format.difference(scalar, isBlank: isBlank) {
          note(difference)
        }
      }
      if startsBlank || endsBlank { found.append(.blanksAtEnds) }
      if let format, position != enteredLength, position != format.length { found.append(.length) }
      return found
    }
  }

  private var isInvisible: Bool {
    switch self {
    case .invisible: true
    case .blanksAtEnds, .fullWidth, .dash, .capitals, .smallLetters, .otherCharacters, .length: false
    }
  }
}

extension SecretFormat {
  /// Returns how `scalar` differs from the characters of the format. `nil` if it does not.
  fileprivate func difference(_ scalar: Unicode.Scalar, isBlank: Bool) -> SecretFinding? {
    guard !isBlank, scalar.isASCII else { return isBlank ? nil : .otherCharacters }
    let octet = UInt8(scalar.value)
    if contains(octet) || separator.utf8.contains(octet) { return nil }
    guard octet.isLetter, contains(octet ^ 0x20) else { return .otherCharacters }
    return octet & 0x20 == 0 ? .capitals : .smallLetters
  }
}
