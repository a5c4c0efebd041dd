// A catalog file of the user's own, read with care: a regular file, not too big.

import Catalog
import FoundationEssentials
import Platform
import Posix
import Sentences
import Vocabulary

enum CatalogFile {
  /// The octets of the file at `path`, to look for mistakes in it. A FIFO, a device, a directory or more than the limit is
  /// refused.
  static func read(_ path: String) throws(CommandError) -> Data { Data(try contents(path).octets) }

  /// The same, for a catalog that decides where secrets are sent. Throws if another user but root could change the file, or
  /// replace it or anything on the way to it: the file of saved accounts is refused for the same reasons.
  static func trusted(_ path: String) throws(CommandError) -> Data {
    let file = try contents(path)
    try TrustedFile.check(file, at: path)
    return Data(file.octets)
  }

  private static func contents(_ path: String) throws(CommandError) -> FileContents {
    do throws(FileContents.Error) {
      return try FileContents.read(path, limit: Catalog.limit)
    } catch {
      throw CommandError(error)
    }
  }
}
