// Why one connection of the server came to its end.

import Platform
import Posix

package enum ConnectionEnd: Error, Equatable, Sendable {
  /// The client left, by FIN or close_notify.
  case closed
  /// The client left by RST.
  case reset
  case deadline
  /// The server is being stopped.
  case stopped
  case lineTooLong
  /// OpenSSL's reason; where the client sent an alert, its name.
  case tls(String)
  case system(Int32)

  init(_ end: Wait.End) {
    self =
      switch end {
      case .deadline: .deadline
      case .interrupted: .stopped
      }
  }

  /// What a failed send(2) or recv(2) means.
  init(errno number: Int32) {
    self = number == ECONNRESET || number == EPIPE ? .reset : .system(number)
  }
}
