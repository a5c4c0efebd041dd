// Why a server could not be started.

import Posix

package enum LoopbackServerError: Error, Equatable, Sendable {
  case system(SystemError)
  case crypto(OpenSSLError)
}
