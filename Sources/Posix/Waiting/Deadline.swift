// A point in time on the monotonic clock, as poll wants it. Setting the wall clock does not move it.

import Platform

package struct Deadline: Comparable, Sendable {
  /// Nanoseconds on CLOCK_MONOTONIC.
  private let nanoseconds: UInt64

  private init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

  package static var now: Deadline {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Deadline(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
  }

  /// `seconds` from now; a negative number is now.
  package static func after(seconds: Double) -> Deadline { now + seconds }

  package static func + (start: Deadline, seconds: Double) -> Deadline {
    Deadline(nanoseconds: start.nanoseconds + UInt64(max(seconds, 0) * 1e9))
  }

  package static func < (left: Deadline, right: Deadline) -> Bool { left.nanoseconds < right.nanoseconds }

  package var hasPassed: Bool { self <= .now }

  /// Whole milliseconds left, rounded up so that poll never returns early only to be called again; 0 when passed.
  package var millisecondsLeft: Int32 {
    let now = Deadline.now
    guard now < self else { return 0 }
    return Int32(min((nanoseconds - now.nanoseconds + 999_999) / 1_000_000, UInt64(Int32.max)))
  }

  /// Milliseconds from `start` to this point.
  package func milliseconds(since start: Deadline) -> Double {
    nanoseconds < start.nanoseconds ? 0 : Double(nanoseconds - start.nanoseconds) / 1e6
  }
}
