// What bounds the server.

/// The numbers of the server, each with its reason.
package enum ServerLimits {
  /// Seconds one connection may last: longer than any client of ours waits, so that hostile silence is the client's to
  /// end, and short enough for a forgotten connection to go away.
  package static let connection = 120.0
  /// Seconds to see what a client still sends after the server is done with it.
  package static let drain = 2.0
  /// Seconds `stop` waits for the threads, which all wake at once.
  package static let stop = 2.0
  /// Connections at a time; one more is closed at once.
  package static let connections = 64
  /// Octets of a line: RFC 4954 4 wants 12,288 for a line of an AUTH exchange.
  package static let line = 12_288
  /// Octets of a literal: nothing this server understands needs more.
  package static let literal = 4_096
  /// Commands of one connection; a set-up dialogue has about ten.
  package static let commands = 100
  /// Octets of each kind that a recording keeps.
  package static let recorded = 4 * 1_024 * 1_024
  package static let recordedLines = 20_000
}
