// What an operation reports on its way, as data. The caller prints it.

import AccountStore
import Vocabulary

/// A step that was done, or a circumstance that the user has to know. Names of entries are spelled as the keyring's own
/// program spells them.
package enum OperationNotice: Equatable, Sendable {
  // Saved accounts.

  /// An account named the entry of another one, and no longer does.
  case separated(SeparatedAccount)
  /// The account's command does not print the new secret, so the account no longer has the command.
  case commandDropped
  /// An entry that an earlier run had to remove is removed now.
  case removedLater(Keyring, entry: String)
  /// An earlier run was working on this entry, and no account uses it.
  case leftBehind(Keyring, entry: String, isRemoval: Bool)

  // The secret that an account had before.

  case forgotten(Keyring)
  case notForgotten(Keyring, entry: String)
  /// The secret comes from the user's own command.
  case commandStays
  /// The secret was saved by a later version of this program.
  case laterStays
  /// The entry was not made by this program.
  case theirsStays(Keyring, entry: String)
  /// The entry contains more than the secret.
  case notesStay(Keyring, entry: String)
  /// The entry was changed after this program wrote it.
  case changedStays(Keyring, entry: String)

  /// The authorization server has ended the access of the account's app.
  case accessEnded
  /// The app of the account still has access. The address is where the user ends that.
  case accessStays(WebAddress?)

  // The secret that is saved.

  /// The keyring is a file without encryption.
  case lastResort
  case kept(Keyring)
  case keptAs(entry: String)
  /// The entry contains the secret already.
  case heldAlready(Keyring, entry: String)

  // The secret that is read.

  /// Other users can read this file.
  case looseFile(String)
  /// The command printed a byte order mark before the secret.
  case markFromCommand(String)

  // Results.

  /// The session log was written to this file.
  case traceWritten(String, holdsAddress: Bool)
  /// A part of the operation failed, and the operation continued.
  case failed(OperationError)
}

extension OperationNotice {
  /// How a notice is printed.
  package enum Kind: Sendable { case remark, warning, error }

  package var kind: Kind {
    switch self {
    case .separated, .commandDropped, .removedLater, .leftBehind, .notForgotten, .lastResort, .looseFile, .markFromCommand: .warning
    case .accessEnded, .accessStays, .forgotten, .commandStays, .laterStays, .theirsStays, .notesStay, .changedStays, .kept, .keptAs,
      .heldAlready, .traceWritten:
      .remark
    case .failed: .error
    }
  }
}

/// Receives the notices of an operation.
package typealias Notify = (OperationNotice) -> Void
