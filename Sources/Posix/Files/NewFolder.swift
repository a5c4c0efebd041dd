// A private folder, with all that lies above it.

import Platform

package enum NewFolder {
  /// Which folder could not be made, and why.
  package struct Failure: Error, Equatable, Sendable {
    package let path: String
    package let reason: Reason

    package enum Reason: Equatable, Sendable {
      /// It belongs to another user: what root made in it, its owner could not use.
      case foreign
      case system(SystemError)
    }
  }

  /// Makes the folder at the absolute `path`, and those above it, of mode 0700 where they are missing. What is there
  /// keeps its mode. `home` and what lies above it are never made: a home that is missing is somebody's mistake.
  package static func make(_ path: String, home: String?) throws(Failure) {
    try check(path, home: home)
    for built in folders(path) {
      guard mkdir(built, 0o700) != 0, errno != EEXIST else { continue }
      // Above it there may be folders that are not ours to look into, or of a read-only system.
      let failure = SystemError.last
      var status = stat()
      guard stat(built, &status) == 0 else { throw Failure(path: built, reason: .system(failure)) }
    }
  }

  /// Throws why `make` would not even try.
  package static func check(_ path: String, home: String?) throws(Failure) {
    let home = home.map { folders($0).last ?? "/" }
    var above = "/"
    for built in folders(path) {
      var status = stat()
      guard lstat(built, &status) != 0, errno == ENOENT else {
        above = built
        continue
      }
      if let home, home == built || home.hasPrefix(built + "/") { throw Failure(path: built, reason: .system(SystemError(ENOENT))) }
      // What is missing below it would be made by this process, and belong to it.
      if Owner.isAnother(of: above) { throw Failure(path: above, reason: .foreign) }
      return
    }
  }

  /// `/a`, `/a/b` and so on down to `path`.
  private static func folders(_ path: String) -> [String] {
    path.split(separator: "/").reduce(into: []) { $0.append(($0.last ?? "") + "/" + $1) }
  }
}
