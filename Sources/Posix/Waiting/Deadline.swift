// A point in time on the monotonic clock, in the form that poll needs.

import Platform

/// The end of a wait. A change of the wall clock does not move it.
package struct Deadline: Comparable, Sendable {
  /// Nanoseconds on CLOCK_MONOTONIC.
  private let nanoseconds: UInt64

  private init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

  package static var now: Deadline {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Deadline(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
  }

  /// Returns the deadline `seconds` from now. A negative number is now.
  package static func after(seconds: Double) -> Deadline { now + seconds }

  /// Returns the deadline `seconds` after `start`. A negative number is `start`.
  package static func + (start: Deadline, seconds: Double) -> Deadline {
    Deadline(nanoseconds: start.nanoseconds + UInt64(max(seconds, 0) * 1e9))
  }

  package static func < (left: Deadline, right: Deadline) -> Bool { left.nanoseconds < right.nanoseconds }

  package var hasPassed: Bool { self <= .now }

  /// The whole milliseconds that are left. Rounded up, so that poll does not return before the deadline. 0 after the
  /// deadline.
  package var millisecondsLeft: Int32 {
    let now = Deadline.now
    guard now < self else { return 0 }
    return Int32(min((nanoseconds - now.nanoseconds + 999_999) / 1_000_000, UInt64(Int32.max)))
  }

  /// Returns the milliseconds from `start` to this point. 0 if `start` is later.
  package func milliseconds(since start: Deadline) -> Double {
    nanoseconds < start.nanoseconds ? 0 : Double(nanoseconds - start.nanoseconds) / 1e6
  }
}
