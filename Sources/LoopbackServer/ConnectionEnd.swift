// The reasons why a connection of the server ends.

import Platform
import Posix

/// Why a connection ended, thrown by every read and write of a connection.
package enum ConnectionEnd: Error, Equatable, Sendable {
  /// The client closed the connection with FIN or close_notify.
  case closed
  /// The client closed the connection with RST.
  case reset
  /// The time limit of the connection passed (`ServerLimits.connection`).
  case deadline
  /// The server is being stopped.
  case stopped
  /// The client sent a line longer than the limit.
  case lineTooLong
  /// OpenSSL's reason. It names the alert if the client sent one.
  case tls(String)
  /// The errno of a system call.
  case system(Int32)

  init(_ end: Wait.End) {
    self =
      switch end {
      case .deadline: .deadline
      case .interrupted: .stopped
      }
  }

  /// Converts the errno of a failed send(2) or recv(2).
  init(errno number: Int32) {
    self = number == ECONNRESET || number == EPIPE ? .reset : .system(number)
  }
}
