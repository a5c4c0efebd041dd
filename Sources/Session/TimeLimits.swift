// The time limits of sessions. Deadlines are nested, and slowly arriving octets do not extend them.

import Posix
import Vocabulary

/// The limits of one account.
package struct TimeLimits: Sendable, Equatable {
  /// Seconds for the whole account, both servers and every further connection.
  package let account: Double
  /// Seconds for one server.
  package let server: Double
  /// Seconds for one reply. Dovecot delays a failed login by 2 to 15 seconds. Users do not wait longer.
  package let reply: Double
  /// Seconds for all connection attempts and the handshake together.
  package let connect: Double
  /// Seconds for a look-up.
  package let resolve: Double
  /// Seconds for LOGOUT and QUIT, which are sent without waiting for the reply.
  package let farewell = 2.0

  /// Seconds in which a test message has to arrive. 0 if none is sent.
  package let arrival: Double

  package static let usual = TimeLimits(account: 60)

  /// Creates the limits of an account that may take `account` seconds.
  package init(account: Double) {
    self.account = account
    server = min(account, max(30, account / 2))
    reply = min(account, max(15, account / 4))
    connect = min(account, max(10, account / 6))
    resolve = min(account, max(10, account / 6))
    arrival = 0
  }

  private init(_ other: TimeLimits, arrival: Double) {
    (account, server) = (other.account + other.server + arrival, other.server * 2 + arrival)
    (reply, connect, resolve, self.arrival) = (other.reply, other.connect, other.resolve, arrival)
  }

  /// Returns the limits for a delivery test that waits at most `seconds` for the message. The IMAP session stays open while
  /// the message is submitted and until it arrives. The limits of replies are unchanged.
  package func waiting(_ seconds: Double) -> TimeLimits { TimeLimits(self, arrival: seconds) }
}

extension TimeLimits {
  /// Returns the maximum duration of `stage` in seconds.
  package func limit(of stage: Stage) -> Double {
    switch stage {
    case .resolve: resolve
    case .connect, .tls: connect
    case .greeting, .capability, .ehlo, .id, .login, .list, .inbox, .sender, .message, .removal: reply
    case .arrival: arrival
    }
  }
}
