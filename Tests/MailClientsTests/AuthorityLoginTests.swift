// A saved account with a private certificate authority, exported and used by the clients themselves at real Dovecot and Postfix,
// with no other setting that makes them trust it. And at servers whose certificate that authority did not sign.

import AccountStore
import Foundation
import MailClients
import Posix
import RealServers
import TestSupport
import Testing
import Vocabulary

@Suite(
  "a private authority, used by the client itself", .enabled(if: AuthorityLogin.areThere, "skipped: missing servers or clients"), .waiting)
struct AuthorityLoginTests {
  @Test(
    "fault-ca-not-kept-with-account: what is exported logs in where the authority has signed, and sends nothing elsewhere",
    arguments: AuthorityLogin.all)
  func logsIn(_ login: AuthorityLogin) throws {
    let home = try login.home()
    let session = try login.start(home)
    defer { withExtendedLifetime(session) {} }
    let deadline = Date(timeIntervalSinceNow: login.isTrusted ? (session.terminal == nil ? 5 : 40) : session.terminal == nil ? 1 : 3)
    while try !login.wasAccepted(session), Date() < deadline { usleep(50_000) }
    #expect(try login.wasAccepted(session) == login.isTrusted, "\(login): \(session.said)")
    #expect(try !login.wasRefused, "\(login): \(session.said)")
  }
}

/// One client at two servers.
struct AuthorityLogin: Sendable, CustomStringConvertible {
  let client: MailClient
  let mailProtocol: MailProtocol
  let security: Security
  let isTrusted: Bool

  var description: String { "\(client.rawValue) \(mailProtocol.rawValue) \(security.rawValue) \(isTrusted ? "trusted" : "untrusted")" }
  /// A user of this case only, so that its lines in the logs can be found.
  private var user: String { description.replacing(" ", with: "-") + "@example.org" }
  private static let password = "pass-word-for-all"

  private static let ways: [(MailClient, MailProtocol, [Security])] = [
    (.neomutt, .imap, [.tls, .startTLS]), (.neomutt, .smtp, [.tls]), (.mutt, .imap, [.tls]), (.mutt, .smtp, [.tls]),
    (.mbsync, .imap, [.tls, .startTLS]), (.msmtp, .smtp, [.tls, .startTLS]), (.offlineimap, .imap, [.tls]), (.getmail, .imap, [.tls]),
    (.sNail, .smtp, [.tls, .startTLS]), (.git, .smtp, [.tls]), (.fetchmail, .imap, [.tls]), (.swaks, .smtp, [.tls]), (.curl, .imap, [.tls]),
  ]
  static let all = ways.flatMap { client, mailProtocol, securities in
    securities.flatMap { security in
      [true, false].map { AuthorityLogin(client: client, mailProtocol: mailProtocol, security: security, isTrusted: $0) }
    }
  }
  static let areThere = Equipment.isCI || RealServers.missing.isEmpty && all.allSatisfy { Equipment.isThere($0.client.rawValue) }
  private static let servers = Result { try RealServers(users: all.map { User($0.user, password: password) }) }

  /// Returns the port and the log of a server.
  private func server(_ mailProtocol: MailProtocol) throws -> (port: UInt16, log: String) {
    let servers = try Self.servers.get()
    let server =
      switch mailProtocol {
      case .imap: isTrusted ? servers.imap : try servers.imap(with: .unknownAuthority)
      case .smtp: isTrusted ? servers.smtp : try servers.smtp(with: .unknownAuthority)
      }
    return (security == .tls ? server.tls : server.startTLS, server.log)
  }

