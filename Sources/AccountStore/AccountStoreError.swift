// The reasons why accounts.json cannot be read or written.

import Documents
import Posix

/// Each case has the path that it is about. Except for `unsettled`, the file is unchanged.
package enum AccountStoreError: Error, Equatable, Sendable {
  /// Neither XDG_CONFIG_HOME nor HOME is an absolute path.
  case noHome
  /// The system's reason why the file cannot be read.
  case unreadable(String, SystemError)
  /// The system's reason why the file cannot be written, such as permissions or a full disk.
  case unwritable(String, SystemError)
  /// The file is written, but a loss of power could still restore the old one.
  case unsettled(String, SystemError)
  /// A FIFO, a device or a directory has the name of the file.
  case special(String)
  /// Other users could change the file, and with it the servers to which secrets are sent.
  case open(String)
  /// The folder belongs to another user. Nothing is created in it.
  case foreign(String)
  /// The file is larger than `AccountsDocument.limit`.
  case tooBig(String)
  /// The format of the file is that of a newer version.
  case newer(String)
  /// All issues with their places; never empty.
  case broken(String, [DocumentIssue])
  /// Keys that this version does not know.
  case unknownKeys(String, [String])
  /// Another run of this program has held the lock for too long.
  case busy(String)
  /// An account could not be read again after writing: there are too many accounts, or it has forbidden characters.
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
  package init(_ error: AccountsDocument.Error, in path: String) {
    self =
      switch error {
      case .newer: .newer(path)
      case .broken(let issues): .broken(path, issues)
      }
  }
}
