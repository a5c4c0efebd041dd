// Servers that accept a password only by a digest: SCRAM and CRAM-MD5 at real servers.

import RealServers
import TestSupport
import Testing

@Suite(.enabled(if: Rig.runs, Rig.why), .waiting)
struct DigestTests {
  @Test(
    "A right password is verified by the only mechanism there is, and a wrong one is refused with its cause",
    arguments: ["SCRAM-SHA-256", "SCRAM-SHA-1", "CRAM-MD5"])
  func only(_ mechanism: String) throws {
    let servers = try RealServers(users: [.anna, .quinn], mechanisms: mechanism.lowercased())
    defer { servers.stop() }
    for user in [User.anna, .quinn] {
      let result = try Self.verify(user, user.password, servers)
      #expect(result.end == .exited(0), "\(user.login): \(result.text) \(result.complaint)")
      let json = try result.json
      for side in ["imap", "smtp"] { #expect(json[side]["mechanism"].text == mechanism) }
    }
    let (secret, canary) = wrongSecret()
    let result = try Self.verify(.anna, secret, servers)
    #expect(result.end == .exited(77), "\(result.text)")
    #expect(try result.json["diagnosis"]["causes"].texts.first == "wrong_password")
    #expect(canary.found(in: result.output + result.errors).isEmpty)
  }

  @Test(
    "Where the server can bind a sign-in to the connection it is bound; Postfix cannot, although its Dovecot can",
    .enabled(if: RealServers.hasChannelBinding, "skipped: Dovecot before 2.4"))
  func channelBinding() throws {
    let servers = try RealServers(users: [.anna], mechanisms: "scram-sha-256 scram-sha-256-plus")
    defer { servers.stop() }
    let result = try Self.verify(.anna, User.anna.password, servers)
    #expect(result.end == .exited(0), "\(result.text) \(result.complaint)")
    #expect(try result.json["imap"]["mechanism"].text == "SCRAM-SHA-256-PLUS")
    #expect(try result.json["smtp"]["mechanism"].text == "SCRAM-SHA-256")
    let (secret, _) = wrongSecret()
    let refused = try Self.verify(.anna, secret, servers)
    #expect(refused.end == .exited(77), "\(refused.text)")
    #expect(try refused.json["diagnosis"]["causes"].texts.first == "wrong_password")
  }

  private static func verify(_ user: User, _ secret: String, _ servers: RealServers) throws -> ProcessResult {
    let call = try ProcessBuilt.call([
      "--email", user.login, "--secret-from", "stdin", "--json", "--imap", "localhost:\(servers.imap.tls)", "--imap-security", "tls",
      "--smtp", "localhost:\(servers.smtp.tls)", "--smtp-security", "tls", "--ca-file", servers.caFile,
    ])
    return try call.with { $0.input = .text(secret) }.run()
  }
}