  /// Returns a home with the saved account, and with the exported file or script.
  func home() throws -> Home {
    let home = try Home()
    let command = try home.write("#!/bin/sh\necho \(Self.password)\n".utf8, to: "bin/get-secret", mode: 0o700)
    // The first path contains characters that need quotes. s-nail cannot express it.
    let authority = try home.write(try #require(ProcessFolder.read(try Self.servers.get().caFile)), to: "own authority's.pem", mode: 0o644)
    let plain = try home.write(try #require(ProcessFolder.read(try Self.servers.get().caFile)), to: "own.pem", mode: 0o644)
    let host = try #require(HostName("localhost"))
    let account = SavedAccount(
      name: try #require(AccountName("work")), address: try MailAddress(user), provider: nil,
      imap: Vocabulary.Endpoint(host: host, port: try server(.imap).port, security: security),
      smtp: Vocabulary.Endpoint(host: host, port: try server(.smtp).port, security: security),
      imapUsername: user, smtpUsername: user, authorityFile: client == .sNail ? plain : authority, secret: .command([command]))
    let places = ["HOME": home.path]
    try #require(AccountsFile(environment: Environment(places))).update { $0 = [account] }
    if client.file != nil {
      try home.write(client.rawValue, ["work"])
    } else {
      let script = try home.export([client.rawValue, "work"])
      #expect(script.end == .exited(0), "\(script.complaint)")
      try home.write(script.output, to: "script")
    }
    return home
  }

  struct Session {
    var terminal: PtySession?
    var result: ProcessResult?

    var said: String { terminal?.text ?? result.map { "\($0.end) \($0.text)\($0.complaint)" } ?? "" }
  }

  func start(_ home: Home) throws -> Session {
    let mail = "From: \(user)\nTo: x@example.org\nSubject: x\n\nx\n"
    let label = user.replacing("@", with: "-")
    switch (client, mailProtocol) {
    case (.neomutt, .imap), (.mutt, .imap):
      return Session(terminal: try PtySession(call(home, client.rawValue, ["-R", "-e", "push q"])))
    case (.neomutt, _), (.mutt, _):
      return try run(home, client.rawValue, ["-e", "set record=''", "-s", "x", "--", "x@example.org"], mail)
    case (.mbsync, _): return try run(home, "mbsync", [label])
    case (.offlineimap, _): return try run(home, "offlineimap", ["-o", "-u", "basic", "-a", label])
    case (.getmail, _): return try run(home, "getmail", [])
    case (.msmtp, _): return try run(home, "msmtp", ["-a", label, "x@example.org"], mail)
    case (.sNail, _): return try run(home, "s-nail", ["-S", "sendwait", "-s", "x", "x@example.org"], "x\n")
    case (.fetchmail, _): return try run(home, "sh", ["\(home.path)/script", "--check", "--pidfile", "\(home.path)/pid"])
    case (.swaks, _), (.curl, _): return try run(home, "sh", ["\(home.path)/script"])
    default:
      let patch = try home.write("From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n\(mail)".utf8, to: "x.patch")
      return try run(home, "git", ["send-email", "--to=x@example.org", "--confirm=never", "--suppress-cc=all", patch])
    }
  }

  private func call(_ home: Home, _ program: String, _ arguments: [String]) -> ProcessCall {
    ProcessCall(
      Equipment.path(program), arguments,
      environment: ProcessBuilt.environment([
        "HOME": home.path, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8", "GIT_TERMINAL_PROMPT": "0",
        "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": user, "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": user,
        // For root it does not use HOME.
        "MAILRC": "\(home.path)/.mailrc",
      ]))
  }

  private func run(_ home: Home, _ program: String, _ arguments: [String], _ input: String = "") throws -> Session {
    Session(result: try call(home, program, arguments).with { $0.input = .text(input) }.run(within: 60))
  }

  private func has(_ log: String, _ words: String...) -> Bool {
    log.split(separator: "\n").contains { line in words.allSatisfy(line.contains) }
  }

  /// Returns whether the server received the right password of this user. Postfix accepts the sender only if its owner has signed
  /// in, and then rejects the recipient. swaks ends before that.
  func wasAccepted(_ session: Session) throws -> Bool {
    if client == .swaks { return session.result?.end == .exited(0) }
    let log = try server(mailProtocol).log
    guard mailProtocol == .imap else { return has(log, "Recipient address rejected", "from=<\(user)>") }
    // Dovecot 2.3 and 2.4.
    return ["Login", "Logged in"].contains { has(log, "\($0): user=<\(user)>") }
  }

  /// Returns whether the server received a wrong password of this user. No client may send any other.
  var wasRefused: Bool { get throws { has(try server(.imap).log, "(\(user),", "assword mismatch") } }
}
