// Why a file that the user named was not read.

import Platform
import Posix
import Sentences

extension CommandError {
  /// Why the file that the user named was not read. `path` is the name that the user typed, if it is not the path that was
  /// read.
  init(_ error: FileContents.Error, typed path: String? = nil) {
    let path = path ?? error.path
    switch error.reason {
    case .system(let reason) where reason.isExhaustion: self = .system(reason.text)
    case .system(let reason): self = .unreadableFile(path, reason: reason.text)
    case .notRegular: self = .unreadableFile(path, reason: "not a regular file")
    case .tooBig: self = .unreadableFile(path, reason: SystemError(EFBIG).text)
    }
  }
}
