// The date of a message (RFC 5322, section 3.3).

/// The formatter for dates of messages.
package enum MailDate {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// Returns `seconds` since 1970-01-01T00:00:00Z in the form `Sat, 21 Nov 2026 21:24:06 +0000`. The time is in UTC,
  /// because the message should not reveal the user's time zone. A time before 1970 results in the date of second 0.
  package static func text(_ seconds: Int64) -> String {
    let seconds = max(seconds, 0)
    let (day, time) = (Int(seconds / 86_400), Int(seconds % 86_400))
    var (year, rest) = (1970, day)
    while rest >= length(ofYear: year) {
      rest -= length(ofYear: year)
      year += 1
    }
    var month = 0
    while rest >= length(ofMonth: month, year) {
      rest -= length(ofMonth: month, year)
      month += 1
    }
    let clock = [time / 3_600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(days[day % 7]), \(rest + 1) \(months[month]) \(year) \(clock) +0000"
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }
  private static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }
  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    month == 1 && isLeap(year) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
  }
}
