// The version of the program.

package enum Version {
  package static let number = "0.1.0"
  /// The date of this version, for the manual.
  static let released = "2026-11-21"
}
