// Temporary files of writers that were killed. They may contain secrets.

import Platform

package enum Leftovers {
  private static let ending = ".tmp"
  private static let trialEnding = ".trial"
  /// Marks the names that this program creates. It is unlikely that anyone else uses it with as many digits after it.
  private static let mark = ".setup-"
  /// The number of hexadecimal digits after the mark.
  private static let digits = 16

  /// Returns a new name for a file that replaces the file at `path`, or for a trial of it.
  static func name(beside path: String, isTrial: Bool = false) -> String {
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    return path + mark + String(repeating: "0", count: digits - number.count) + number + (isTrial ? trialEnding : ending)
  }

  /// Removes from `folder` the temporary files of killed writers of the files `names` there. `nil` stands for every file.
  /// Does not remove files of writers that still run, files of other users, or anything in a folder of another user.
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

  /// Does the same for the one file at `path`. For a symbolic link, that is the file which it points to.
  package static func sweep(of path: String) {
    guard let real = realpath(path, nil) else { return sweepBeside(path) }
    defer { free(real) }
    if let target = String(validatingCString: real) { sweepBeside(target) }
  }

  private static func sweepBeside(_ path: String) {
    let slash = path.lastIndex(of: "/")
    sweep(slash.map { String(path[...$0]) } ?? ".", of: [slash.map { String(path[path.index(after: $0)...]) } ?? path])
  }

  /// Returns the name of the file that the temporary file `name` was for: `NAME.setup-0123456789abcdef.tmp` or `.trial`, or
  /// one after the other. `nil` if `name` is not the name of a temporary file.
  private static func written(_ name: String) -> String? {
    var base = name[...]
    for ending in [ending, trialEnding] where base.hasSuffix(ending) {
      let stem = base.dropLast(ending.count)
      let number = stem.suffix(digits)
      let start = stem.dropLast(digits)
      let isNumber = number.utf8.count == digits && number.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      guard isNumber, start.hasSuffix(mark), start.count > mark.count else { continue }
      base = start.dropLast(mark.count)
    }
    return base.count < name.count ? String(base) : nil
  }

  private static func remove(_ name: String, _ folder: Int32) {
    let number = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return }
    let file = FileDescriptor(number)
    var status = stat()
    guard fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { return }
    // The system releases the lock of a process that ends (flock(2)).
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { return }
    unlinkat(folder, name, 0)
  }
}
