// The contents of a regular file of limited size.

import Platform

/// The octets of a file, and whether other users can change it.
package struct FileContents: Sendable {
  package let octets: [UInt8]
  /// Whether the file belongs to another user, or others can write to it.
  package let mayBeChangedByOthers: Bool
  /// Likewise, except that root, who can change every file, does not count as another user.
  package let mayBeChangedByUsers: Bool

  /// The reason why a file was not read, and its path.
  package struct Error: Swift.Error, Equatable, Sendable {
    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) { (self.path, self.reason) = (path, reason) }

    package enum Reason: Equatable, Sendable {
      case system(SystemError)
      /// It is a FIFO, a device, a directory or a socket.
      case notRegular
      case tooBig
    }
  }

  /// Reads the file at `path`, of at most `limit` octets. Follows symbolic links. Never blocks: a FIFO is refused.
  package static func read(_ path: String, limit: Int) throws(Error) -> FileContents {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw Error(path: path, reason: .system(.last)) }
    let file = FileDescriptor(number)
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw Error(path: path, reason: .system(.last)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Error(path: path, reason: .notRegular) }
    guard status.st_size <= limit else { throw Error(path: path, reason: .tooBig) }
    // The file may grow while it is read. One octet more than its size shows that.
    var octets = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var count = 0
    while true {
      if count == octets.count {
        guard count <= limit else { throw Error(path: path, reason: .tooBig) }
        octets += [UInt8](repeating: 0, count: min(count, limit + 1 - count))
      }
      let got = octets.withUnsafeMutableBytes { Platform.read(file.number, $0.baseAddress.map { $0 + count }, $0.count - count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Error(path: path, reason: .system(.last)) }
      if got == 0 { break }
      count += got
    }
    guard count <= limit else { throw Error(path: path, reason: .tooBig) }
    let (isOurs, isLoose) = (status.st_uid == geteuid(), status.st_mode & 0o022 != 0)
    return FileContents(
      octets: Array(octets[..<count]), mayBeChangedByOthers: !isOurs || isLoose,
      mayBeChangedByUsers: !isOurs && status.st_uid != 0 || isLoose)
  }
}
