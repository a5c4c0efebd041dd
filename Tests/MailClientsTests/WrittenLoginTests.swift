// Files written by `setup export --write`, used by the clients themselves at real Dovecot and Postfix: with the right password
// and a wrong one, with implicit TLS and with STARTTLS, and with certificates that no trusted authority signed or that are for
// another host. The logs of the servers decide, because not every client has an exit status for it.

import Foundation
import MailClients
import RealServers
import TestSupport
import Testing
import Vocabulary

import struct RealServers.Endpoint

@Suite("a written file, used by the client itself", .enabled(if: WrittenLogin.areThere, "skipped: missing servers or clients"), .waiting)
struct WrittenLoginTests {
  @Test("logs in with the right secret, not with a wrong one, and not at a server it has no reason to trust", arguments: WrittenLogin.all)
  func logsIn(_ login: WrittenLogin) throws {
    let home = try login.home()
    let session = try login.start(home)
    defer { withExtendedLifetime(session) {} }
    // A client that has ended prints nothing more, but the logs may be late.
    let deadline = Date(
      timeIntervalSinceNow: login.kind.isDistrusted ? (session.isAlive ? 3 : 1) : session.isAlive ? 40 : 5)
    var outcome = try login.outcome()
    while outcome.accepted == 0, outcome.refused == 0, Date() < deadline {
      usleep(50_000)
      outcome = try login.outcome()
    }
    #expect((outcome.accepted > 0) == (login.kind == .right), "\(login): \(outcome) \(session.said)")
    // The client sent nothing to a server that it does not trust.
    #expect((outcome.refused > 0) == (login.kind == .wrong), "\(login): \(outcome) \(session.said)")
  }
}

/// One client at one server with one password.
struct WrittenLogin: Sendable, CustomStringConvertible {
  let client: MailClient
  let mailProtocol: MailProtocol
  let security: Security
  let kind: Kind

  enum Kind: String, CaseIterable {
    case right, wrong, distrusted, misnamed

    var isDistrusted: Bool { self == .distrusted || self == .misnamed }
  }

  var description: String { "\(client.rawValue) \(mailProtocol.rawValue) \(security.rawValue) \(kind)" }
  /// A user of this case only, so that its lines in the logs can be found.
  private var user: String { description.replacing(" ", with: "-") + "@example.org" }

  private static let ways: [(MailClient, MailProtocol, [Security])] = [
    (.neomutt, .imap, [.tls, .startTLS]), (.neomutt, .smtp, [.tls, .startTLS]), (.mutt, .imap, [.tls, .startTLS]),
    (.mutt, .smtp, [.tls, .startTLS]),
    (.aerc, .imap, [.tls, .startTLS]), (.mbsync, .imap, [.tls, .startTLS]), (.msmtp, .smtp, [.tls, .startTLS]),
    // These two are not exported for servers where the connection begins in clear text.
    (.offlineimap, .imap, [.tls]), (.getmail, .imap, [.tls]),
    (.sNail, .smtp, [.tls, .startTLS]), (.git, .smtp, [.tls, .startTLS]),
  ]
  static let all = ways.flatMap { client, mailProtocol, securities in
    securities.flatMap { security in
      Kind.allCases.map { WrittenLogin(client: client, mailProtocol: mailProtocol, security: security, kind: $0) }
    }
  }
  static let areThere = Equipment.isCI || RealServers.missing.isEmpty && all.allSatisfy { Equipment.isThere($0.client.rawValue) }
  /// getmail's library accepts only ASCII.
  private var password: String { #"s3 "c\r#%'$x;"# + (client == .getmail ? "" : "é") }
  private static let servers = Result { try RealServers(users: all.map { User($0.user, password: $0.password) }) }

  /// The authority that the client is told to trust, because no public one signed the servers' certificate.
  private var authority: String {
    get throws { kind == .distrusted ? "/etc/ssl/certs/ca-certificates.crt" : try Self.servers.get().caFile }
  }

  /// The servers with the certificate of this case.
  private var endpoints: (imap: Endpoint, smtp: Endpoint) {
    get throws {
      let servers = try Self.servers.get()
      return kind == .misnamed
        ? (try servers.imap(with: .wrongName), try servers.smtp(with: .wrongName)) : (servers.imap, servers.smtp)
    }
  }

  /// Returns a home with the written file, changed as a server on this computer requires.
  func home() throws -> Home {
    let (home, endpoints) = (try Home(), try endpoints)
    try home.write("#!/bin/sh\ncat '\(home.path)/secret'\n".utf8, to: "bin/get-secret", mode: 0o700)
    try home.write("\(kind == .wrong ? "wrong" : password)\n".utf8, to: "secret")
    let (imap, smtp) =
      security == .tls ? (endpoints.imap.tls, endpoints.smtp.tls) : (endpoints.imap.startTLS, endpoints.smtp.startTLS)
    try home.write(
      client.rawValue,
      [
        "--email", user, "--imap", "localhost:\(imap)", "--smtp", "localhost:\(smtp)", "--imap-security", security.rawValue,
        "--smtp-security", security.rawValue, "--secret-command", "\(home.path)/bin/get-secret",
      ])
    try ClientSession.trust(try authority, in: home)
    return home
  }

  func start(_ home: Home) throws -> ClientSession {
    try ClientSession.start(client, mailProtocol, of: user, in: home, trusting: try authority)
  }

  /// Returns what the logs say about this user. Postfix accepts the sender only if its owner has signed in, and then rejects
  /// the recipient. The Dovecot with the good certificate checks the passwords for both.
  func outcome() throws -> (accepted: Int, refused: Int) {
    let (servers, endpoints) = (try Self.servers.get(), try endpoints)
    func lines(_ text: String, _ words: String...) -> Int {
      text.split(separator: "\n").filter { line in words.allSatisfy(line.contains) }.count
    }
    let refused =
      lines(servers.imap.log, "(\(user),", "assword mismatch")
      + (kind == .misnamed ? lines(endpoints.imap.log, "(\(user),", "assword mismatch") : 0)
    return mailProtocol == .imap
      ? (endpoints.imap.logins(of: user), refused)
      : (lines(endpoints.smtp.log, "Recipient address rejected", "from=<\(user)>"), refused)
  }
}
