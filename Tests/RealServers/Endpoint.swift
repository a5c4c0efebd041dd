// The ports, the log and the process of one running server.

import Foundation

/// One server. It listens on 127.0.0.1 and, if the machine has it, on ::1.
package struct Endpoint: Sendable {
  /// The port with implicit TLS (IMAPS, submissions).
  package let tls: UInt16
  /// The port with STARTTLS. The server accepts no password there before TLS.
  package let startTLS: UInt16
  let logFile: String
  /// The id of the master process, which is also the id of its process group.
  let master: pid_t

  /// The whole log. The first lines are from the checks whether the server answers.
  package var log: String { read(logFile) }

  /// Returns the number of logins of a user in the log of a Dovecot.
  package func logins(of user: String) -> Int {
    // 2.3 logs the first text, 2.4 the second.
    let words = ["Login: user=<\(user)>", "Logged in: user=<\(user)>"]
    return log.split(separator: "\n").count { line in words.contains(where: line.contains) }
  }

  /// Waits until the log contains a text, because servers log after they have answered. Returns `false` after
  /// `seconds`.
  package func logs(_ text: String, within seconds: Double = 20) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    repeat {
      if log.contains(text) { return true }
      usleep(5000)
    } while Date() < end
    return false
  }

  /// Waits until every port answers. Throws if the server ends or does not answer within `seconds`. `printed` returns
  /// what the servers printed outside their logs, for the error.
  func waitUntilReady(name: String, within seconds: Double = 20, printed: () -> String) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    for address in Loopback.addresses {
      for (port, greets) in [(tls, false), (startTLS, true)] {
        while !answers(address, port: port, greets: greets, within: 1000) {
          if RunningProcess(master) == nil { throw StartFailure("\(name) ended at once:\n\(log)\(printed())") }
          if Date() > end { throw StartFailure("\(name) does not answer at \(address), port \(port):\n\(log)\(printed())") }
          usleep(2000)
        }
      }
    }
  }
}
