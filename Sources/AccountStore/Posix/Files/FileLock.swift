// One writer at a time.

import Platform
import Posix

/// Held from its making to `release`. The kernel takes it from a process that dies, so it can never be stale.
final class FileLock {
  private let file: FileDescriptor

  /// A change takes milliseconds; who holds it for so long is stuck.
  private static let patience = 5.0

  /// Waits for the lock on the file at `path`, which is made and stays: a lock file that is removed is two lock files for
  /// those who wait for the old one.
  init(_ path: String, patience: Double = FileLock.patience, interrupt: Interrupt? = nil) throws(AccountStoreError) {
    let number = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard number >= 0 else { throw .unwritable(path, .last) }
    file = FileDescriptor(number)
    let deadline = Deadline.after(seconds: patience)
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      let failure = SystemError.last
      guard failure.number == EWOULDBLOCK || failure.number == EINTR else { throw .unwritable(path, failure) }
      guard !deadline.hasPassed, interrupt?.isRaised != true else { throw .busy(path) }
      // poll(2) does not know locks.
      Wait.pause(seconds: 0.01)
    }
  }

  /// Lets the next one in.
  func release() { _ = flock(file.number, LOCK_UN) }
}
