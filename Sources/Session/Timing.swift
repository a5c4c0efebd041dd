// How long anything may take. Deadlines nest; an octet that trickles in extends none of them.

import Posix
import Vocabulary

package struct Timing: Sendable, Equatable {
  /// Seconds for the whole account, both servers and every further connection.
  package let account: Double
  /// Seconds for one server.
  package let server: Double
  /// Seconds for one reply. Dovecot delays a failed login by 2 to 15 s; users wait no longer.
  package let reply: Double
  /// Seconds for all connection attempts and the handshake together.
  package let connect: Double
  /// Seconds for a look-up.
  package let resolve: Double
  /// Seconds for LOGOUT and QUIT, which are a courtesy: they are written and not waited for.
  package let farewell = 2.0

  package static let usual = Timing(account: 60)

  /// All limits for an account that may take `account` seconds.
  package init(account: Double) {
    self.account = account
    server = min(account, max(30, account / 2))
    reply = min(account, max(15, account / 4))
    connect = min(account, max(10, account / 6))
    resolve = min(account, max(10, account / 6))
  }
}

extension Timing {
  /// The seconds that `stage` may take at most.
  package func limit(of stage: Stage) -> Double {
    switch stage {
    case .resolve: resolve
    case .connect, .tls: connect
    case .greeting, .capability, .ehlo, .id, .login, .list, .inbox, .sender: reply
    }
  }
}
