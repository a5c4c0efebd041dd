// Asking the kernel which processes still run.

import Foundation

/// A process as /proc shows it.
struct RunningProcess {
  /// The number of its process group.
  let group: pid_t

  /// Nil when there is no such process, or when it has ended and only waits for somebody to take note.
  init?(_ pid: pid_t) {
    // The name, in parentheses, may hold anything; after it come the state, the parent and the group.
    let text = read("/proc/\(pid)/stat")
    guard let nameEnd = text.lastIndex(of: ")") else { return nil }
    let fields = text[nameEnd...].split(separator: " ").dropFirst()
    guard let state = fields.first, state != "Z", state != "X", let group = pid_t(fields.dropFirst(2).first ?? "") else { return nil }
    self.group = group
  }

  /// Whether any process of these groups runs.
  static func any(in groups: [pid_t]) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.lazy.compactMap { pid_t($0) }.compactMap { RunningProcess($0) }.contains { groups.contains($0.group) }
  }
}
