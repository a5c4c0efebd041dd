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

  /// The same, to send secrets where it says: a file that somebody else may change, or put another in the place of, is
  /// refused, as that of saved accounts is. What root has put there is as good as the person's own.
  static func trusted(_ path: String) throws(CommandError) -> Data {
    let file = try contents(path)
    if file.mayBeChangedByUsers { throw .registry(.open(path)) }
    if let folder = try folders(path).first(where: Owner.letsOthersReplace) { throw .registry(.open(folder)) }
    return Data(file.octets)
  }

  /// The folder that names the file, and where the name is a link the one that the file is in.
  private static func folders(_ path: String) throws(CommandError) -> [String] {
    guard let real = realpath(path, nil) else { throw .unreadableFile(path, reason: SystemError.last.text) }
    defer { free(real) }
    guard let target = String(validatingCString: real) else { throw .unreadableFile(path, reason: SystemError(EILSEQ).text) }
    return [path, target].map { path in path.lastIndex(of: "/").map { path.prefix(upTo: $0) + "/" } ?? "." }
  }

  private static func contents(_ path: String) throws(CommandError) -> FileContents {
    do throws(FileContents.Fault) {
      return try FileContents.read(path, limit: Catalog.limit)
    } catch {
      switch error {
      case .system(let reason): throw .unreadableFile(path, reason: reason.text)
      case .notRegular: throw .unreadableFile(path, reason: "not a regular file")
      case .tooBig: throw .unreadableFile(path, reason: SystemError(EFBIG).text)
      }
    }
  }
}
