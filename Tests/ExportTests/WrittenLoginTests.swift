// Files written by `setup export --write`, used by the clients themselves against real Dovecot and Postfix: with the right
// secret and a wrong one, with TLS from the start and with STARTTLS, and with a certificate that nobody vouches for. What the servers' logs say counts: not every client
// ends with a status that tells.

import Export
import Foundation
import RealServers
import TestSupport
import Testing
import Vocabulary

@Suite("a written file, used by the client itself", .enabled(if: WrittenLogin.areThere, "skipped: missing servers or clients"))
struct WrittenLoginTests {
  @Test("logs in with the right secret, not with a wrong one, and not at a server it has no reason to trust", arguments: WrittenLogin.all)
  func logsIn(_ login: WrittenLogin) throws {
    let home = try login.home()
    let session = try login.start(home)
    defer { withExtendedLifetime(session) {} }
    // Who has ended has nothing more to say; the logs may lag behind.
    let deadline = Date(
      timeIntervalSinceNow: login.kind == .distrusted ? (session.terminal == nil ? 1 : 3) : session.terminal == nil ? 5 : 40)
    var outcome = try login.outcome()
    while outcome.accepted == 0, outcome.refused == 0, Date() < deadline {
      usleep(50_000)
      outcome = try login.outcome()
    }
    #expect((outcome.accepted > 0) == (login.kind == .right), "\(login): \(outcome) \(session.said)")
    // Nothing was sent to a server that is not trusted.
    #expect((outcome.refused > 0) == (login.kind == .wrong), "\(login): \(outcome) \(session.said)")
  }
}

/// One client at one server with one secret.
struct WrittenLogin: Sendable, CustomStringConvertible {
  let client: Client
  let mailProtocol: MailProtocol
  let security: Security
  let kind: Kind

  enum Kind: String, CaseIterable { case right, wrong, distrusted }

  var description: String { "\(client.rawValue) \(mailProtocol.rawValue) \(security.rawValue) \(kind)" }
  /// A user of its own, so that the logs can tell.
  private var user: String { description.replacing(" ", with: "-") + "@example.org" }

