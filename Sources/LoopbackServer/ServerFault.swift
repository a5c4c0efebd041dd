// Why a server could not be started.

import Posix

package enum ServerFault: Error, Equatable, Sendable {
  case system(SystemError)
  case crypto(CryptoFault)
}
