// Servers for saved accounts: some that accept a password, and some that refuse everything and count it.

import AccountStore
import Demo
import Foundation
import LoopbackServer
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

/// An IMAP and an SMTP server with a few mailboxes.
final class MailHost: Sendable {
  static let secret = "right-secret-1"
  private let servers: DemoServers
  private let files: ProcessFolder
  let caFile: String

  init(_ addresses: [String] = ["anna@example.org", "bob@example.org"]) throws {
    servers = try DemoServers.start(
      mailboxes: addresses.map {
        DemoMailbox($0, appPassword: Self.secret, accountPassword: "for-the-web")
      })
    files = try ProcessFolder()
    caFile = try files.write(servers.authorityPEM, to: "ca.pem", mode: 0o644)
  }

  deinit { servers.stop() }

  /// Returns a command that prints this secret. The file that it reads can be rewritten.
  func command(_ secret: String, named name: String = "secret") throws -> SecretLocation {
    .command(["/bin/cat", try files.write((secret + "\n").utf8, to: name)])
  }

  func account(_ name: String, address: String = "anna@example.org", secret: SecretLocation?) throws -> SavedAccount {
    try .at(name, address, imap: servers.imapPort, smtp: servers.smtpPort, secret)
  }

  /// The options that direct a run to these servers, without address and secret.
  var arguments: [String] {
    [
      "--imap", "localhost:\(servers.imapPort)", "--smtp", "localhost:\(servers.smtpPort)", "--imap-security", "tls", "--smtp-security",
      "tls", "--ca-file", caFile,
    ]
  }
}

/// Servers that play a script and record every connection.
final class CountingHost: Sendable {
  private let imap, smtp: ScriptedServer
  private let files: ProcessFolder
  let caFile: String

  enum Behaviour { case refusing, busy, silent }

  init(_ behaviour: Behaviour = .refusing) throws {
    let authority = try CertificateAuthority()
    let identity = try authority.issue(.localhost)
    imap = try ScriptedServer.start { _ in
      switch behaviour {
      case .silent: [.silence]
      case .refusing, .busy:
        [
          .tls(identity), .say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n"), .expectAny,
          .say(
            behaviour == .busy
              ? "{t} NO Too many login attempts, try again later\r\n" : "{t} NO [AUTHENTICATIONFAILED] Invalid credentials\r\n"),
          .answerEach("{t} OK bye\r\n"),
        ]
      }
    }
    smtp = try ScriptedServer.start { _ in
      switch behaviour {
      case .silent: [.silence]
      case .refusing, .busy:
        [
          .tls(identity), .say("220 ready\r\n"), .expectAny, .say("250-localhost\r\n250 AUTH PLAIN\r\n"), .expectAny,
          .say(
            behaviour == .busy
              ? "454 4.7.0 Too many login attempts, please try again later\r\n" : "535 5.7.8 Authentication credentials invalid\r\n"),
          .answerEach("221 bye\r\n"),
        ]
      }
    }
    files = try ProcessFolder()
    caFile = try files.write(authority.pem, to: "ca.pem", mode: 0o644)
  }

  deinit { stop() }

  func stop() {
    imap.stop()
    smtp.stop()
  }

  /// The number of connections, at both servers.
  var visits: Int { imap.recordings.count + smtp.recordings.count }

  func account(_ name: String, address: String = "carl@example.org", secret: String = "wrong") throws -> SavedAccount {
    let file = try files.write((secret + "\n").utf8, to: "secret")
    return try .at(name, address, imap: imap.port, smtp: smtp.port, .command(["/bin/cat", file]))
  }
}

extension SavedAccount {
  fileprivate static func at(_ name: String, _ address: String, imap: UInt16, smtp: UInt16, _ secret: SecretLocation?) throws
    -> SavedAccount
  {
    let host = try #require(HostName("localhost"))
    return SavedAccount(
      name: try #require(AccountName(name)), address: try MailAddress(address), provider: nil,
      imap: Endpoint(host: host, port: imap, security: .tls), smtp: Endpoint(host: host, port: smtp, security: .tls), imapUsername: address,
      smtpUsername: address, secret: secret)
  }
}
