// The result of the last verification of a saved account.

import Posix
import Vocabulary

/// The outcome of one check, with its time.
package struct LastCheck: Sendable, Equatable {
  /// When it ended.
  package var time: Timestamp
  /// As in the result of a verification. `incomplete` if the secret could not be read, so that there was no sign-in.
  package var outcome: Outcome
  /// The most likely cause. `nil` if the check succeeded or no cause is known.
  package var cause: Cause?
  /// Whether an automatic attempt with the same secret could lock the account.
  package var isRisky: Bool

  package init(time: Timestamp, outcome: Outcome, cause: Cause?, isRisky: Bool) {
    (self.time, self.outcome, self.cause, self.isRisky) = (time, outcome, cause, isRisky)
  }
}
