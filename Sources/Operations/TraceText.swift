// The session log as a file for a bug report.

import Session

enum TraceText {
  /// Returns one line per line of the dialogue: milliseconds, protocol, direction, text, separated by tabs. With
  /// `holdsAddress`, the first line warns that the file contains the user's address. `version` is that of this program.
  static func text(_ trace: Trace, version: String, holdsAddress: Bool) -> String {
    let warning = holdsAddress ? " It contains your email address." : ""
    var text = "# setup \(version): session log, without passwords.\(warning)\n"
    for line in trace.lines {
      let time = (line.milliseconds * 10).rounded() / 10
      text += "\(time)\t\(line.mailProtocol.rawValue.uppercased())\t\(line.direction.rawValue): \(line.text)\n"
    }
    return text
  }
}
