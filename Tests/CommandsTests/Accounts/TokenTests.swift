// `--token-from`: an access token instead of a password, in every command that signs in.

import AccountStore
import Demo
import Foundation
import TestSupport
import Testing
import Vocabulary

/// Servers that accept access tokens and no passwords.
final class TokenHost: Sendable {
  /// More octets than a password may have.
  static let token = "ya29." + String(repeating: "a-._~+/B9", count: 300) + "=="
  private let servers: DemoServers
  private let files: ProcessFolder
  let caFile: String

  init() throws {
    servers = try DemoServers.start(
      mailboxes: [DemoMailbox("anna@example.org", appPassword: "", accountPassword: "")],
      tokens: DemoTokens { $0.elementsEqual(Self.token.utf8) ? "anna@example.org" : nil })
    files = try ProcessFolder()
    caFile = try files.write(servers.authorityPEM, to: "ca.pem", mode: 0o644)
  }

  deinit { servers.stop() }

  /// A command that prints this token.
  func command(_ token: String = token) throws -> String { "/bin/cat \(try files.write((token + "\n").utf8, to: "token"))" }

  /// The options that direct a run to these servers, without a token.
  var arguments: [String] {
    [
      "--email", "anna@example.org", "--imap", "localhost:\(servers.imapPort)", "--smtp", "localhost:\(servers.smtpPort)",
      "--imap-security", "tls", "--smtp-security", "tls", "--ca-file", caFile,
    ]
  }
}

@Suite("setup --token-from", .waiting) struct TokenTests {
  private let home: Home
  private let host: TokenHost

  init() throws { (home, host) = (try Home(), try TokenHost()) }

  @Test(
    "the account works with a token from every source", arguments: ["stdin", "env:TOKEN", "file", "command"])
  func sources(_ source: String) throws {
    let command = try host.command()
    let typed =
      switch source {
      case "file": "file:" + command.dropFirst("/bin/cat ".count)
      case "command": "command:" + command
      default: source
      }
    let result = try home.run(["--token-from", typed, "--json"] + host.arguments) {
      $0.input = .text(TokenHost.token + "\n")
      $0.environment["TOKEN"] = TokenHost.token
    }
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(try result.json["imap"]["mechanism"].text == "OAUTHBEARER" && result.json["smtp"]["mechanism"].text == "OAUTHBEARER")
    #expect(!result.text.contains(TokenHost.token) && !result.complaint.contains(TokenHost.token))
  }

  @Test("the command is saved, and check, secret, edit and send-test use it as a token") func saved() throws {
    let command = try host.command()
    let saved = try home.run(["--token-from", "command:\(command)", "--save", "work"] + host.arguments)
    #expect(saved.end == .exited(0) && saved.complaint.hasSuffix("Saved as work.\n"), "\(saved.complaint)")
    let account = try #require(try home.registry.read().first)
    #expect(account.signIn == .token && account.secret == .command(command.split(separator: " ").map(String.init)))
    let check = try home.run(["check", "--ca-file", host.caFile])
    #expect(check.end == .exited(0) && check.output == [] && check.errors == [], "\(check.text)\(check.complaint)")
    #expect(try home.run(["secret", "work"]).text == TokenHost.token + "\n")
    #expect(try home.run(["accounts"]).text.contains("access token from a command"))
    #expect(try home.run(["accounts", "edit", "work", "--username", "anna@example.org"]).end == .exited(0))
    // These servers have no commands for messages, and say so to whoever has signed in.
    let sent = try home.run(["send-test", "work", "--yes", "--timeout", "5"])
    #expect(sent.text.contains("You are signed in"), "\(sent.text)")
    // Mail clients are told that the command prints a token, also at servers of no known provider.
    let exported = try home.run(["export", "msmtp", "work"])
    #expect(exported.text.contains("auth xoauth2"), "\(exported.text)\(exported.complaint)")
    #expect(exported.text.contains(#"passwordeval "\#(command)""#), "\(exported.text)")
    // A token that has expired meanwhile.
    _ = try host.command("expired")
    let late = try home.run(["check", "work"])
    #expect(late.end == .exited(77) && late.text.contains("expired"), "\(late.text)")
    #expect(try home.registry.read().first?.lastCheck?.cause == .tokenExpired)
  }

  @Test("a token that no command prints is not saved") func unsaved() throws {
    let result = try home.run(["--token-from", "stdin", "--save", "work"] + host.arguments) { $0.input = .text(TokenHost.token) }
    #expect(result.end == .exited(0) && result.complaint.hasSuffix("Saved as work, without the access token.\n"), "\(result.complaint)")
    let account = try #require(try home.registry.read().first)
    #expect(account.signIn == .token && account.secret == nil)
    let check = try home.run(["check", "work"])
    #expect(check.end == .exited(66), "\(check.text)")
  }

  @Test(
    "what cannot be a token is refused before a server is reached",
    arguments: ["a b", "tok\u{e9}n", "tok\"en", "a=b", "", String(repeating: "a", count: 8_193)])
  func illegal(_ token: String) throws {
    let status: Int32 = token.isEmpty ? 66 : 65
    let result = try home.run(["--token-from", "stdin"] + host.arguments) { $0.input = .text(token) }
    #expect(result.end == .exited(status) && result.complaint.contains("access token"), "\(result.complaint)")
  }

  @Test("a refused token blames no password", arguments: Language.allCases) func refused(_ language: Language) throws {
    let result = try home.run(["--token-from", "stdin", "--lang", language.rawValue] + host.arguments) { $0.input = .text("wrong") }
    #expect(result.end == .exited(77))
    #expect(!result.text.localizedCaseInsensitiveContains("app password") && !result.text.contains("应用密码"), "\(result.text)")
    let document = try home.run(["--token-from", "stdin", "--json"] + host.arguments) { $0.input = .text("wrong") }
    #expect(
      try document.json["diagnosis"]["causes"].texts.prefix(3) == ["token_expired", "token_wrong_scope", "token_wrong_user"],
      "\(document.text)")
  }

  @Test(
    "it excludes a password, and a place for one", arguments: [["--secret-from", "stdin"], ["--save", "work", "--store", "file"]])
  func conflict(_ options: [String]) throws {
    let result = try home.run(["--token-from", "stdin"] + options + host.arguments) { $0.input = .text(TokenHost.token) }
    #expect(result.end == .exited(64) && result.complaint.contains("--token-from"), "\(result.complaint)")
  }

  @Test("a token for a known provider does not go to a stranger's servers without consent") func foreign() throws {
    let arguments = host.arguments.map { $0 == "anna@example.org" ? "anna@outlook.com" : $0 }
    let entry = try home.run(["--token-from", "stdin"] + arguments) { $0.input = .text(TokenHost.token) }
    #expect(entry.complaint.contains("Outlook"), "\(entry.complaint)")
  }
}
