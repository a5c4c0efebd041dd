// The program's version, and what it was made with.

import Net

enum Version {
  static let number = "0.1.0"
  /// The day of this version, for the manual.
  static let released = "2026-11-21"

  /// "setup 0.1.0 (OpenSSL 3.0.19)".
  static var line: String { "setup \(number) (\(TLSLibrary.version))" }
}
