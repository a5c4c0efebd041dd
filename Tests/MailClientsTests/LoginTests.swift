// Exported configurations, used by the clients themselves at real Dovecot and Postfix.

import Catalog
import MailClients
import RealServers
import TestSupport
import Testing
import Vocabulary

/// The two servers that all of these tests use.
enum MailServers {
  static let clients = ["curl", "fetchmail", "mbsync", "swaks"]
  static let areThere = Equipment.isCI || RealServers.missing.isEmpty && clients.allSatisfy(Equipment.isThere)
  static let shared = Result { try RealServers(users: [.anna, .quinn]) }
}

@Suite("used by the client itself", .enabled(if: MailServers.areThere, "skipped: missing servers or clients"), .waiting)
struct LoginTests {
  /// The call of a client, and its end with the right password and with a wrong one.
  struct Way: Sendable, CustomStringConvertible {
    let client: MailClient
    let good: Int32
    let bad: Int32
    var description: String { client.rawValue }
  }

  private static let ways = [
    Way(client: .curl, good: 0, bad: 67), Way(client: .mbsync, good: 0, bad: 1), Way(client: .swaks, good: 0, bad: 28),
    // 1: there is no mail.
    Way(client: .fetchmail, good: 1, bad: 3),
  ]

  @Test("logs in with the right secret, and not with a wrong one", arguments: ways, Security.allCases)
  func logsIn(_ way: Way, _ security: Security) throws {
    for user in [User.anna, .quinn] {
      let good = try run(way.client, user, secret: user.password, security)
      #expect(good.end == .exited(way.good), "\(good.text) \(good.complaint)")
    }
    let bad = try run(way.client, .anna, secret: "wrong", security)
    #expect(bad.end == .exited(way.bad), "\(bad.text) \(bad.complaint)")
  }

  @Test("refuses a certificate of an authority nobody trusts", arguments: ways, Security.allCases)
  func distrusts(_ way: Way, _ security: Security) throws {
    let result = try run(way.client, .anna, secret: "never-sent", security, trusted: false)
    #expect(result.end != .exited(way.good) && result.end != .exited(way.bad) || way.client == .mbsync && result.end == .exited(1))
    #expect(!result.text.contains("never-sent"))
  }

  @Test("refuses a certificate that is for another host; an old swaks does not, as is said of it", arguments: ways, Security.allCases)
  func mistaken(_ way: Way, _ security: Security) throws {
    let result = try run(way.client, .anna, secret: User.anna.password, security, certificate: .wrongName)
    let comparesNoNames = try way.client == .swaks && Equipment.isOlder(.swaks, than: "20240103")
    #expect((result.end == .exited(way.good)) == comparesNoNames, "\(result.text) \(result.complaint)")
    let remarks = way.client.remarks(for: try account(.anna, security), WriterOptions(version: try Equipment.version(of: way.client)))
    #expect(remarks.contains(.checksNoHostName) == comparesNoNames)
  }

  private func run(
    _ client: MailClient, _ user: User, secret: String, _ security: Security, trusted: Bool = true, certificate: ServerCertificate = .good
  ) throws -> ProcessResult {
    let servers = try MailServers.shared.get()
    let bench = try Bench(account(user, security, certificate), secret: secret)
    let file = try #require(try bench.write(client, for: try Equipment.version(of: client)))
    let authority = trusted ? servers.caFile : "/etc/ssl/certs/ca-certificates.crt"
    let places = ["SSL_CERT_FILE": authority, "CURL_CA_BUNDLE": authority]
    switch client {
    case .mbsync:
      _ = try bench.run("mkdir", ["-p", "\(bench.folder.path)/Mail/\(bench.account.label)"])
      return try bench.run("mbsync", ["-c", file, "-l", bench.account.label], environment: places)
    case .swaks: return try bench.run("sh", [file, "--tls-ca-path", authority, "--silent", "2"])
    case .fetchmail: return try bench.run("sh", [file, "--check", "--pidfile", "\(bench.folder.path)/pid"], environment: places)
    default: return try bench.run("sh", [file, "--silent", "--show-error"], environment: places)
    }
  }

  private func account(_ user: User, _ security: Security, _ certificate: ServerCertificate = .good) throws -> MailAccount {
    let servers = try MailServers.shared.get()
    let (imap, smtp) = (try servers.imap(with: certificate), try servers.smtp(with: certificate))
    let host = try #require(HostName("localhost"))
    func endpoint(_ tls: UInt16, _ startTLS: UInt16) -> Vocabulary.Endpoint {
      Vocabulary.Endpoint(host: host, port: security == .tls ? tls : startTLS, security: security)
    }
    let command = try #require(PasswordCommand("get-secret --of \(user.login)"))
    return try MailAccount(
      address: MailAddress(user.login),
      settings: ServerSettings(
        imap: endpoint(imap.tls, imap.startTLS), smtp: endpoint(smtp.tls, smtp.startTLS),
        imapUsername: user.login, smtpUsername: user.login),
      secretCommand: command, provider: nil)
  }
}
