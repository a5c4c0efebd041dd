// Access tokens at real Dovecot and Postfix, which ask a real authorization server about each.

import Foundation
import RealServers
import TestSupport
import Testing

/// The authorization server, and a pair of mail servers for each list of mechanisms.
enum TokenRig {
  static let missing = RealServers.missing + MailTokens.missing
  static let runs = Rig.isCI || missing.isEmpty
  static var why: Comment { "skipped: missing \(missing.joined(separator: ", "))" }
  static let users = [User.anna, .bob]

  static let tokens = Result { try MailTokens(users: users) }
  private static let both = Result { try servers("xoauth2 oauthbearer", tokens.get()) }
  private static let xoauth2 = Result { try servers("plain login xoauth2", tokens.get()) }
  private static let oauthbearer = Result { try servers("plain oauthbearer", tokens.get()) }

  static func servers(_ mechanisms: String, _ tokens: MailTokens) throws -> RealServers {
    try RealServers(users: users, mechanisms: mechanisms, tokens: tokens.introspection)
  }

  /// The mechanisms that servers offer, and the one that is used.
  enum Offer: String, CaseIterable, Sendable {
    case both, xoauth2, oauthbearer

    var used: String { self == .xoauth2 ? "XOAUTH2" : "OAUTHBEARER" }

    func servers() throws -> RealServers {
      switch self {
      case .both: try TokenRig.both.get()
      case .xoauth2: try TokenRig.xoauth2.get()
      case .oauthbearer: try TokenRig.oauthbearer.get()
      }
    }
  }

  /// Verifies with this token.
  static func verify(_ user: User, token: String, at servers: RealServers, security: String = "tls") throws -> ProcessResult {
    let isTLS = security == "tls"
    let call = try ProcessBuilt.call([
      "--email", user.login, "--token-from", "stdin", "--json", "--ca-file", servers.caFile,
      "--imap", "localhost:\(isTLS ? servers.imap.tls : servers.imap.startTLS)", "--imap-security", security,
      "--smtp", "localhost:\(isTLS ? servers.smtp.tls : servers.smtp.startTLS)", "--smtp-security", security,
    ])
    return try call.with { $0.input = .text(token) }.run()
  }
}

// One after the other: the database of the authorization server is locked if many ask at once, and it then knows no token.
@Suite(.serialized, .enabled(if: TokenRig.runs, TokenRig.why), .waiting)
struct TokenTests {
  @Test(
    "A good token is verified by the mechanism that the servers offer, and is nowhere in the output",
    arguments: TokenRig.Offer.allCases, ["tls", "starttls"])
  func good(_ offer: TokenRig.Offer, security: String) throws {
    let token = try TokenRig.tokens.get().token(of: .anna)
    let result = try TokenRig.verify(.anna, token: token, at: offer.servers(), security: security)
    #expect(result.end == .exited(0), "\(result.text) \(result.complaint)")
    let json = try result.json
    #expect(json["outcome"].text == "verified")
    for side in ["imap", "smtp"] { #expect(json[side]["mechanism"].text == offer.used) }
    #expect(!(result.text + result.complaint).contains(token.suffix(40)))
  }

  enum Fault: String, CaseIterable, Sendable {
    case revoked, wrongScope, wrongUser, garbage, long

    func token() throws -> String {
      let tokens = try TokenRig.tokens.get()
      switch self {
      case .revoked:
        let token = try tokens.token(of: .anna)
        try tokens.revoke(token)
        return token
      case .wrongScope: return try tokens.token(of: .anna, scope: "other")
      case .wrongUser: return try tokens.token(of: .bob)
      case .garbage: return "garbage.not.jwt"
      case .long: return String(repeating: "x", count: 5_500)
      }
    }
  }

  @Test(
    "A bad token is refused; the causes are those of tokens, and none of a password", arguments: Fault.allCases,
    [TokenRig.Offer.xoauth2, .oauthbearer])
  func bad(_ fault: Fault, _ offer: TokenRig.Offer) throws {
    let token = try fault.token()
    let result = try TokenRig.verify(.anna, token: token, at: offer.servers())
    #expect(result.end == .exited(77), "\(result.text) \(result.complaint)")
    let causes = try result.json["diagnosis"]["causes"].texts
    // Dovecot answers alike to all of them, so all are named.
    #expect(Set(causes).isSuperset(of: ["token_expired", "token_wrong_scope", "token_wrong_user"]), "\(causes)")
    #expect(causes.first?.hasPrefix("token_") == true)
    #expect(Set(causes).isDisjoint(with: ["wrong_password", "app_password_required", "code_expired_or_revoked", "oauth_required"]))
    #expect(!(result.text + result.complaint).contains(token.suffix(40)))
  }

  @Test("An expired token is refused as expired")
  func expired() throws {
    let brief = try MailTokens(users: TokenRig.users, life: 2)
    defer { brief.stop() }
    let servers = try TokenRig.servers("xoauth2 oauthbearer", brief)
    defer { servers.stop() }
    let token = try brief.token(of: .anna)
    usleep(3_500_000)
    let result = try TokenRig.verify(.anna, token: token, at: servers)
    #expect(result.end == .exited(77), "\(result.text) \(result.complaint)")
    #expect(try result.json["diagnosis"]["causes"].texts.first == "token_expired")
  }

  @Test("A token that no login can carry is refused before anything is sent")
  func tooLong() throws {
    let servers = try TokenRig.Offer.both.servers()
    let result = try TokenRig.verify(.anna, token: String(repeating: "x", count: 9_200), at: servers)
    #expect(result.end == .exited(65), "\(result.text) \(result.complaint)")
  }

  @Test("While the authorization server is down, the sign-in is not refused but may work later")
  func down() throws {
    let tokens = try MailTokens(users: TokenRig.users)
    let token = try tokens.token(of: .anna)
    let servers = try TokenRig.servers("xoauth2 oauthbearer", tokens)
    defer { servers.stop() }
    tokens.stop()
    let result = try TokenRig.verify(.anna, token: token, at: servers)
    #expect(result.end == .exited(75), "\(result.text) \(result.complaint)")
    #expect(try result.json["outcome"].text == "temporary")
  }
}
