// A folder in which nobody else can put a file in the place of ours.

import Platform
import Posix

enum PrivateFolder {
  /// Makes the folder at the absolute `path`, and those above it, of mode 0700 where they are missing. What is there
  /// keeps its mode.
  /// Never makes `home`, nor anything in a folder of another user.
  static func make(_ path: String, home: String?) throws(AccountStoreError) {
    do throws(NewFolder.Failure) {
      try NewFolder.make(path, home: home)
    } catch {
      switch error.reason {
      case .foreign: throw .foreign(error.path)
      case .system(let reason): throw .unwritable(error.path, reason)
      }
    }
  }

  /// Refuses a folder whose files others could replace. One that is not there can do no harm.
  static func check(_ path: String) throws(AccountStoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .unreadable(path, .last)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .special(path) }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else { throw .open(path) }
  }
}
