// A folder that exists for one run.

import Platform

/// A new folder that only this user can use. It is removed with all that is in it by `remove`, or by the next run that makes one if this
/// run is killed.
package final class ScratchFolder {
  package let path: String
  /// The folder, locked. The system releases the lock of a process that ends (flock(2)).
  private let folder: FileDescriptor
  private static let start = "setup-scratch-"
  /// The depth to which folders are removed. What this program writes is less deep.
  private static let depth = 32

  /// Makes a folder below TMPDIR, or below /tmp, and removes the folders of killed runs there.
  package init(_ environment: Environment) throws(SystemError) {
    let base = environment.path("TMPDIR") ?? "/tmp"
    Self.sweep(base)
    path = "\(base)/\(Self.start)\(String(UInt64.random(in: .min ... .max), radix: 16))"
    guard mkdir(path, 0o700) == 0 else { throw .last }
    guard let opened = Self.opened(AT_FDCWD, path) else { throw .last }
    folder = opened
    guard flock(folder.number, LOCK_EX | LOCK_NB) == 0 else { throw .last }
  }

  /// Removes the folder and all that is in it. Links are removed, not followed.
  package func remove() {
    Self.empty(folder.number, Self.depth)
    rmdir(path)
  }

  private static func sweep(_ base: String) {
    guard let above = opened(AT_FDCWD, base) else { return }
    for name in names(in: above.number) where name.hasPrefix(start) {
      guard let folder = opened(above.number, name) else { continue }
      var status = stat()
      guard fstat(folder.number, &status) == 0, status.st_uid == geteuid(), flock(folder.number, LOCK_EX | LOCK_NB) == 0 else { continue }
      empty(folder.number, depth)
      unlinkat(above.number, name, AT_REMOVEDIR)
    }
  }

  private static func opened(_ above: Int32, _ name: String) -> FileDescriptor? {
    let number = openat(above, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (above == AT_FDCWD ? 0 : O_NOFOLLOW))
    return number >= 0 ? FileDescriptor(number) : nil
  }

  /// Returns the names in an open folder. They can be read once.
  private static func names(in folder: Int32) -> [String] {
    // `fdopendir` takes the descriptor.
    let copy = dup(folder)
    guard copy >= 0 else { return [] }
    guard let directory = fdopendir(copy) else {
      close(copy)
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { octets in
        octets.prefix { $0 != 0 }.withUnsafeBytes { String(validating: $0, as: UTF8.self) }
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func empty(_ folder: Int32, _ depth: Int) {
    for name in names(in: folder) where unlinkat(folder, name, 0) != 0 {
      guard depth > 0, let inner = opened(folder, name) else { continue }
      empty(inner.number, depth - 1)
      unlinkat(folder, name, AT_REMOVEDIR)
    }
  }
}
