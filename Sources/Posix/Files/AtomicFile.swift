// Files that are replaced as a whole or not at all.

import Platform

package enum AtomicFile {
  /// Writes `octets` to a new file beside `path` and renames it to `path`. Refuses to replace anything but a regular file.
  /// Other users cannot read the new file before it has the permissions `mode`.
  ///
  /// Throws the errno. The old file is then unchanged, and no new file is left, with one exception: if only the last step
  /// fails, which makes the folder's new entry survive a loss of power, the complete new file is at `path`.
  package static func write(_ octets: [UInt8], to path: String, mode: mode_t = 0o600) throws(SystemError) {
    try octets.withUnsafeBufferPointer { (octets) throws(SystemError) in
      try write(UnsafeRawBufferPointer(octets), to: path, mode: mode)
    }
  }

  /// Writes the octets of a secret, without a copy of them.
  package static func write(_ octets: UnsafeRawBufferPointer, to path: String, mode: mode_t = 0o600) throws(SystemError) {
    try refuseSpecial(path)
    _ = try place(octets, at: path, mode: mode)
  }

  /// Writes `octets` and returns the open file. `Leftovers` does not remove the file while it is open.
  static func place(_ octets: UnsafeRawBufferPointer, at path: String, mode: mode_t) throws(SystemError) -> FileDescriptor {
    let (temporary, file) = try makeTemporary(beside: path)
    do throws(SystemError) {
      var rest = octets[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Platform.write(file.number, part.baseAddress, part.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw SystemError.last }
        rest = rest.dropFirst(count)
      }
      // The umask does not apply: the mode of a file that is replaced is the user's choice.
      guard mode == 0o600 || fchmod(file.number, mode) == 0 else { throw SystemError.last }
      guard fsync(file.number) == 0, rename(temporary, path) == 0 else { throw SystemError.last }
    } catch {
      unlink(temporary)
      throw error
    }
    try settle(folder(of: path))
    return file
  }

  /// Creates a new file with a lock on it, which shows `Leftovers` that its writer still runs. Creates another one if the
  /// file was removed as a leftover before it was locked.
  private static func makeTemporary(beside path: String) throws(SystemError) -> (String, FileDescriptor) {
    for _ in 0..<100 {
      let temporary = Leftovers.name(beside: path)
      let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard number >= 0 else { throw SystemError.last }
      let file = FileDescriptor(number)
      // On a file system without locks, `Leftovers` cannot lock the file either, and does not remove it.
      let isHeld = flock(number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      var status = stat()
      if isHeld, fstat(number, &status) != 0 || status.st_nlink > 0 { return (temporary, file) }
    }
    throw SystemError(EAGAIN)
  }

  /// Writes the entries of the folder to the disk. Without this, the new entry may be missing after a loss of power
  /// (fsync(2)).
  private static func settle(_ folder: String) throws(SystemError) {
    let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that can be written to but not read, such as a drop box, cannot be opened. The system writes it later.
    if number < 0, errno == EACCES { return }
    guard number >= 0 else { throw SystemError.last }
    let descriptor = FileDescriptor(number)
    // Some file systems, for example on a network, do not support this (EINVAL).
    guard fsync(descriptor.number) == 0 || errno == EINVAL else { throw SystemError.last }
  }

  private static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "." }

  /// Throws what `write` would throw, if it is known before. The user should not enter a secret for a file that cannot be
  /// written.
  package static func check(_ path: String) throws(SystemError) {
    try refuseSpecial(path)
    guard access(folder(of: path), W_OK | X_OK) == 0 else { throw SystemError.last }
  }

  private static func refuseSpecial(_ path: String) throws(SystemError) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    throw SystemError(status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EEXIST)
  }
}
