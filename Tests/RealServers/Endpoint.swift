// What a test is told about one running server.

import Foundation

/// One server: the ports where it listens, on 127.0.0.1 and, where the machine has it, on ::1, and its log.
package struct Endpoint: Sendable {
  /// The port where TLS comes first (IMAPS, submissions).
  package let tls: UInt16
  /// The port where the client asks for TLS with STARTTLS, and where no password is accepted before that.
  package let startTLS: UInt16
  let logFile: String
  /// The master process, which is also the number of its process group.
  let master: pid_t

  /// Everything the server has logged so far; the first lines come from seeing whether it answers.
  package var log: String { read(logFile) }

  /// How often a user has logged in; of a Dovecot.
  package func logins(of user: String) -> Int {
    // 2.3 says the first, 2.4 the second.
    let words = ["Login: user=<\(user)>", "Logged in: user=<\(user)>"]
    return log.split(separator: "\n").count { line in words.contains(where: line.contains) }
  }

  /// Waits until the log has a text, since servers log after they have answered; false when it does not come in time.
  package func logs(_ text: String, within seconds: Double = 20) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    repeat {
      if log.contains(text) { return true }
      usleep(5000)
    } while Date() < end
    return false
  }

  /// Waits until every port answers; `printed` is asked for what the server may have said outside its log.
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
