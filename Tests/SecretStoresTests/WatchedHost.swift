// Servers that accept every secret, and record each: a secret sent to the wrong server is detected.

import AccountStore
import Foundation
import LoopbackServer
import Posix
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

/// An IMAP and an SMTP server of one host.
final class WatchedHost: Sendable {
  private let imap, smtp: ScriptedServer

  fileprivate init(_ identity: ServerIdentity) throws {
    imap = try ScriptedServer.start([
      .tls(identity), .say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n"), .expectAny,
      .say("{t} OK [CAPABILITY IMAP4rev1] welcome\r\n"),
      .answerEach("* LIST () \"/\" INBOX\r\n* 1 EXISTS\r\n{t} OK done\r\n"),
    ])
    smtp = try ScriptedServer.start([
      .tls(identity), .say("220 ready\r\n"), .expectAny, .say("250-localhost\r\n250 AUTH PLAIN\r\n"), .expectAny,
      .say("235 2.7.0 welcome\r\n"), .answerEach("250 2.0.0 done\r\n"),
    ])
  }

  deinit {
    imap.stop()
    smtp.stop()
  }

  /// The options that direct a run to this host, without address and secret.
  var arguments: [String] {
    [
      "--imap", "localhost:\(imap.port)", "--smtp", "localhost:\(smtp.port)", "--imap-security", "tls", "--smtp-security", "tls",
    ]
  }

  var settings: (imap: Endpoint, smtp: Endpoint) {
    get throws {
      let host = try #require(HostName("localhost"))
      return (Endpoint(host: host, port: imap.port, security: .tls), Endpoint(host: host, port: smtp.port, security: .tls))
    }
  }

  /// Every secret that this host has received.
  var secrets: Set<String> { Set((imap.recordings + smtp.recordings).flatMap(\.lines).compactMap(Self.secret)) }

  /// Returns what follows the second NUL of an AUTHENTICATE PLAIN or AUTH PLAIN response (RFC 4616).
  private static func secret(_ line: [UInt8]) -> String? {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.dropLast().last == "PLAIN", let message = words.last.flatMap({ Data(base64Encoded: String($0)) }) else { return nil }
    return message.split(separator: 0, omittingEmptySubsequences: false).dropFirst(2).first.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Several hosts with certificates of one authority.
final class WatchedHosts {
  let all: [WatchedHost]
  let caFile: String
  private let files: ProcessFolder

  init(_ count: Int) throws {
    let authority = try CertificateAuthority()
    let identity = try authority.issue(.localhost)
    all = try (0..<count).map { _ in try WatchedHost(identity) }
    files = try ProcessFolder()
    caFile = try files.write(authority.pem, to: "ca.pem", mode: 0o644)
  }
}

extension Home {
  /// Verifies and saves an account, with these further options.
  func save(
    _ name: String, at host: WatchedHost, of hosts: WatchedHosts, secret: String, address: String = Home.address,
    _ options: [String] = []
  ) throws -> ProcessResult {
    try setup(
      ["--email", address, "--secret-from", "stdin", "--ca-file", hosts.caFile, "--save", name] + host.arguments + options
    ) { $0.input = .text(secret + "\n") }
  }

  /// The saved accounts, as the library reads them.
  var accounts: [SavedAccount] {
    get throws {
      let environment = environment
      return try #require(AccountsFile(environment: Environment(environment))).read()
    }
  }

  var registryFile: String { "\(path)/.config/mail-setup/accounts.json" }

  /// Writes the accounts file directly.
  func write(registry text: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/.config/mail-setup", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    chmod("\(path)/.config", 0o700)
    try text.write(toFile: registryFile, atomically: true, encoding: .utf8)
    chmod(registryFile, 0o600)
  }

  /// Returns what a mail client would receive; `nil` if it receives nothing.
  func secret(of name: String) throws -> String? {
    let result = try setup(["secret", name])
    return result.end == .exited(0) ? String(result.text.dropLast()) : nil
  }
}
