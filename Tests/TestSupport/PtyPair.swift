// A new pseudo-terminal: the end of the tests, and the path of the program's end.

import Platform
import Posix

package enum PtyPair {
  /// Returns both ends. The master is non-blocking and close-on-exec. Throws the system's reason.
  package static func make() throws(ProcessFailure) -> (master: FileDescriptor, slave: String) {
    let number = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .system("opening /dev/ptmx") }
    let master = FileDescriptor(number)
    #if canImport(Darwin)
      guard grantpt(number) == 0, unlockpt(number) == 0, let name = ptsname(number) else { throw .system("ptsname") }
      return (master, String(cString: name))
    #else
      // unlockpt and ptsname, which glibc declares only with _XOPEN_SOURCE: TIOCSPTLCK and TIOCGPTN of ioctl_tty(2).
      var (locked, position) = (Int32(0), Int32(0))
      guard ioctl(number, 0x4004_5431, &locked) == 0, ioctl(number, 0x8004_5430, &position) == 0 else {
        throw .system("unlocking a terminal")
      }
      return (master, "/dev/pts/\(position)")
    #endif
  }
}
