// A catalog file of the user's own, read with care: a regular file, not too big.

import Account
import FoundationEssentials
import Platform
import Posix
import Sentences
import Vocabulary

enum CatalogFile {
  /// The octets of the file at `path`. A FIFO, a device, a directory or more than the limit is refused; a file that
  /// somebody else may change is used after a warning.
  static func read(_ path: String, warn: (Text) -> Void = { _ in }) throws(UsageFault) -> Data {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { throw .unreadableFile(path, reason: SystemError.last.text) }
    let file = Descriptor(number)
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw .unreadableFile(path, reason: SystemError.last.text) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadableFile(path, reason: "not a regular file") }
    if status.st_uid != geteuid() || status.st_mode & 0o022 != 0 { warn(CatalogSentence.foreignFile(Visible(path, limit: 80))) }
    guard status.st_size <= Catalog.limit else { throw .unreadableFile(path, reason: SystemError(EFBIG).text) }
    var octets = [UInt8](repeating: 0, count: Catalog.limit + 1)
    var count = 0
    while count < octets.count {
      let got = octets.withUnsafeMutableBytes { Platform.read(file.number, $0.baseAddress.map { $0 + count }, $0.count - count) }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .unreadableFile(path, reason: SystemError.last.text) }
      if got == 0 { break }
      count += got
    }
    guard count <= Catalog.limit else { throw .unreadableFile(path, reason: SystemError(EFBIG).text) }
    return Data(octets[..<count])
  }
}
