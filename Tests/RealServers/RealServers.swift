// The harness itself: a Dovecot and a Postfix of one's own, from Debian's packages, for as long as a test needs them.

import Synchronization

/// Running servers, on random loopback ports and with all their files in a directory of their own.
///
/// `stop()` ends the servers and removes the directory; so does the end of the test process, whatever its cause, and
/// the end of the last reference. Several instances may run side by side, and one may serve many tests at once.
package final class RealServers: Sendable {
  /// What this machine lacks, by the names of Debian's packages; tests are to be skipped unless it is empty.
  package static var missing: [String] { Installed.missing }
  /// Whether the servers listen on ::1 too.
  package static var hasIPv6: Bool { Loopback.hasV6 }

  /// The users the servers know.
  package let users: [User]
  /// The Dovecot with the good certificate.
  package let imap: Endpoint
  /// The Postfix with the good certificate.
  package let smtp: Endpoint
  /// The root certificate to trust, as a PEM file.
  package let caFile: String
  /// Where all files of this instance are, for a look when something is odd.
  package let directory: String

  private let launcher: Mutex<Launcher>

  /// Starts both servers; they answer by the time this returns.
  ///
  /// - Parameter failureDelay: the seconds for which both hold back the answer to a wrong password, 2 in Dovecot's own
  ///   defaults; it looks at the clock once a second, so the time comes out up to a second shorter.
  package init(users: [User] = User.examples, failureDelay: Int = 0) throws {
    guard Self.missing.isEmpty else { throw StartFailure("missing: \(Self.missing.joined(separator: ", "))") }
    var launcher = try Launcher(users: users, failureDelay: failureDelay)
    do {
      imap = try launcher.endpoint(.imap, .good)
      smtp = try launcher.endpoint(.smtp, .good)
    } catch {
      launcher.stop()
      throw error
    }
    self.users = users
    caFile = launcher.certificates.rootFile
    directory = launcher.directory
    self.launcher = Mutex(launcher)
  }

  /// A Dovecot with the same users and that certificate, started when it is first asked for.
  package func imap(with certificate: ServerCertificate) throws -> Endpoint {
    try launcher.withLock { try $0.endpoint(.imap, certificate) }
  }

  /// A Postfix with the same users and that certificate, started when it is first asked for.
  package func smtp(with certificate: ServerCertificate) throws -> Endpoint {
    try launcher.withLock { try $0.endpoint(.smtp, certificate) }
  }

  /// Ends every process and removes every file; returns when that is done.
  package func stop() {
    launcher.withLock { $0.stop() }
  }

  deinit { stop() }
}
