// Exported configurations for accounts that sign in with an access token, used by the clients themselves at real Dovecot and Postfix
// that ask a real authorization server about every token. The logs of the servers decide.

import Catalog
import Foundation
import MailClients
import RealServers
import TestSupport
import Testing
import Vocabulary

// One after the other: the database of the authorization server is locked if many ask at once, and it then knows no token.
@Suite(
  "a file for an account without a password, used by the client itself", .serialized, .enabled(if: TokenLogin.areThere, TokenLogin.why),
  .waiting)
struct TokenLoginTests {
  @Test("logs in with the token that the command prints, and not with one that was revoked", arguments: TokenLogin.all)
  func logsIn(_ login: TokenLogin) throws {
    let home = try login.home()
    let session = try login.start(home)
    defer { withExtendedLifetime(session) {} }
    let deadline = Date(timeIntervalSinceNow: session.isAlive ? 40 : 5)
    var outcome = try login.outcome()
    while outcome.accepted == 0, outcome.refused == 0, Date() < deadline {
      usleep(50_000)
      outcome = try login.outcome()
    }
    #expect((outcome.accepted > 0) == login.isGood, "\(login): \(outcome) \(session.said)")
    #expect((outcome.refused > 0) != login.isGood, "\(login): \(outcome) \(session.said)")
    // curl(1), EXIT CODES: 67 is a refused login.
    if login.client == .curl { #expect(session.end == .exited(login.isGood ? 0 : 67), "\(session.said)") }
  }
}

/// One client at one server with one token.
struct TokenLogin: Sendable, CustomStringConvertible {
  let client: MailClient
  let mailProtocol: MailProtocol
  let security: Security
  let mechanism: TokenMechanism
  let isGood: Bool

  var description: String {
    "\(client.rawValue) \(mailProtocol.rawValue) \(security.rawValue) \(mechanism.rawValue.lowercased()) \(isGood ? "good" : "revoked")"
  }
  /// A user of this case only, so that its lines in the logs can be found.
  private var user: User { User(description.replacing(" ", with: "-") + "@example.org", password: "no password") }

  private static let ways: [(MailClient, MailProtocol, [Security], [TokenMechanism])] = [
    (.neomutt, .imap, [.tls, .startTLS], [.xoauth2]), (.neomutt, .smtp, [.tls, .startTLS], [.xoauth2]),
    (.mutt, .imap, [.tls], [.xoauth2]), (.mutt, .smtp, [.startTLS], [.xoauth2]),
    (.aerc, .imap, [.tls, .startTLS], [.xoauth2, .oauthbearer]), (.mbsync, .imap, [.tls, .startTLS], [.xoauth2]),
    (.msmtp, .smtp, [.tls, .startTLS], [.xoauth2, .oauthbearer]),
    // These two are not exported for servers where the connection begins in clear text.
    (.offlineimap, .imap, [.tls], [.xoauth2]), (.getmail, .imap, [.tls], [.xoauth2]),
    // The script uses both servers. curl takes the mechanism of the standard where both are offered.
    (.curl, .imap, [.tls, .startTLS], [.oauthbearer]),
  ]
  static let all = ways.flatMap { client, mailProtocol, securities, mechanisms in
    securities.flatMap { security in
      mechanisms.flatMap { mechanism in
        [true, false].map {
          TokenLogin(client: client, mailProtocol: mailProtocol, security: security, mechanism: mechanism, isGood: $0)
        }
      }
    }
  }
  private static let missing = RealServers.missing + MailTokens.missing + all.map(\.client.rawValue).filter { !Equipment.isThere($0) }
  static let areThere = Equipment.isCI || missing.isEmpty
  static var why: Comment { "skipped: missing \(missing.joined(separator: ", "))" }

  private static let tokens = Result { try MailTokens(users: all.map(\.user)) }
  private static let servers = Result {
    try RealServers(users: all.map(\.user), mechanisms: "plain login xoauth2 oauthbearer", tokens: tokens.get().introspection)
  }

  /// Returns a home with the exported file and a command that prints the token.
  func home() throws -> Home {
    let (home, servers, issuer) = (try Home(), try Self.servers.get(), try Self.tokens.get())
    let token = try issuer.token(of: user)
    if !isGood { try issuer.revoke(token) }
    try home.write("#!/bin/sh\ncat '\(home.path)/token'\n".utf8, to: "bin/get-token", mode: 0o700)
    try home.write("\(token)\n".utf8, to: "token")
    let host = try #require(HostName("localhost"))
    func endpoint(_ tls: UInt16, _ startTLS: UInt16) -> Vocabulary.Endpoint {
      Vocabulary.Endpoint(host: host, port: security == .tls ? tls : startTLS, security: security)
    }
    let command = try #require(PasswordCommand("\(home.path)/bin/get-token"))
    let account = try MailAccount(
      address: MailAddress(user.login),
      settings: ServerSettings(
        imap: endpoint(servers.imap.tls, servers.imap.startTLS), smtp: endpoint(servers.smtp.tls, servers.smtp.startTLS),
        imapUsername: user.login, smtpUsername: user.login),
      secretCommand: command, provider: nil, signIn: .token(offered: [mechanism]))
    #expect(client.obstacle(for: account) == nil)
    let text = try client.configuration(account, WriterOptions(version: Equipment.version(of: client)))
    guard let file = client.file else {
      try home.write(text.utf8, to: "script")
      return home
    }
    let path = (file.new.base == .home ? "" : ".config/") + file.new.name
    // The mark is how the session finds the file.
    try home.write("\(file.comment) >>> setup: \(user.login)\n\(text)".utf8, to: path, mode: 0o600)
    for folder in file.folders(for: account.owner) {
      try FileManager.default.createDirectory(atPath: "\(home.path)/\(folder)", withIntermediateDirectories: true)
    }
    try ClientSession.trust(servers.caFile, in: home)
    return home
  }

  func start(_ home: Home) throws -> ClientSession {
    let authority = try Self.servers.get().caFile
    if client == .curl { return try ClientSession.script("\(home.path)/script", in: home, trusting: authority) }
    let plugin = client == .mbsync ? ["SASL_PATH": try DebianPackage.saslPath.get()] : [:]
    // The plug-in of mbsync does not answer the challenge of a refusal, and mbsync then waits for ever.
    return try ClientSession.start(
      client, mailProtocol, of: user.login, in: home, trusting: authority, environment: plugin, mayHang: !isGood)
  }

  /// Returns what the logs say about this user. Postfix accepts the sender only if its owner has signed in, and then rejects the
  /// recipient. Dovecot checks the tokens for both.
  func outcome() throws -> (accepted: Int, refused: Int) {
    let servers = try Self.servers.get()
    func lines(_ text: String, _ words: String...) -> Int {
      text.split(separator: "\n").filter { line in words.allSatisfy(line.contains) }.count
    }
    let refused = lines(servers.imap.log, "(\(user.login),", "oauth2") + lines(servers.imap.log, "(\(user.login),", "assword mismatch")
    guard mailProtocol == .smtp else { return (servers.imap.logins(of: user.login), refused) }
    return (lines(servers.smtp.log, "Recipient address rejected", "from=<\(user.login)>"), refused)
  }
}
