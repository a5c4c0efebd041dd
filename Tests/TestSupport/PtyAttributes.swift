// The settings of a terminal, to be compared.

import Platform

package struct PtyAttributes: Equatable, Sendable, CustomStringConvertible {
  private let flags: [UInt]
  private let characters: [UInt8]

  /// The settings of the terminal at `descriptor`; nil where there is none any more.
  init?(_ descriptor: Int32) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    flags = [UInt(settings.c_iflag), UInt(settings.c_oflag), UInt(settings.c_cflag), UInt(settings.c_lflag)]
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  /// Whether what is typed appears.
  package var echoes: Bool { flags[3] & UInt(ECHO) != 0 }

  package var description: String { "iflag, oflag, cflag, lflag \(flags.map { String($0, radix: 8) }), characters \(characters)" }
}
