// A Dovecot and a Postfix from Debian's packages, for the duration of a test.

import Foundation
import Synchronization

/// Running servers on random loopback ports, with all their files in one directory.
///
/// `stop()` ends the servers and removes the directory. So do the end of the test process, for whatever reason, and the
/// release of this object. Several instances may run in parallel, and several tests may use one instance at the same
/// time.
package final class RealServers: Sendable {
  /// The Debian packages and rights that this machine lacks. Tests are to be skipped unless it is empty.
  package static var missing: [String] { Installed.missing }
  /// Whether the installed Dovecot has SCRAM with channel binding, as it has since 2.4.
  package static let hasChannelBinding: Bool = {
    var template = Array("/tmp/dovecot-version-XXXXXX".utf8CString)
    guard missing.isEmpty, mkdtemp(&template) != nil else { return false }
    let directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    return (try? DovecotGrammar(directory: directory)) == .new
  }()
  /// Whether the servers also listen on ::1.
  package static var hasIPv6: Bool { Loopback.hasV6 }

  /// The users of the servers.
  package let users: [User]
  /// The Dovecot with the good certificate.
  package let imap: Endpoint
  /// The Postfix with the good certificate.
  package let smtp: Endpoint
  /// The root certificate, as a PEM file.
  package let caFile: String
  /// The directory of all files of this instance, for investigations.
  package let directory: String

  private let launcher: Mutex<Launcher>

  /// Starts both servers. They answer when this returns.
  ///
  /// - Parameter failureDelay: The seconds that both servers wait before they answer a wrong password. Dovecot's
  ///   default is 2. Dovecot checks the clock once a second, so the delay may be up to a second shorter.
  /// - Parameter mechanisms: The SASL mechanisms of both servers, in Dovecot's form.
  /// - Parameter tokens: How both servers check access tokens. `nil` if the mechanisms are for passwords only.
  /// - Parameter takesUTF8: Whether Postfix offers SMTPUTF8 (RFC 6531), as it does by default.
  package init(
    users: [User] = User.examples, failureDelay: Int = 0, mechanisms: String = "plain login", tokens: TokenIntrospection? = nil,
    takesUTF8: Bool = true
  ) throws {
    guard Self.missing.isEmpty else { throw StartFailure("missing: \(Self.missing.joined(separator: ", "))") }
    var launcher = try Launcher(
      users: users, failureDelay: failureDelay, mechanisms: mechanisms, tokens: tokens, takesUTF8: takesUTF8)
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

  /// Returns a Dovecot with the same users and that certificate. It is started on first use.
  package func imap(with certificate: ServerCertificate) throws -> Endpoint {
    try launcher.withLock { try $0.endpoint(.imap, certificate) }
  }

  /// Returns a Postfix with the same users and that certificate. It is started on first use.
  package func smtp(with certificate: ServerCertificate) throws -> Endpoint {
    try launcher.withLock { try $0.endpoint(.smtp, certificate) }
  }

  /// Ends all processes and removes all files. Returns when this is done.
  package func stop() {
    launcher.withLock { $0.stop() }
  }

  deinit { stop() }
}
