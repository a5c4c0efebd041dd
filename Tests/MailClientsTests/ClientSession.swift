// A client that runs with the file that `setup export --write` has written.

import Foundation
import MailClients
import TestSupport
import Testing
import Vocabulary

/// A running client, and its output.
struct ClientSession {
  private var terminal: PtySession?
  private var result: ProcessResult?

  var isAlive: Bool { terminal != nil }
  var said: String { terminal?.text ?? result.map { "\($0.end) \($0.text)\($0.complaint)" } ?? "" }

  /// How the client has ended. `nil` for one that needs a terminal.
  var end: ProcessEnd? { result?.end }

  /// Runs an exported script.
  static func script(_ file: String, in home: Home, trusting authority: String) throws -> ClientSession {
    let environment = ProcessBuilt.environment([
      "HOME": home.path, "CURL_CA_BUNDLE": authority, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ])
    return ClientSession(result: try ProcessCall("/bin/sh", [file, "--silent", "--show-error"], environment: environment).run(within: 60))
  }

  /// Changes the written file of offlineimap and getmail so that they trust `authority`. The file names the store of the system,
  /// and no public authority signed the certificate of a test.
  static func trust(_ authority: String, in home: Home) throws {
    let file = try written(home)
    let text = try home.whole(file).replacing("ca_certs = /etc/ssl/certs/ca-certificates.crt", with: "ca_certs = \(authority)")
      .replacing("sslcacertfile = OS-DEFAULT", with: "sslcacertfile = \(authority)")
    try home.write(text.utf8, to: file)
  }

  /// Opens the inbox, or sends a message. A client that needs a terminal is still running when this returns.
  static func start(
    _ client: MailClient, _ mailProtocol: MailProtocol, of user: String, in home: Home, trusting authority: String,
    environment: [String: String] = [:], mayHang: Bool = false
  ) throws -> ClientSession {
    let trust = "set ssl_ca_certificates_file='\(authority)'"
    let mail = "From: \(user)\nTo: x@example.org\nSubject: x\n\nx\n"
    let label = user.replacing("@", with: "-")
    let file = "\(home.path)/\(try written(home))"

    func call(_ arguments: [String]) -> ProcessCall {
      ProcessCall(
        Equipment.path(client.rawValue), arguments,
        environment: ProcessBuilt.environment(
          environment.merging([
            "HOME": home.path, "SSL_CERT_FILE": authority, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": user, "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": user,
            // For root it does not use HOME.
            "MAILRC": "\(home.path)/.mailrc",
          ]) { own, _ in own }))
    }
    func run(_ arguments: [String], _ input: String = "") throws -> ClientSession {
      ClientSession(result: try call(arguments).with { $0.input = .text(input) }.run(within: 60))
    }
    func terminal(_ arguments: [String]) throws -> ClientSession { ClientSession(terminal: try PtySession(call(arguments))) }

    switch (client, mailProtocol) {
    case (.neomutt, .imap), (.mutt, .imap): return try terminal(["-n", "-F", file, "-R", "-e", trust, "-e", "push q"])
    case (.neomutt, _), (.mutt, _):
      return try run(["-n", "-F", file, "-e", trust, "-e", "set record=''", "-s", "x", "--", "x@example.org"], mail)
    case (.aerc, _): return try terminal([])
    case (.mbsync, _): return mayHang ? try terminal([label]) : try run([label])
    case (.offlineimap, _): return try run(["-o", "-u", "basic", "-a", label])
    case (.getmail, _): return try run([])
    case (.msmtp, _): return try run(["--tls-trust-file=\(authority)", "-a", label, "x@example.org"], mail)
    case (.sNail, _): return try run(["-S", "sendwait", "-S", "tls-ca-file=\(authority)", "-s", "x", "x@example.org"], "x\n")
    default:
      let patch = try home.write("From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n\(mail)".utf8, to: "x.patch")
      return try run(
        ["send-email", "--to=x@example.org", "--smtp-ssl-cert-path=\(authority)", "--confirm=never", "--suppress-cc=all", patch])
    }
  }

  /// The path of the file with the managed block.
  private static func written(_ home: Home) throws -> String {
    try #require(home.files().first { try home.whole($0).contains(">>> setup: ") })
  }
}
