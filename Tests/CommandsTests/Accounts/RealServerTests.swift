// Saved accounts against real Dovecot and Postfix.

import AccountStore
import Foundation
import RealServers
import TestSupport
import Testing
import Vocabulary

@Suite("with real servers", .enabled(if: Equipment.isCI || RealServers.missing.isEmpty, "skipped: missing Dovecot or Postfix"), .waiting)
struct RealServerTests {
  private static let servers = Result { try RealServers(users: [.anna, .quinn]) }
  private let home: Home

  init() throws { home = try Home() }

  /// Saves an account as a user would, with the given encryption.
  private func save(_ user: User, _ security: Security, as name: String) throws -> ProcessResult {
    let servers = try Self.servers.get()
    let (imap, smtp) = security == .tls ? (servers.imap.tls, servers.smtp.tls) : (servers.imap.startTLS, servers.smtp.startTLS)
    return try home.run([
      "--email", user.login, "--imap", "localhost:\(imap)", "--smtp", "localhost:\(smtp)", "--imap-security", security.rawValue,
      "--smtp-security", security.rawValue, "--ca-file", servers.caFile, "--secret-from", "stdin", "--save", name, "--store", "file",
    ]) { $0.input = .text(user.password + "\n") }
  }

  @Test(
    "fault-ca-not-kept-with-account: saved with its authority, checked, broken, refused, repaired and checked again",
    arguments: Security.allCases) func life(_ security: Security) throws
  {
    for (user, name) in [(User.anna, "anna"), (.quinn, "quinn")] {
      let saved = try save(user, security, as: name)
      #expect(saved.end == .exited(0), "\(saved.text)\(saved.complaint)")
    }
    let check = ["check"]
    let fine = try home.run(check)
    #expect(fine.end == .exited(0) && fine.output == [] && fine.errors == [], "\(fine.text)\(fine.complaint)")

    try home.registry.update { $0[0].secret = .command(["/bin/echo", "wrong"]) }
    let refused = try home.run(check)
    #expect(refused.end == .exited(77))
    #expect(refused.text.hasPrefix("anna: rejected. ") && refused.text.split(separator: "\n").count == 1, "\(refused.text)")

    let mended = try home.run(["accounts", "edit", "anna", "--secret-from", "stdin", "--store", "file"]) {
      $0.input = .text(User.anna.password + "\n")
    }
    #expect(mended.end == .exited(0), "\(mended.text)\(mended.complaint)")
    let again = try home.run(check)
    #expect(again.end == .exited(0) && again.output == [], "\(again.text)")

    // These servers accept no message, but they are trusted and accept the login.
    let sent = try home.run(["send-test", "anna", "--yes", "--json"])
    #expect(sent.end != .exited(76) && sent.end != .exited(66), "\(sent.text)\(sent.complaint)")
    #expect(try home.run(["send-test", "anna", "--yes", "--ca-file", "/etc/ssl/certs/ca-certificates.crt"]).end == .exited(76))
  }
}
