// What came of the last verification of a saved account.

import Posix
import Vocabulary

/// The end of one check, with its date.
package struct LastCheck: Sendable, Equatable {
  /// When it ended.
  package var time: Timestamp
  /// As in the result of a verification; `incomplete` where the secret could not be read and nothing was tried.
  package var verdict: Outcome
  /// The likeliest cause; nil where all was well or none is known.
  package var cause: Cause?
  /// Whether trying the same secret again by itself could lock the account.
  package var isRisky: Bool

  /// All of it.
  package init(time: Timestamp, verdict: Outcome, cause: Cause?, isRisky: Bool) {
    (self.time, self.verdict, self.cause, self.isRisky) = (time, verdict, cause, isRisky)
  }
}
