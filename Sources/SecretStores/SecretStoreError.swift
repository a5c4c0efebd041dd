// Why a secret could not be kept, or is not to be had, as data.

import AccountStore
import Posix
import Vocabulary

package enum SecretStoreError: Error, Equatable, Sendable {
  /// The program is not in PATH.
  case notInstalled(Keyring)
  /// The program is there; the service it talks to is not, or nobody has made a store yet.
  case notReady(Keyring)
  /// It holds what is wanted, or would take it, but not before it is unlocked.
  case locked(Keyring)
  case missing(Keyring, entry: String)
  /// The program refused: its exit status, and the last thing it said.
  case failed(Keyring, status: Int32, said: String?)
  /// What was read back is not what was stored.
  case differs(Keyring)
  /// It holds another secret, or more than one line, and this program may not replace that without being told to.
  case occupied(Keyring, entry: String)
  /// It holds what could not be written back as it is, or what is not this account's alone: it is left as it is.
  case unalterable(Keyring, entry: String)
  /// Somebody else has changed it just now.
  case changed(Keyring, entry: String)
  /// Several items answer to the name: which of them is meant cannot be told.
  case several(Keyring, entry: String)
  /// This gopass encrypts for what its store names, and that names nobody.
  case noRecipient(Keyring)
  case timedOut(Keyring)
  case interrupted
  /// What is kept there is no secret that can be sent, or what is to be kept is none.
  case unusable(Keyring, Secret.Fault)
  /// The keyring has no way to name this entry.
  case badEntry(Keyring, String)
  /// Neither XDG_DATA_HOME nor HOME is an absolute path.
  case noHome
  /// Other users can read or replace this file or folder.
  case open(String)
  /// Other users could replace this folder or link, or what is in it.
  case exposed(String)
  /// The entry is in this folder, and another one is used now.
  case elsewhere(Keyring, folder: String)
  /// A folder of another user, in which nothing is made.
  case foreign(String)
  /// Something else stands where the file belongs.
  case special(String)
  case unreadable(String, SystemError)
  case unwritable(String, SystemError)
}

/// Why a secret was not stored, and what became of its entry.
package struct StoringError: Error, Equatable, Sendable {
  package let reason: SecretStoreError
  /// Whether every octet of the entry is as it was before, or the entry does not exist as before.
  package let isRestored: Bool

  package init(reason: SecretStoreError, isRestored: Bool) { (self.reason, self.isRestored) = (reason, isRestored) }
}

extension SecretStoreError {
  /// Whether a program that was ended may have left another one at work.
  var mayStillWork: Bool {
    if case .timedOut = self { true } else { self == .interrupted }
  }

  /// The error of a folder that cannot be used or created.
  init(_ error: PrivateFolder.Error) {
    self =
      switch error.reason {
      case .foreign: .foreign(error.path)
      case .notFolder: .special(error.path)
      case .notPrivate: .open(error.path)
      case .unreadable(let reason): .unreadable(error.path, reason)
      case .notCreated(let reason): .unwritable(error.path, reason)
      }
  }
}
