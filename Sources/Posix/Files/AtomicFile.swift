// A private file that is there complete or not at all.

import Platform

package enum AtomicFile {
  /// Writes `octets` to `path`, replacing what is there: a new file beside it takes its place by rename.
  /// A target that is no regular file is refused. Throws the errno; then the old file is untouched and nothing is left.
  /// Only where the very last step fails, which has the folder's new entry survive a loss of power, the new file stands
  /// there already, complete.
  /// Nobody but the owner can read it before it has all of `mode`.
  package static func write(_ octets: [UInt8], to path: String, mode: mode_t = 0o600) throws(SystemError) {
    try octets.withUnsafeBufferPointer { (octets) throws(SystemError) in
      try write(UnsafeRawBufferPointer(octets), to: path, mode: mode)
    }
  }

  /// The same with octets that are only lent: a secret's.
  package static func write(_ octets: UnsafeRawBufferPointer, to path: String, mode: mode_t = 0o600) throws(SystemError) {
    try refuseSpecial(path)
    _ = try place(octets, at: path, mode: mode)
  }

  /// The same; as long as what it gives is kept, `Leftovers` takes the file for somebody's who is at work.
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
      // The umask is not asked: a mode that is kept has been chosen by somebody.
      guard mode == 0o600 || fchmod(file.number, mode) == 0 else { throw SystemError.last }
      guard fsync(file.number) == 0, rename(temporary, path) == 0 else { throw SystemError.last }
    } catch {
      unlink(temporary)
      throw error
    }
    try settle(folder(of: path))
    return file
  }

  /// A new file with a lock on it, which tells `Leftovers` that its writer lives. Where it has been taken for a leftover
  /// between the making and the locking, another one is made.
  private static func makeTemporary(beside path: String) throws(SystemError) -> (String, FileDescriptor) {
    for _ in 0..<100 {
      let temporary = Leftovers.name(beside: path)
      let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard number >= 0 else { throw SystemError.last }
      let file = FileDescriptor(number)
      // A file system without locks has none for `Leftovers` either.
      let isHeld = flock(number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      var status = stat()
      if isHeld, fstat(number, &status) != 0 || status.st_nlink > 0 { return (temporary, file) }
    }
    throw SystemError(EAGAIN)
  }

  /// Without this a loss of power can bring the old entry back, or none (fsync(2)).
  private static func settle(_ folder: String) throws(SystemError) {
    let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that can be written to but not read, such as a drop box, cannot be opened: its entry is left to the system.
    if number < 0, errno == EACCES { return }
    guard number >= 0 else { throw SystemError.last }
    let descriptor = FileDescriptor(number)
    // Some file systems, such as those over a network, do not have it (EINVAL).
    guard fsync(descriptor.number) == 0 || errno == EINVAL else { throw SystemError.last }
  }

  private static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "." }

  /// Throws what `write` would throw, as far as it can be known beforehand: nobody should give a secret away for a file
  /// that cannot be.
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