  private static let ways: [(Client, MailProtocol, [Security])] = [
    (.neomutt, .imap, [.tls, .startTLS]), (.neomutt, .smtp, [.tls, .startTLS]), (.mutt, .imap, [.tls, .startTLS]),
    (.mutt, .smtp, [.tls, .startTLS]),
    (.aerc, .imap, [.tls, .startTLS]), (.mbsync, .imap, [.tls, .startTLS]), (.msmtp, .smtp, [.tls, .startTLS]),
    // These two are not offered where the server begins in clear.
    (.offlineimap, .imap, [.tls]), (.getmail, .imap, [.tls]),
    (.sNail, .smtp, [.tls, .startTLS]), (.git, .smtp, [.tls, .startTLS]),
  ]
  static let all = ways.flatMap { client, mailProtocol, securities in
    securities.flatMap { security in
      Kind.allCases.map { WrittenLogin(client: client, mailProtocol: mailProtocol, security: security, kind: $0) }
    }
  }
  static let areThere = Equipment.isCI || RealServers.missing.isEmpty && all.allSatisfy { Equipment.isThere($0.client.rawValue) }
  /// getmail's library takes nothing but ASCII.
  private var password: String { #"s3 "c\r#%'$x;"# + (client == .getmail ? "" : "é") }
  private static let servers = Result { try RealServers(users: all.map { User($0.user, password: $0.password) }) }

  /// Whom the client trusts: nobody of the world has signed the servers' certificate.
  private var authority: String {
    get throws { kind == .distrusted ? "/etc/ssl/certs/ca-certificates.crt" : try Self.servers.get().caFile }
  }

  /// A home with the written file, as far as it has to be changed for a server on this computer.
  func home() throws -> Home {
    let (home, servers) = (try Home(), try Self.servers.get())
    try home.write("#!/bin/sh\ncat '\(home.path)/secret'\n".utf8, to: "bin/get-secret", mode: 0o700)
    try home.write("\(kind == .wrong ? "wrong" : password)\n".utf8, to: "secret")
    let (imap, smtp) = security == .tls ? (servers.imap.tls, servers.smtp.tls) : (servers.imap.startTLS, servers.smtp.startTLS)
    try home.write(
      client.rawValue,
      [
        "--email", user, "--imap", "localhost:\(imap)", "--smtp", "localhost:\(smtp)", "--imap-security", security.rawValue,
        "--smtp-security", security.rawValue, "--secret-command", "\(home.path)/bin/get-secret",
      ])
    let file = try #require(home.files().first { try home.whole($0).contains(">>> setup: ") })
    // These name the authorities in the file; the other clients are told otherwise.
    let text = try home.whole(file).replacing("ca_certs = /etc/ssl/certs/ca-certificates.crt", with: "ca_certs = \(try authority)")
      .replacing("sslcacertfile = OS-DEFAULT", with: "sslcacertfile = \(try authority)")
    try home.write(text.utf8, to: file)
    return home
  }

  /// What of the client is alive, and what it said.
  struct Session {
    var terminal: PtySession?
    var result: ProcessResult?

    var said: String { terminal?.text ?? result.map { "\($0.end) \($0.text)\($0.complaint)" } ?? "" }
  }

  func start(_ home: Home) throws -> Session {
    let authority = try authority
    let trust = "set ssl_ca_certificates_file='\(authority)'"
    let mail = "From: \(user)\nTo: x@example.org\nSubject: x\n\nx\n"
    let label = user.replacing("@", with: "-")
    switch (client, mailProtocol) {
    case (.neomutt, .imap), (.mutt, .imap):
      return Session(terminal: try terminal(home, ["-n", "-F", try file(home), "-R", "-e", trust, "-e", "push q"], authority))
    case (.neomutt, _), (.mutt, _):
      return try run(
        home, ["-n", "-F", try file(home), "-e", trust, "-e", "set record=''", "-s", "x", "--", "x@example.org"], authority, mail)
    case (.aerc, _): return Session(terminal: try terminal(home, [], authority))
    case (.mbsync, _): return try run(home, [label], authority)
    case (.offlineimap, _): return try run(home, ["-o", "-u", "basic", "-a", label], authority)
    case (.getmail, _): return try run(home, [], authority)
    case (.msmtp, _): return try run(home, ["--tls-trust-file=\(authority)", "-a", label, "x@example.org"], authority, mail)
    case (.sNail, _):
      return try run(home, ["-S", "sendwait", "-S", "tls-ca-file=\(authority)", "-s", "x", "x@example.org"], authority, "x\n")
    default:
      let patch = try home.write("From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n\(mail)".utf8, to: "x.patch")
      return try run(
        home, ["send-email", "--to=x@example.org", "--smtp-ssl-cert-path=\(authority)", "--confirm=never", "--suppress-cc=all", patch],
        authority)
    }
  }

  private func file(_ home: Home) throws -> String {
    "\(home.path)/" + (try #require(home.files().first { try home.whole($0).contains(">>> setup: ") }))
  }

  private func call(_ home: Home, _ arguments: [String], _ authority: String) -> ProcessCall {
    ProcessCall(
      Equipment.path(client.rawValue), arguments,
      environment: ProcessBuilt.environment([
        "HOME": home.path, "SSL_CERT_FILE": authority, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": user, "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": user,
        // For root it does not look into HOME.
        "MAILRC": "\(home.path)/.mailrc",
      ]))
  }

  private func run(_ home: Home, _ arguments: [String], _ authority: String, _ input: String = "") throws -> Session {
    Session(result: try call(home, arguments, authority).with { $0.input = .text(input) }.run(within: 60))
  }

  private func terminal(_ home: Home, _ arguments: [String], _ authority: String) throws -> PtySession {
    try PtySession(call(home, arguments, authority))
  }

  /// What the servers say of this user. Postfix takes the sender only of who has logged in as its owner, and then refuses
  /// the recipient; Dovecot looks at the passwords for both.
  func outcome() throws -> (accepted: Int, refused: Int) {
    let servers = try Self.servers.get()
    func lines(_ text: String, _ words: String...) -> Int {
      text.split(separator: "\n").filter { line in words.allSatisfy(line.contains) }.count
    }
    let refused = lines(servers.imap.log, "(\(user),", "assword mismatch")
    return mailProtocol == .imap
      ? (lines(servers.imap.log, "Login: user=<\(user)>"), refused)
      : (lines(servers.smtp.log, "Recipient address rejected", "from=<\(user)>"), refused)
  }
}
