// The settings of a terminal, for comparisons.

import Platform

/// A copy of `termios` that can be compared.
package struct PtyAttributes: Equatable, Sendable, CustomStringConvertible {
  private let flags: [UInt]
  private let characters: [UInt8]

  /// Reads the settings of the terminal at `descriptor`. Returns `nil` if the terminal is gone.
  init?(_ descriptor: Int32) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    flags = [UInt(settings.c_iflag), UInt(settings.c_oflag), UInt(settings.c_cflag), UInt(settings.c_lflag)]
    characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  /// Whether the terminal echoes input.
  package var echoes: Bool { flags[3] & UInt(ECHO) != 0 }

  package var description: String { "iflag, oflag, cflag, lflag \(flags.map { String($0, radix: 8) }), characters \(characters)" }
}
