// Tests of Ctrl-C while no server has answered: the addresses drop every connection attempt.

import Foundation
import Posix
import TestSupport
import Testing

@Suite("interrupted while connecting", .waiting)
struct CaseConnectingTests {
  @Test(
    "sig-int-during-connect: ends by the signal within 0.2 s", .enabled(if: Attempts.count(at: 1) != nil, "needs /proc/net/tcp"),
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func ends(_ signal: Int32) throws {
    var fastest = Double.infinity
    // A busy computer may be late, so the fastest of three runs counts.
    for _ in 0..<3 where fastest >= 0.2 {
      let holes = (imap: try BlackHole(), smtp: try BlackHole())
      let before = try #require(Attempts.count(at: holes.imap.port)) + #require(Attempts.count(at: holes.smtp.port))
      let arguments = [
        "--email", ScriptedAccount.address, "--imap", "127.0.0.1:\(holes.imap.port)", "--smtp", "127.0.0.1:\(holes.smtp.port)",
        "--imap-security", "tls", "--smtp-security", "tls", "--secret-from", "stdin",
      ]
      let run = try ProcessBuilt.call(arguments).with { $0.input = .text("a secret\n") }.start()
      try run.wait("two attempts") {
        let now = try #require(Attempts.count(at: holes.imap.port)) + #require(Attempts.count(at: holes.smtp.port))
        return now >= before + 2
      }
      let asked = Date()
      run.signal(signal)
      // Without these listeners the ports would refuse the pending attempts.
      let result = try withExtendedLifetime(holes) { try run.finish() }
      #expect(result.end == .signalled(signal))
      #expect(result.output == [])
      fastest = min(fastest, Date().timeIntervalSince(asked))
    }
    #expect(fastest < 0.2)
  }
}

/// Pending connection attempts of this computer, from /proc.
private enum Attempts {
  /// Returns the number of attempts to 127.0.0.1 at `port`, or `nil` if there is no /proc.
  static func count(at port: UInt16) -> Int? {
    guard let octets = ProcessFolder.read("/proc/net/tcp") else { return nil }
    let place = "0100007F:" + String(port, radix: 16, uppercase: true).padded(to: 4)
    return String(decoding: octets, as: UTF8.self).split(separator: "\n").count { line in
      let fields = line.split(separator: " ")
      // The third column is the remote address, the fourth the state: 02 is SYN_SENT.
      return fields.count > 3 && fields[2] == place && fields[3] == "02"
    }
  }
}

extension String {
  /// Returns the text with leading zeros.
  fileprivate func padded(to count: Int) -> String { String(repeating: "0", count: max(0, count - self.count)) + self }
}
