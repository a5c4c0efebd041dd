// One writer at a time, also among several processes.

import Platform

/// A lock on a file or a folder (flock(2)), held until `release` or until the last reference to this object is released.
/// The kernel releases the lock of a process that ends, so a lock cannot be stale.
package final class FileLock: Sendable {
  /// The reason why the lock was not taken.
  package enum Error: Swift.Error, Equatable, Sendable {
    /// Another process has held the lock for the whole time, or the interrupt was raised.
    case busy
    case system(SystemError)
  }

  private let file: FileDescriptor

  /// Waits up to `seconds` for the lock on the file at `path`, or until `interrupt` is raised. The file is created if it is
  /// missing. It must never be removed: two processes could then hold locks on two files with the same name.
  package convenience init(file path: String, within seconds: Double, or interrupt: Interrupt? = nil) throws(Error) {
    try self.init(open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600), within: seconds, or: interrupt)
  }

  /// Waits up to `seconds` for the lock on the folder at `path`. Such a lock leaves no file behind.
  package convenience init(folder path: String, within seconds: Double) throws(Error) {
    try self.init(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), within: seconds, or: nil)
  }

  /// `number` is the result of open(2).
  private init(_ number: Int32, within seconds: Double, or interrupt: Interrupt?) throws(Error) {
    guard number >= 0 else { throw .system(.last) }
    file = FileDescriptor(number)
    let deadline = Deadline.after(seconds: seconds)
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      let failure = SystemError.last
      guard failure.number == EWOULDBLOCK || failure.number == EINTR else { throw .system(failure) }
      guard !deadline.hasPassed, interrupt?.isRaised != true else { throw .busy }
      // poll(2) cannot wait for locks.
      Wait.pause(seconds: 0.01)
    }
  }

  /// Releases the lock.
  package func release() { _ = flock(file.number, LOCK_UN) }
}
