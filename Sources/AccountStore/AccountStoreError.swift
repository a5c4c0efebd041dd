// Why the registry cannot be read or written, as data.

import Documents
import Posix

/// Each with the path it is about. But for `unsettled` the file is as it was.
package enum AccountStoreError: Error, Equatable, Sendable {
  /// Neither XDG_CONFIG_HOME nor HOME is an absolute path.
  case noHome
  /// The system's reason for not reading it.
  case unreadable(String, SystemError)
  /// The system's reason for not writing it: no right, no room.
  case unwritable(String, SystemError)
  /// It is written, but a loss of power could still undo that.
  case unsettled(String, SystemError)
  /// A FIFO, a device or a directory stands where the file belongs.
  case special(String)
  /// Others could change it, and with it the servers that secrets are sent to.
  case open(String)
  /// A folder of another user, in which nothing is made.
  case foreign(String)
  /// More than `AccountsDocument.limit`.
  case tooBig(String)
  /// Written by a newer program.
  case newer(String)
  /// Every fault with its place; never empty.
  case broken(String, [DocumentIssue])
  /// Keys this program does not know and would lose by writing.
  case unknownKeys(String, [String])
  /// Another run of this program has been writing for too long.
  case busy(String)
  /// An account that could not be read again: more of them than the file may hold, or characters it must not.
  case cannotHold(String)
}

extension AccountStoreError {
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

  /// The error of a file that cannot be read.
  package init(_ error: FileContents.Error) {
    self =
      switch error.reason {
      case .notRegular: .special(error.path)
      case .tooBig: .tooBig(error.path)
      case .system(let reason): .unreadable(error.path, reason)
      }
  }

  /// The error of a file at `path` whose contents are not a list of accounts.
  package init(_ error: AccountsDocument.Fault, in path: String) {
    self =
      switch error {
      case .newer: .newer(path)
      case .broken(let issues): .broken(path, issues)
      }
  }
}
