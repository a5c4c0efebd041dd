// The owners of files and folders.

import Platform

package enum Owner {
  /// Returns whether the file or folder at `path` belongs to neither this user nor root. Follows symbolic links. Returns
  /// false if nothing is there.
  package static func isAnother(of path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid != geteuid() && status.st_uid != 0
  }

  /// Returns the deepest existing folder above `path`. `nil` if `path` exists.
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
