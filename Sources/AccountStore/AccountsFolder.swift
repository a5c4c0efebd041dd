// The folder of accounts.json, in which no other user can replace a file.

import Platform
import Posix

/// `mail-setup` in the user's configuration.
struct AccountsFolder: Sendable {
  let path: String
  /// The user's home, which is never created.
  let home: String?

  /// Creates the folder and those above it, with mode 0700, if they are missing. An existing folder keeps its mode. Creates
  /// nothing in a folder of another user, or in a folder that others can write to.
  func make() throws(AccountStoreError) {
    do throws(PrivateFolder.Error) { try PrivateFolder.checkMaking(path, home: home) } catch { throw AccountStoreError(error) }
    do throws(AccountStoreError) { try Self.checkWay(to: path) } catch {
      if case .unreadable(let path, let reason) = error { throw .unwritable(path, reason) }
      throw error
    }
    do throws(PrivateFolder.Error) { try PrivateFolder.make(path, home: home) } catch { throw AccountStoreError(error) }
    try check()
  }

  /// Throws if other users could replace the files in the folder. A folder that does not exist passes.
  func check() throws(AccountStoreError) { try Self.check(path) }

  /// Throws if other users could replace the files in the folder at `path`, or any folder or link on the way to it. A folder
  /// that does not exist passes.
  static func check(_ path: String) throws(AccountStoreError) {
    let isThere: Bool
    do throws(PrivateFolder.Error) {
      // The user may have moved the folder and left a link.
      isThere = try PrivateFolder.check(path, allowing: 0o755, followsLinks: true)
    } catch {
      throw AccountStoreError(error)
    }
    if isThere { try checkWay(to: path) }
  }

  /// Throws if another user could change or replace what is at `path`, or anything on the way to it.
  static func checkWay(to path: String) throws(AccountStoreError) {
    let part: String?
    do throws(SystemError) { part = try TrustedPath.weakPart(of: path) } catch { throw .unreadable(path, error) }
    if let part { throw .open(part) }
  }
}

extension FileLock {
  /// The lock on the file `name` in `folder`.
  static func take(_ name: String, in folder: AccountsFolder, within seconds: Double, or interrupt: Interrupt? = nil)
    throws(AccountStoreError) -> FileLock
  {
    let path = "\(folder.path)/\(name)"
    do throws(FileLock.Error) {
      return try FileLock(file: path, within: seconds, or: interrupt)
    } catch {
      switch error {
      case .busy: throw .busy(path)
      case .system(let reason): throw .unwritable(path, reason)
      }
    }
  }
}
