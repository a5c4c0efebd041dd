// The limits of the loopback servers.

/// Limits, each with its reason.
package enum ServerLimits {
  /// Seconds that one connection may last. No client of this project waits as long, so that the client has to end a
  /// hostile silence itself. A forgotten connection still ends.
  package static let connection = 120.0
  /// Seconds in which the server reads what a client still sends after the server's last reply.
  package static let drain = 2.0
  /// Seconds that `stop` waits for the threads. All of them wake up immediately.
  package static let stop = 2.0
  /// The number of connections at a time. A further connection is closed immediately.
  package static let connections = 64
  /// Octets of a line. RFC 4954, section 4, requires 12,288 for a line of an AUTH exchange.
  package static let line = 12_288
  /// Octets of a literal. No command that the servers understand needs more.
  package static let literal = 4_096
  /// Commands on one connection. The dialogue of a verification has about ten.
  package static let commands = 100
  /// Octets of each kind that a recording keeps.
  package static let recorded = 4 * 1_024 * 1_024
  /// Lines that a recording keeps.
  package static let recordedLines = 20_000
}
