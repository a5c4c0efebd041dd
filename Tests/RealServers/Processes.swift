// Running processes, read from /proc.

import Foundation

/// A process in /proc.
struct RunningProcess {
  /// The id of its process group.
  let group: pid_t

  /// Returns `nil` if there is no such process, or if it has ended and is only waiting to be reaped.
  init?(_ pid: pid_t) {
    // The name in parentheses may contain any characters. The state, the parent and the group follow it.
    let text = read("/proc/\(pid)/stat")
    guard let nameEnd = text.lastIndex(of: ")") else { return nil }
    let fields = text[nameEnd...].split(separator: " ").dropFirst()
    guard let state = fields.first, state != "Z", state != "X", let group = pid_t(fields.dropFirst(2).first ?? "") else { return nil }
    self.group = group
  }

  /// Returns whether any process of these groups is running.
  static func any(in groups: [pid_t]) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.lazy.compactMap { pid_t($0) }.compactMap { RunningProcess($0) }.contains { groups.contains($0.group) }
  }
}
