// The reasons why a secret was not stored or read.

import AccountStore
import Posix
import Vocabulary

package enum SecretStoreError: Error, Equatable, Sendable {
  /// The program is not in PATH.
  case notInstalled(Keyring)
  /// The program is installed, but its service does not run, or there is no store yet.
  case notReady(Keyring)
  /// The keyring has to be unlocked first.
  case locked(Keyring)
  case missing(Keyring, entry: String)
  /// The program failed, with this exit status and this last line of its errors.
  case failed(Keyring, status: Int32, said: String?)
  /// The secret that was read back is not the one that was stored.
  case differs(Keyring)
  /// The entry has another secret or more than one line, and the user has not agreed to replace it.
  case occupied(Keyring, entry: String)
  /// The entry could not be restored after a failure, or is not for this account alone. It is unchanged.
  case unalterable(Keyring, entry: String)
  /// Another program has changed the entry in the meantime.
  case changed(Keyring, entry: String)
  /// Several items have the name.
  case several(Keyring, entry: String)
  /// The store of this gopass names no recipient to encrypt for.
  case noRecipient(Keyring)
  case timedOut(Keyring)
  case interrupted
  /// The secret cannot be sent to a server.
  case unusable(Keyring, Secret.Error)
  /// The entry is not what this program keeps for an account with a sign-in in a browser.
  case noRecord(Keyring, entry: String, TokenRecord.Error)
  /// The keyring cannot store that much.
  case noRoom(Keyring)
  /// The keyring cannot have an entry with this name.
  case badEntry(Keyring, String)
  /// Neither XDG_DATA_HOME nor HOME is an absolute path.
  case noHome
  /// Other users can read or replace this file or folder.
  case open(String)
  /// Other users could replace this folder or link, or what is in it.
  case exposed(String)
  /// The entry is in this folder, but the keyring now uses another one.
  case elsewhere(Keyring, folder: String)
  /// The folder belongs to another user. Nothing is created in it.
  case foreign(String)
  /// A FIFO, a link, a device or a directory has the name of the file.
  case special(String)
  case unreadable(String, SystemError)
  case unwritable(String, SystemError)
}

/// The reason why a secret was not stored, and the state of its entry.
package struct StoringError: Error, Equatable, Sendable {
  package let reason: SecretStoreError
  /// Whether every octet of the entry is as before, or the entry still does not exist.
  package let isRestored: Bool

  package init(reason: SecretStoreError, isRestored: Bool) { (self.reason, self.isRestored) = (reason, isRestored) }
}

extension SecretStoreError {
  /// Whether a program that was ended may have started another one that still works.
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
