// Dates as users and programs read them.

import Platform
import Posix
import Testing

@Suite("Timestamps") struct TimestampTests {
  @Test(
    "are written in UTC for programs",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (1_795_296_245, "2026-11-21T21:24:05Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"),
    ] as [(Int64, String)])
  func utc(_ seconds: Int64, _ text: String) { #expect(Timestamp(seconds: seconds)?.utc == text) }

  @Test("a time without a four-digit year is not formatted", arguments: [-1, .min, 253_402_300_800, .max] as [Int64])
  func outside(_ seconds: Int64) { #expect(Timestamp(seconds: seconds) == nil) }

  @Test(
    "users see their local time", arguments: [("UTC", "2026-11-21 21:24"), ("CST-8", "2026-11-22 05:24"), ("EST5", "2026-11-21 16:24")])
  func local(_ zone: String, _ text: String) async {
    await #expect(processExitsWith: .success) { [zone = zone as String, text = text as String] in
      setenv("TZ", zone, 1)
      tzset()
      exit(Timestamp(seconds: 1_795_296_245)?.local == text ? EXIT_SUCCESS : 1)
    }
  }

  @Test("the clock advances") func now() {
    #expect(Timestamp.now.seconds > 1_700_000_000)
    #expect(Timestamp.now <= Timestamp.now)
  }
}
