// What the server said last: for the trace, and as the surroundings of what is shown. A secret may be split over lines.

import Vocabulary

struct HeardLines {
  /// One line, cut.
  private struct Line {
    let milliseconds: Double
    let octets: [UInt8]
    /// Whether a secret had left by then. What was said before cannot repeat it.
    let mayRepeat: Bool
  }

  /// Not in the trace yet: they are masked together, once this side says something.
  private var unrecorded: [Line] = []
  /// Those before that may repeat the secret.
  private var earlier: [[UInt8]] = []

  /// Lines of one answer that the trace keeps at its beginning and at its end: a mailbox may have thousands of folders.
  private static let recorded = 200
  /// Octets of a line that are kept.
  private static let lineLength = 2_048
  /// Lines in front of others that are looked at for the beginning of what was split.
  private static let surroundings = 40

  /// Whether nothing waits for the trace.
  var isRecorded: Bool { unrecorded.isEmpty }

  mutating func add(_ line: [UInt8], at milliseconds: Double, mayRepeat: Bool) {
    unrecorded.append(Line(milliseconds: milliseconds, octets: Array(line.prefix(Self.lineLength)), mayRepeat: mayRepeat))
    if unrecorded.count > 3 * Self.recorded { unrecorded.removeSubrange(Self.recorded..<(2 * Self.recorded)) }
  }

  /// The last lines that may repeat the secret.
  var repeating: [[UInt8]] { Array((earlier + unrecorded.filter(\.mayRepeat).map(\.octets)).suffix(Self.surroundings)) }

  /// Takes what the trace does not have yet, masked by `watch`, each line with its moment.
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
