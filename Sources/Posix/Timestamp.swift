// A point in time on the wall clock, to the second.

import Platform

/// A time for dates that people read and files keep. Waits use `Deadline`.
package struct Timestamp: Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int64

  /// The years 1970 to 9999. Later years do not have four digits.
  package static let range: ClosedRange<Int64> = 0...253_402_300_799

  /// Returns `nil` if `seconds` are outside of `range`.
  package init?(seconds: Int64) {
    guard Self.range.contains(seconds) else { return nil }
    self.seconds = seconds
  }

  private init(clock: Int64) { seconds = min(max(clock, Self.range.lowerBound), Self.range.upperBound) }

  /// The time of the system's clock, limited to `range`.
  package static var now: Timestamp { Timestamp(clock: Int64(time(nil))) }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// The time in the time zone of the environment, as `2026-11-21 21:24`.
  package var local: String {
    var (clock, parts) = (time_t(seconds), tm())
    localtime_r(&clock, &parts)
    return "\(Self.date(parts)) \(Self.two(parts.tm_hour)):\(Self.two(parts.tm_min))"
  }

  /// The time in UTC for programs, as `2026-11-21T21:24:00Z` (RFC 3339).
  package var utc: String {
    var (clock, parts) = (time_t(seconds), tm())
    gmtime_r(&clock, &parts)
    return "\(Self.date(parts))T\(Self.two(parts.tm_hour)):\(Self.two(parts.tm_min)):\(Self.two(parts.tm_sec))Z"
  }

  /// Today's date in the time zone of the environment, as `2026-11-21`.
  package static var today: String { String(now.local.prefix(10)) }

  private static func date(_ parts: tm) -> String {
    let year = String(parts.tm_year + 1_900)
    return String(repeating: "0", count: max(0, 4 - year.count)) + "\(year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
