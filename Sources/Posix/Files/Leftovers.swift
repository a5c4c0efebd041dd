// New files that never took their place, because their writer was killed. What is in them may be a secret.

import Platform

package enum Leftovers {
  private static let ending = ".tmp"
  private static let trialEnding = ".trial"
  /// Marks the names that this program makes: no program or person writes it followed by as many digits.
  private static let mark = ".setup-"
  /// Hexadecimal digits behind the mark.
  private static let digits = 16

  /// A new name for what is to replace the file at `path`, or a trial of it.
  static func name(beside path: String, isTrial: Bool = false) -> String {
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    return path + mark + String(repeating: "0", count: digits - number.count) + number + (isTrial ? trialEnding : ending)
  }

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

  /// The file that the new one called `name` was to replace: `NAME.setup-0123456789abcdef.tmp` or `.trial`, or one after the
  /// other. `nil` for any other name.
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
    // The writer's lock ends with the writer (flock(2)).
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { return }
    unlinkat(folder, name, 0)
  }
}
