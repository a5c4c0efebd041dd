// Whose a file or a folder is.

import Platform

package enum Owner {
  /// Whether what is at `path`, links followed, belongs to neither this user nor root. What is not there belongs to nobody.
  package static func isAnother(of path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid != geteuid() && status.st_uid != 0
  }

  /// Whether another user but root could put a file in the place of one in the folder at `path`. In a folder with the
  /// sticky bit, as /tmp is, only the owner of a file can (unlink(2)). What cannot be looked at is no good.
  package static func letsOthersReplace(in path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    if status.st_uid != geteuid(), status.st_uid != 0 { return true }
    return status.st_mode & 0o022 != 0 && status.st_mode & S_ISVTX == 0
  }

  /// The folder above the deepest part of `path` that is missing; nil where nothing is.
  static func base(of path: String) -> String? {
    var status = stat()
    var built = path
    guard lstat(built, &status) != 0 else { return nil }
    while let slash = built.lastIndex(of: "/") {
      built = slash == built.startIndex ? "/" : String(built[..<slash])
      if built == "/" || lstat(built, &status) == 0 { return built }
    }
    return "."
  }
}
