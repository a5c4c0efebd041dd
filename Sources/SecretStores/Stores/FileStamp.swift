// The time of the last change of a file, as a stamp of an entry.

import Platform

enum FileStamp {
  /// Returns the seconds and nanoseconds since 1970 at which the file at `path` was changed. Follows symbolic links. `nil` if the
  /// file cannot be examined. A copy that keeps the time of a file keeps its stamp.
  static func text(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let (seconds, nanoseconds) = Platform.modified(status)
    return "\(seconds).\(nanoseconds)"
  }

  /// Sets the time of the file at `path` to the one in `text`.
  static func set(_ path: String, _ text: String) {
    let parts = text.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 2 else { return }
    // The time of the last access has no use.
    let times = [timespec](repeating: timespec(tv_sec: parts[0], tv_nsec: parts[1]), count: 2)
    _ = utimensat(AT_FDCWD, path, times, 0)
  }
}
