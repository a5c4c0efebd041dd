// The error of starting a loopback server.

import Posix

/// Why a loopback server could not start.
package enum LoopbackServerError: Error, Equatable, Sendable {
  case system(SystemError)
  case crypto(OpenSSLError)
}
