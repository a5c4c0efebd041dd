// What the provider takes in the password field, what it looks like, and what may be removed from a pasted one.

import Vocabulary

package struct SecretKind: Sendable, Equatable {
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

  package enum AccountPassword: String, Sendable, CaseIterable { case accepted, refused, unknown }

  /// What may be taken out of a pasted generated secret.
  package enum Decoration: String, Sendable, CaseIterable {
    case none, spaces
    case spacesAndHyphens = "spaces-and-hyphens"
  }

  package let kind: Kind
  /// The provider's word for it.
  package let term: Text
  /// The same in the provider's own language, where that is neither of ours.
  package let localTerm: String?
  package let format: SecretFormat?
  package let decoration: Decoration
  package let isShownOnce: Bool?
  package let accountPassword: AccountPassword
  /// What makes it stop working.
  package let endedBy: Text?

  /// Characters as they are entered, separators among them where they belong to the secret; nil where it is not known.
  package var enteredLength: Int? {
    format.map { decoration == .none ? $0.example.count : $0.length }
  }

  /// Whether it is made by the provider, as opposed to chosen by the user.
  package var isGenerated: Bool {
    switch kind {
    case .appPassword, .authorizationCode, .clientPassword, .bridgePassword: true
    case .accountPassword, .mailboxPassword, .oauth, .none: false
    }
  }
}

/// The shape of a generated secret.
package struct SecretFormat: Sendable, Equatable {
  /// Characters of each group.
  package let groups: [Int]
  /// Between the groups; empty with one group.
  package let separator: String
  /// Ranges and single characters: `a-z`, `a-zA-Z0-9`.
  package let alphabet: String
  package let example: String
  /// False where length or alphabet are not sourced.
  package let isConfirmed: Bool

  /// Characters without separators.
  package var length: Int { groups.reduce(0, +) }

  /// Whether `characters`, freed of the separator, are as many as they should be and all of the alphabet. The separator
  /// may be there or not: people retype codes either way.
  package func fits(_ characters: some Sequence<UInt8>) -> Bool {
    let separators = Set(separator.utf8)
    var count = 0
    for character in characters where !separators.contains(character) {
      guard contains(character) else { return false }
      count += 1
    }
    return count == length
  }

  private func contains(_ character: UInt8) -> Bool {
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
