// Why no configuration is written.

import Vocabulary

package enum ExportError: Error, Equatable, Sendable {
  /// A username is empty, has an unprintable character, or begins or ends with a blank.
  case unusableName
  /// The address has letters outside ASCII before the `@`, which few mail programs can send from.
  case unicodeAddress
  /// The path of a certificate authority's file has an unprintable character.
  case unusableAuthority
  /// The command for the password has an unprintable character.
  case unusableCommand
  /// The program cannot work with this account. The others can.
  case obstructed(MailClient, Obstacle, alternatives: [MailClient])
  /// The program's syntax cannot express this value.
  case cannotHold(MailClient, Field)

  package enum Field: Sendable, CaseIterable { case address, userName, secretCommand, authorityFile }
}
