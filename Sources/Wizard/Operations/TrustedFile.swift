// A file of the user's that decides which servers get a secret: an own catalog, a certificate authority's file.

import Posix
import Sentences

enum TrustedFile {
  /// Throws if another user but root could change `file`, which was read from `path`, or replace it or anything on the way to
  /// it.
  static func check(_ file: FileContents, at path: String) throws(CommandError) {
    if file.mayBeChangedByUsers { throw .registry(.open(path)) }
    let part: String?
    do throws(SystemError) { part = try TrustedPath.weakPart(of: path) } catch { throw .unreadableFile(path, reason: error.text) }
    if let part { throw .registry(.open(part)) }
  }
}
