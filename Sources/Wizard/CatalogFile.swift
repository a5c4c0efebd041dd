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
    do throws(WholeFile.Fault) {
      let file = try WholeFile.read(path, limit: Catalog.limit)
      if file.mayBeChangedByOthers { warn(CatalogSentence.foreignFile(Visible(path, limit: 80))) }
      return Data(file.octets)
    } catch {
      switch error {
      case .system(let reason): throw .unreadableFile(path, reason: reason.text)
      case .notRegular: throw .unreadableFile(path, reason: "not a regular file")
      case .tooBig: throw .unreadableFile(path, reason: SystemError(EFBIG).text)
      }
    }
  }
}
