// When a file was written last.

import Platform

enum FileStamp {
  /// Seconds and nanoseconds since 1970 of the file at `path`, links followed. `nil` if it cannot be had. Copies that keep the
  /// time of a file keep the stamp; a file that is written again has another one.
  static func text(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let (seconds, nanoseconds) = Platform.modified(status)
    return "\(seconds).\(nanoseconds)"
  }

  /// Gives the file at `path` the time that `text` says: it has again what it had then.
  static func set(_ path: String, _ text: String) {
    let parts = text.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 2 else { return }
    // Nobody asks when it was read last.
    let times = [timespec](repeating: timespec(tv_sec: parts[0], tv_nsec: parts[1]), count: 2)
    _ = utimensat(AT_FDCWD, path, times, 0)
  }
}
