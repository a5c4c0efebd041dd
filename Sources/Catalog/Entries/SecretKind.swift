// What the provider accepts as a password, its format, and what may be removed from a pasted one.

import Vocabulary

/// The secret that a mail program needs for a provider.
package struct SecretKind: Sendable, Equatable {
  /// The kinds of secrets. The raw values are words of the catalog and of JSON.
  package enum Kind: String, Sendable, CaseIterable {
    case appPassword = "app-password"
    case authorizationCode = "authorization-code"
    case clientPassword = "client-password"
    case accountPassword = "account-password"
    case mailboxPassword = "mailbox-password"
    case oauth
    case bridgePassword = "bridge-password"
    case none
  }

  /// Whether the provider accepts the password of the account in a mail program.
  package enum AccountPassword: String, Sendable, CaseIterable { case accepted, refused, unknown }

  /// What may be removed from a pasted, generated secret.
  package enum Decoration: String, Sendable, CaseIterable {
    case none, spaces
    case spacesAndHyphens = "spaces-and-hyphens"
  }

  package let kind: Kind
  /// The provider's name for the secret.
  package let term: Text
  /// The same name in the provider's own language. `nil` if that is a language of this program.
  package let localTerm: String?
  package let format: SecretFormat?
  package let decoration: Decoration
  /// Whether the provider shows the secret only once. `nil` if this is unknown.
  package let isShownOnce: Bool?
  package let accountPassword: AccountPassword
  /// The events after which the secret stops working.
  package let endedBy: Text?

  /// The number of characters that the user enters. Includes separators if they are part of the secret. `nil` if it is
  /// unknown.
  package var enteredLength: Int? {
    format.map { decoration == .none ? $0.example.count : $0.length }
  }

  /// An access token, which the user has from another program.
  package static let accessToken = of(Text("access token", "访问令牌"))

  /// Returns the kind of something secret that is no password, with this name.
  package static func of(_ term: Text) -> SecretKind {
    SecretKind(
      kind: .oauth, term: term, localTerm: nil, format: nil, decoration: .none, isShownOnce: nil, accountPassword: .unknown, endedBy: nil)
  }

  /// Whether the provider generates the secret. If not, the user chooses it.
  package var isGenerated: Bool {
    switch kind {
    case .appPassword, .authorizationCode, .clientPassword, .bridgePassword: true
    case .accountPassword, .mailboxPassword, .oauth, .none: false
    }
  }
}

/// The format of a generated secret.
package struct SecretFormat: Sendable, Equatable {
  /// The number of characters in each group.
  package let groups: [Int]
  /// The text between the groups. Empty if there is one group.
  package let separator: String
  /// The allowed characters, as ranges and single characters: `a-z`, `a-zA-Z0-9`.
  package let alphabet: String
  package let example: String
  /// False if the length is not from a source.
  package let isLengthConfirmed: Bool
  /// False if the alphabet is not from a source.
  package let isAlphabetConfirmed: Bool

  package var isConfirmed: Bool { isLengthConfirmed && isAlphabetConfirmed }

  /// The number of characters without separators.
  package var length: Int { groups.reduce(0, +) }

  /// Returns whether `characters` without separators have the right length and are all in the alphabet. Separators are
  /// optional, because users retype codes with and without them.
  package func fits(_ characters: some Sequence<UInt8>) -> Bool {
    let separators = Set(separator.utf8)
    var count = 0
    for character in characters where !separators.contains(character) {
      guard contains(character) else { return false }
      count += 1
    }
    return count == length
  }

  /// Returns whether the alphabet has `character`.
  func contains(_ character: UInt8) -> Bool {
    let octets = Array(alphabet.utf8)
    var position = 0
    while position < octets.count {
      if position + 2 < octets.count, octets[position + 1] == .hyphen {
        if octets[position] <= character, character <= octets[position + 2] { return true }
        position += 3
      } else {
        if octets[position] == character { return true }
        position += 1
      }
    }
    return false
  }
}
