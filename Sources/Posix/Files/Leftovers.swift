// New files that never took their place, because their writer was killed. What is in them may be a secret.

import Platform

package enum Leftovers {
  static let ending = ".tmp"
  static let trialEnding = ".trial"

  /// Removes from `folder` what killed writers of the files `names` there have left behind; nil is of any file. What a
  /// writer is still at, another user's files and another user's folder are left alone.
  package static func sweep(_ folder: String, of names: Set<String>? = nil) {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    var status = stat()
    guard fstat(dirfd(directory), &status) == 0, status.st_uid == geteuid() else { return }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { octets in
        octets.prefix { $0 != 0 }.withUnsafeBytes { String(validating: $0, as: UTF8.self) }
      }
      if let name, let base = written(name), names?.contains(base) ?? true { found.append(name) }
    }
    for name in found { remove(name, dirfd(directory)) }
  }

  /// The same for the one file at `path`, and where that is a link for the file it leads to.
  package static func sweep(of path: String) {
    guard let real = realpath(path, nil) else { return sweepBeside(path) }
    defer { free(real) }
    if let target = String(validatingCString: real) { sweepBeside(target) }
  }

  private static func sweepBeside(_ path: String) {
    let slash = path.lastIndex(of: "/")
    sweep(slash.map { String(path[...$0]) } ?? ".", of: [slash.map { String(path[path.index(after: $0)...]) } ?? path])
  }

  /// The file that the new one called `name` was to replace: `NAME.123.tmp` and `NAME.123.trial`, or both one after the
  /// other. nil for any other name.
  private static func written(_ name: String) -> String? {
    var base = name[...]
    for ending in [ending, trialEnding] where base.hasSuffix(ending) {
      let stem = base.dropLast(ending.count)
      guard let dot = stem.lastIndex(of: "."), dot > stem.startIndex else { continue }
      let number = stem[stem.index(after: dot)...]
      if number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), UInt64(number) != nil { base = stem[..<dot] }
    }
    return base.count < name.count ? String(base) : nil
  }

  private static func remove(_ name: String, _ folder: Int32) {
    let number = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return }
    let file = FileDescriptor(number)
    var status = stat()
    guard fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { return }
    // The writer's lock ends with the writer (flock(2)).
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { return }
    unlinkat(folder, name, 0)
  }
}
