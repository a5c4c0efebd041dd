// The dialogue for a bug report. It contains no secrets: lines of the client are added in their trace form only.

import Posix
import Synchronization
import Vocabulary

/// The lines of all sessions of an account, in order of time.
package final class Trace: Sendable {
  package struct Line: Equatable, Sendable {
    package enum Direction: String, Sendable {
      case client = "C"
      case server = "S"
      case event = "-"
    }

    package let mailProtocol: MailProtocol
    /// Milliseconds since the start of the trace.
    package let milliseconds: Double
    package let direction: Direction
    package let text: String
  }

  private let started: Deadline
  private let recorded = Mutex<[Line]>([])
  /// The maximum number of lines. Two sessions at their limits have fewer.
  private static let limit = 20_000

  /// With `other`, the times of both traces have the same start.
  package init(beside other: Trace? = nil) { started = other?.started ?? .now }

  package var lines: [Line] { recorded.withLock { $0 } }

  /// Milliseconds since the start of the trace.
  var now: Double { Deadline.now.milliseconds(since: started) }

  /// Adds a line with the time `moment`, by default now, in order of time.
  func add(_ mailProtocol: MailProtocol, _ direction: Line.Direction, _ text: String, at moment: Double? = nil) {
    let line = Line(mailProtocol: mailProtocol, milliseconds: moment ?? now, direction: direction, text: text)
    recorded.withLock { lines in
      guard lines.count < Self.limit else { return }
      lines.insert(line, at: (lines.lastIndex { $0.milliseconds <= line.milliseconds } ?? -1) + 1)
    }
  }

  /// Appends the lines of another trace.
  func add(_ other: Trace) {
    let lines = other.lines
    recorded.withLock { $0 += lines.prefix(max(Self.limit - $0.count, 0)) }
  }
}
