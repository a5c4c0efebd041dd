// The latest lines of the server, for the trace and for masking. A secret may be split over several lines.

import Vocabulary

/// The lines of one dialogue.
struct HeardLines {
  /// One line, cut to its maximum length.
  private struct Line {
    let milliseconds: Double
    let octets: [UInt8]
    /// Whether the secret was sent before this line. Otherwise the line cannot repeat it.
    let mayRepeat: Bool
  }

  /// The lines that are not in the trace yet. They are masked together when this program sends something.
  private var unrecorded: [Line] = []
  /// The lines before them that may repeat the secret.
  private var earlier: [[UInt8]] = []

  /// The number of lines that the trace keeps at the start and at the end of one reply. A mailbox may have thousands of
  /// folders.
  private static let recorded = 200
  /// The maximum length of a line in octets.
  private static let lineLength = 2_048
  /// The number of earlier lines that are searched for the first part of a split secret.
  private static let surroundings = 40

  /// Whether all lines are in the trace.
  var isRecorded: Bool { unrecorded.isEmpty }

  mutating func add(_ line: [UInt8], at milliseconds: Double, mayRepeat: Bool) {
    unrecorded.append(Line(milliseconds: milliseconds, octets: Array(line.prefix(Self.lineLength)), mayRepeat: mayRepeat))
    if unrecorded.count > 3 * Self.recorded { unrecorded.removeSubrange(Self.recorded..<(2 * Self.recorded)) }
  }

  /// Replaces the text of the latest line: it is a challenge that was computed from the secret.
  mutating func hideLast() {
    guard let line = unrecorded.popLast() else { return }
    let hidden = line.octets.prefix { $0 != .space } + Array(" <challenge>".utf8)
    unrecorded.append(Line(milliseconds: line.milliseconds, octets: Array(hidden), mayRepeat: line.mayRepeat))
  }

  /// The latest lines that may repeat the secret.
  var repeating: [[UInt8]] { Array((earlier + unrecorded.filter(\.mayRepeat).map(\.octets)).suffix(Self.surroundings)) }

  /// Removes and returns the lines that are not in the trace, masked by `watch`, with their times.
  mutating func record(_ watch: SecretWatch?) -> [(milliseconds: Double, line: [UInt8])] {
    defer {
      earlier = repeating
      unrecorded = []
    }
    let asked = unrecorded.filter(\.mayRepeat).map(\.octets)
    var masked = (watch?.masked(asked, after: earlier) ?? asked)[...]
    return unrecorded.map { ($0.milliseconds, $0.mayRepeat ? masked.popFirst() ?? EchoText.mark : $0.octets) }
  }
}
