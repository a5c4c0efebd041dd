// Why a file that the user named was not read.

import Platform
import Posix
import Sentences

extension CommandError {
  /// Why the file that the user named `path` was not read.
  init(_ fault: FileContents.Fault, reading path: String) {
    switch fault {
    case .system(let reason) where reason.isExhaustion: self = .system(reason.text)
    case .system(let reason): self = .unreadableFile(path, reason: reason.text)
    case .notRegular: self = .unreadableFile(path, reason: "not a regular file")
    case .tooBig: self = .unreadableFile(path, reason: SystemError(EFBIG).text)
    }
  }
}
