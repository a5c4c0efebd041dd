// Why a secret could not be kept, or is not to be had, as data.

import Posix
import Registry
import Vocabulary

package enum KeepingFault: Error, Equatable, Sendable {
  /// The program is not in PATH.
  case notInstalled(Keyring)
  /// The program is there; the service it talks to is not, or nobody has made a store yet.
  case notReady(Keyring)
  /// It holds what is wanted, or would take it, but not before it is unlocked.
  case locked(Keyring)
  case missing(Keyring, entry: String)
  /// The program refused: its exit status, and the last thing it said.
  case failed(Keyring, status: Int32, said: String?)
  /// What was read back is not what was stored; whether it is now as it was before.
  case differs(Keyring, isUndone: Bool)
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
  /// A folder of another user, in which nothing is made.
  case foreign(String)
  /// Something else stands where the file belongs.
  case special(String)
  case unreadable(String, SystemError)
  case unwritable(String, SystemError)
}
