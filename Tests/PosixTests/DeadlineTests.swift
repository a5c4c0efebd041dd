// Points in time as poll needs them.

import Posix
import Testing

@Suite("Deadlines") struct DeadlineTests {
  @Test("a deadline has passed after its time, not before") func passing() {
    #expect(Deadline.now.hasPassed)
    #expect(Deadline.after(seconds: 0).hasPassed)
    #expect(!Deadline.after(seconds: 3_600).hasPassed)
  }

  @Test("a negative number of seconds is now", arguments: [-0.001, -1, -1e12]) func negative(_ seconds: Double) {
    let start = Deadline.after(seconds: 100)
    #expect(start + seconds == start)
    #expect(Deadline.after(seconds: seconds).hasPassed)
  }

  @Test(
    "no milliseconds left means passed: poll is never called again for the rest of one",
    arguments: [0, 1e-9, 1e-6, 0.000_4, 0.001, 0.001_5])
  func roundedUp(_ seconds: Double) {
    for _ in 0..<200 {
      let deadline = Deadline.after(seconds: seconds)
      if deadline.millisecondsLeft == 0 { #expect(deadline.hasPassed) }
    }
  }

  @Test("the milliseconds left are no more than given, and fit into poll's argument") func millisecondsLeft() {
    let left = Deadline.after(seconds: 60).millisecondsLeft
    #expect(left <= 60_000)
    #expect(left > 0)
    #expect(Deadline.after(seconds: 1e9).millisecondsLeft == Int32.max)
  }

  @Test("deadlines nest: the earlier one counts") func order() {
    let start = Deadline.now
    #expect(start < start + 1)
    #expect(min(start + 30, start + 15) == start + 15)
  }

  @Test("time between two points is never negative") func milliseconds() {
    let start = Deadline.now
    #expect((start + 1.5).milliseconds(since: start) == 1_500)
    #expect(start.milliseconds(since: start + 1) == 0)
  }
}
