// Programs that tests need beside the built one. On a developer's machine they may be missing; the tests then report
// that and are skipped. CI must have all of them.

import Foundation
import Platform
import Testing

package enum Equipment {
  package static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  package static func path(_ program: String) -> String { "/usr/bin/\(program)" }
  package static func isThere(_ program: String) -> Bool { isCI || access(path(program), X_OK) == 0 }
  package static func isThere(_ programs: String...) -> Bool { programs.allSatisfy { isThere($0) } }
  package static func why(_ program: String) -> Comment { "skipped: missing \(path(program))" }

  package static let strace = "/usr/bin/strace"

  /// Whether strace can make system calls fail.
  package static let canInject = isCI || access(strace, X_OK) == 0
  /// The command that runs its arguments in a private mount namespace: as root, or as a user who becomes root there.
  /// `nil` if the system permits neither.
  package static let mounting: [String]? = [["-m"], ["-rm"]].map { ["/usr/bin/unshare"] + $0 }.first { words in
    let call = ProcessCall(words[0], Array(words.dropFirst()) + ["/bin/mount", "-t", "tmpfs", "none", "/mnt"], environment: [:])
    return (try? call.run().end) == .exited(0)
  }
}
