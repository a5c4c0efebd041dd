// The dialogue as a bug report wants it. Secrets cannot be in it: it gets the trace form of what is sent, never the wire.

import Posix
import Synchronization
import Vocabulary

package final class Trace: Sendable {
  package struct Line: Equatable, Sendable {
    package enum Direction: String, Sendable {
      case client = "C"
      case server = "S"
      case event = "-"
    }

    package let mailProtocol: MailProtocol
    /// Milliseconds since the trace was begun.
    package let milliseconds: Double
    package let direction: Direction
    package let text: String
  }

  private let started: Deadline
  private let recorded = Mutex<[Line]>([])
  /// Lines kept: two sessions at their limits have fewer.
  private static let limit = 20_000

  /// With `other` its milliseconds are counted from the same moment.
  package init(beside other: Trace? = nil) { started = other?.started ?? .now }

  package var lines: [Line] { recorded.withLock { $0 } }

  /// Milliseconds since the trace was begun.
  var now: Double { Deadline.now.milliseconds(since: started) }

  /// Adds what was said at `moment`, by default now, behind what was said before it.
  func add(_ mailProtocol: MailProtocol, _ direction: Line.Direction, _ text: String, at moment: Double? = nil) {
    let line = Line(mailProtocol: mailProtocol, milliseconds: moment ?? now, direction: direction, text: text)
    recorded.withLock { lines in
      guard lines.count < Self.limit else { return }
      lines.insert(line, at: (lines.lastIndex { $0.milliseconds <= line.milliseconds } ?? -1) + 1)
    }
  }

  /// Puts the lines of another trace behind what is here.
  func add(_ other: Trace) {
    let lines = other.lines
    recorded.withLock { $0 += lines.prefix(max(Self.limit - $0.count, 0)) }
  }
}
