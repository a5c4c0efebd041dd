// What a call asks of the sessions, whatever account they are about.

import Session

/// The session log and the time limit of the sessions with the servers.
package struct VerificationOptions: Equatable, Sendable {
  /// The file for the session log.
  package var trace: String?
  /// The time limit in seconds.
  package var timeout: Double?

  package init(trace: String? = nil, timeout: Double? = nil) { (self.trace, self.timeout) = (trace, timeout) }

  /// The time limits of the sessions.
  package var timing: TimeLimits { timeout.map { TimeLimits(account: $0) } ?? .usual }
}
