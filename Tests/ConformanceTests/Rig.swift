// Real Dovecot and Postfix, shared by all tests of this folder, and runs of the built program against them.

import Foundation
import RealServers
import TestSupport
import Testing

/// On a developer's machine the servers may be missing; these tests then report that and are skipped. CI must have
/// them.
enum Rig {
  static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"
  static let runs = isCI || RealServers.missing.isEmpty
  static var why: Comment { "skipped: missing \(RealServers.missing.joined(separator: ", "))" }

  /// One pair of servers for the whole run. It ends with the test process.
  private static let shared = Result { try RealServers() }

  static func servers() throws -> RealServers { try shared.get() }

  /// Verifies at the given ports, by default the good servers'.
  static func verify(
    _ user: User, secret: String? = nil, as address: String? = nil, host: String = "localhost", imap: UInt16? = nil,
    smtp: UInt16? = nil, security: String = "tls", trusted: Bool = true, _ further: [String] = []
  ) throws -> ProcessResult {
    let servers = try servers()
    let isTLS = security == "tls"
    var arguments = [
      "--email", address ?? user.login, "--secret-from", "stdin", "--json",
      "--imap", "\(host):\(imap ?? (isTLS ? servers.imap.tls : servers.imap.startTLS))", "--imap-security", security,
      "--smtp", "\(host):\(smtp ?? (isTLS ? servers.smtp.tls : servers.smtp.startTLS))", "--smtp-security", security,
    ]
    if trusted { arguments += ["--ca-file", servers.caFile] }
    let call = try ProcessBuilt.call(arguments + further).with { $0.input = .text(secret ?? user.password) }
    return try call.run()
  }
}

/// Returns a wrong secret that occurs nowhere else.
func wrongSecret() -> (text: String, canary: ProcessCanary) {
  let canary = ProcessCanary()
  return (canary.text, canary)
}
