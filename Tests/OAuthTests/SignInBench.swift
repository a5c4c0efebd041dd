// The program, an authorization server of the user's own, and mail servers that take its tokens.

import AccountStore
import Demo
import Documents
import Foundation
import Platform
import RealServers
import TestSupport
import Testing
import Vocabulary

/// One home with one account.
final class SignInBench: Sendable {
  static let address = "user@example.test"
  let rig: GlewlwydRig
  let home: Home
  private let servers: DemoServers
  private let files: ProcessFolder
  /// The authorities of the mail servers and of the authorization server.
  let caFile: String

  init() throws {
    rig = try GlewlwydRig.shared.get()
    home = try Home()
    // The tokens of glewlwyd are JWTs (RFC 7519), which begin like this.
    servers = try DemoServers.start(
      mailboxes: [DemoMailbox(Self.address, appPassword: "", accountPassword: "")],
      tokens: DemoTokens { $0.starts(with: "eyJ".utf8) && $0.count > 500 ? Self.address : nil })
    files = try ProcessFolder()
    let authorization = try #require(ProcessFolder.read(rig.server.caFile))
    caFile = try files.write(servers.authorityPEM + authorization, to: "ca.pem", mode: 0o644)
  }

  deinit { servers.stop() }

  /// The options of a call that signs in.
  func arguments(_ way: String, _ more: [String] = []) throws -> [String] {
    [
      "--email", Self.address, "--imap", "localhost:\(servers.imapPort)", "--smtp", "localhost:\(servers.smtpPort)", "--imap-security",
      "tls", "--smtp-security", "tls", "--ca-file", caFile, "--issuer", try rig.address("oidc").text, "--sign-in", way,
    ] + more
  }

  /// Starts the program at a terminal that is wide enough for every address. It asks nothing else, because its input is no terminal.
  func start(_ arguments: [String], environment more: [String: String] = [:]) throws -> PtySession {
    try PtySession(
      ProcessBuilt.call(arguments, environment: home.environment.merging(more) { $1 }), columns: 4_000, wiring: .input("/dev/null"))
  }

  /// Signs in with the device grant, and saves the account as `work`.
  func signIn(_ more: [String] = ["--store", "file"], environment: [String: String] = [:]) throws {
    let session = try start(arguments("device", ["--client-id", "setup", "--save", "work"] + more), environment: environment)
    try approve(session)
    #expect(try session.finish().end == .exited(0), "\(session.text)")
  }

  /// Enters the code that the program shows.
  func approve(_ session: PtySession) throws {
    try session.wait(for: "enter the code")
    try session.wait(for: "valid for")
    let code = try #require(session.text.firstMatch(of: /enter the code (\S+),/)?.1)
    try rig.approve(String(code), for: "setup")
  }

  /// The file with the record of the account.
  var record: String { home.path + "/.local/share/mail-setup/secrets/user@example.test" }

  /// Makes the saved access token expire.
  func expire() throws {
    let text = String(decoding: try #require(ProcessFolder.read(record)), as: UTF8.self)
    let expired = text.replacing(/"expires":\d+/, with: "\"expires\":1").replacing(/"issued":\d+/, with: "\"issued\":0")
    try Data(expired.utf8).write(to: URL(fileURLWithPath: record))
    chmod(record, 0o600)
  }

  /// The members of the record.
  var members: [String: SecretJSON] {
    get throws {
      let octets = try #require(ProcessFolder.read(record))
      return try #require(SecretJSON.read(Secret(copying: octets)).members)
    }
  }
}
