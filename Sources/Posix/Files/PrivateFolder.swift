// Folders of this user: created, and checked for access by others.

import Platform

/// Creates folders that only this user can read, and checks those that exist.
package enum PrivateFolder {
  /// The reason why a folder cannot be used or created, and its path.
  package struct Error: Swift.Error, Equatable, Sendable {
    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) { (self.path, self.reason) = (path, reason) }

    package enum Reason: Equatable, Sendable {
      /// It belongs to another user, who could not use what this process (as root) creates in it.
      case foreign
      /// It exists and is not a folder.
      case notFolder
      /// It belongs to another user, or has more permissions than allowed.
      case notPrivate
      /// The system's reason why it cannot be examined.
      case unreadable(SystemError)
      /// The system's reason why it cannot be created.
      case notCreated(SystemError)
    }
  }

  /// Creates the folder at the absolute `path`, and the missing folders above it, with mode 0700. An existing folder keeps
  /// its mode. Never creates `home` or a folder above it: a home that is missing is a mistake of the configuration.
  package static func make(_ path: String, home: String?) throws(Error) {
    try checkMaking(path, home: home)
    for folder in folders(path) {
      guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
      // Above it may be folders that this user cannot write to, or that are on a read-only file system.
      let failure = SystemError.last
      var status = stat()
      guard stat(folder, &status) == 0 else { throw Error(path: folder, reason: .notCreated(failure)) }
    }
  }

  /// Throws if `make` would refuse to create the folder. Creates nothing.
  package static func checkMaking(_ path: String, home: String?) throws(Error) {
    let home = home.map { folders($0).last ?? "/" }
    var above = "/"
    for folder in folders(path) {
      var status = stat()
      guard lstat(folder, &status) != 0, errno == ENOENT else {
        above = folder
        continue
      }
      if let home, home == folder || home.hasPrefix(folder + "/") { throw Error(path: folder, reason: .notCreated(SystemError(ENOENT))) }
      // This process would create the missing folders, and they would belong to its user.
      if Owner.isAnother(of: above) { throw Error(path: above, reason: .foreign) }
      return
    }
  }

  /// Returns whether the folder at `path` exists. Throws if it belongs to another user, or has permission bits that are not
  /// in `permissions`. A symbolic link is accepted only if `followsLinks` is true.
  package static func check(_ path: String, allowing permissions: mode_t, followsLinks: Bool) throws(Error) -> Bool {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else {
      if errno == ENOENT { return false }
      throw Error(path: path, reason: .unreadable(.last))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw Error(path: path, reason: .notFolder) }
    guard status.st_uid == geteuid(), status.st_mode & 0o777 & ~permissions == 0 else { throw Error(path: path, reason: .notPrivate) }
    return true
  }

  /// `/a`, `/a/b` and so on down to `path`.
  private static func folders(_ path: String) -> [String] {
    path.split(separator: "/").reduce(into: []) { $0.append(($0.last ?? "") + "/" + $1) }
  }
}
