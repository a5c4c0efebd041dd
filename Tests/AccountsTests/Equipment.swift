// Programs that tests need beside the built one. On a developer's machine they may be missing: then their tests say so
// and are skipped. CI has to have all of them.

import Foundation
import Platform
import RealServers
import TestSupport
import Testing

enum Equipment {
  static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"
  static let strace = "/usr/bin/strace"

  /// Whether system calls can be made to fail.
  static let canInject = isCI || access(strace, X_OK) == 0
  /// What runs its arguments with mounts that nobody else sees: as root, or as a user who becomes root there; nil where
  /// the system allows neither.
  static let mounting: [String]? = [["-m"], ["-rm"]].map { ["/usr/bin/unshare"] + $0 }.first { words in
    let call = ProcessCall(words[0], Array(words.dropFirst()) + ["/bin/mount", "-t", "tmpfs", "none", "/mnt"], environment: [:])
    return (try? call.run().end) == .exited(0)
  }
  static let hasServers = isCI || RealServers.missing.isEmpty
}
