// A file descriptor that is closed exactly once.

import Platform

package final class FileDescriptor: Sendable {
  package let number: Int32

  /// Owns `number`, which must be open, and closes it.
  package init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Returns both ends of a new pipe, close-on-exec and non-blocking. Returns `nil` and sets `errno` if the system has no
  /// descriptors left.
  package static func pipe() -> (read: FileDescriptor, write: FileDescriptor)? {
    var ends: [Int32] = [-1, -1]
    guard Platform.pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (FileDescriptor(ends[0]), FileDescriptor(ends[1]))
  }

  /// Makes the descriptor blocking, for a child process.
  package func blocks() { _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) & ~O_NONBLOCK) }

  /// Writes one octet into a pipe, which wakes the waiters for its other end. Async-signal-safe.
  package func signal() {
    var octet: UInt8 = 1
    _ = write(number, &octet, 1)
  }

  /// Reads everything that is in a pipe, so that a caller can wait for it again.
  package func drain() {
    var octets = [UInt8](repeating: 0, count: 64)
    while read(number, &octets, octets.count) > 0 {}
  }

  /// Opens /dev/null on each of the descriptors 0, 1 and 2 that is closed, so that no socket or file gets the number of
  /// standard input, output or error. Returns those that were closed.
  @discardableResult
  package static func occupyStandard() -> [Int32] {
    let closed = (Int32(0)...2).filter { fcntl($0, F_GETFD) == -1 && errno == EBADF }
    for number in closed { _ = open("/dev/null", number == 0 ? O_RDONLY : O_WRONLY) }
    return closed
  }
}
