// A private folder, with all that lies above it.

import Platform

package enum NewFolder {
  /// Which folder could not be made, and why.
  package struct Failure: Error, Equatable, Sendable {
    package let path: String
    package let reason: SystemError
  }

  /// Makes the folder at the absolute `path`, and those above it, of mode 0700 where they are missing. What is there
  /// keeps its mode.
  package static func make(_ path: String) throws(Failure) {
    var built = ""
    for part in path.split(separator: "/") {
      built += "/" + part
      guard mkdir(built, 0o700) != 0, errno != EEXIST else { continue }
      // Above it there may be folders that are not ours to look into, or of a read-only system.
      let failure = SystemError.last
      var status = stat()
      guard stat(built, &status) == 0 else { throw Failure(path: built, reason: failure) }
    }
  }
}
