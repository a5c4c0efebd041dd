// A folder in which no other user can put a file in the place of ours.

import Platform
import Posix

enum PrivateFolder {
  /// Creates the folder at the absolute `path`, and those above it, with mode 0700 where they are missing. An existing folder
  /// keeps its mode. Never creates `home`, nor anything in a folder of another user or in one that others can write to.
  static func make(_ path: String, home: String?) throws(AccountStoreError) {
    do throws(NewFolder.Failure) { try NewFolder.check(path, home: home) } catch { throw AccountStoreError(error) }
    do throws(AccountStoreError) { try checkWay(to: path) } catch {
      if case .unreadable(let path, let reason) = error { throw .unwritable(path, reason) }
      throw error
    }
    do throws(NewFolder.Failure) { try NewFolder.make(path, home: home) } catch { throw AccountStoreError(error) }
  }

  /// Throws if other users could replace the files in the folder at `path`, or any folder or link on the way to it. A folder
  /// that does not exist passes.
  static func check(_ path: String) throws(AccountStoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .unreadable(path, .last)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .special(path) }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else { throw .open(path) }
    try checkWay(to: path)
  }

  /// Throws if another user could change or replace what is at `path`, or anything on the way to it.
  static func checkWay(to path: String) throws(AccountStoreError) {
    let part: String?
    do throws(SystemError) { part = try TrustedPath.weakPart(of: path) } catch { throw .unreadable(path, error) }
    if let part { throw .open(part) }
  }
}

extension AccountStoreError {
  /// The error of a folder that could not be created.
  fileprivate init(_ failure: NewFolder.Failure) {
    self =
      switch failure.reason {
      case .foreign: .foreign(failure.path)
      case .system(let reason): .unwritable(failure.path, reason)
      }
  }
}
