// A private file that is there complete or not at all.

import Platform

package enum NewFile {
  /// Writes `octets` to `path`, replacing what is there: a new file of mode 0600 beside it takes its place by rename.
  /// A target that is no regular file is refused. Throws the errno; then the old file is untouched and nothing is left.
  package static func write(_ octets: [UInt8], to path: String) throws(SystemError) {
    try refuseSpecial(path)
    let temporary = "\(path).\(UInt64.random(in: .min ... .max)).tmp"
    let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw SystemError.last }
    let file = Descriptor(number)
    do throws(SystemError) {
      var rest = octets[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Platform.write(number, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw SystemError.last }
        rest = rest.dropFirst(count)
      }
      guard fsync(file.number) == 0, rename(temporary, path) == 0 else { throw SystemError.last }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Throws what `write` would throw, as far as it can be known beforehand: nobody should give a secret away for a file
  /// that cannot be.
  package static func check(_ path: String) throws(SystemError) {
    try refuseSpecial(path)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK | X_OK) == 0 else { throw SystemError.last }
  }

  private static func refuseSpecial(_ path: String) throws(SystemError) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    throw SystemError(status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EEXIST)
  }
}
