// Whose a file or a folder is.

import Platform

package enum Owner {
  /// Whether what is at `path`, links followed, belongs to neither this user nor root. What is not there belongs to nobody.
  package static func isAnother(of path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid != geteuid() && status.st_uid != 0
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
