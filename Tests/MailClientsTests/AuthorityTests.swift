// A private certificate authority in configurations: each client is told to trust it, or the export reports that it cannot be.

import AccountStore
import Foundation
import MailClients
import Posix
import TestSupport
import Testing
import Vocabulary

@Suite("an account's own authority in exports", .waiting) struct AuthorityTests {
  private static func account(_ file: String?) throws -> MailAccount {
    let sample = Sample.plain.account
    return try MailAccount(
      address: sample.address, settings: sample.settings, secretCommand: sample.secretCommand, provider: sample.provider,
      authorityFile: file)
  }

  private static let without: [MailClient] = [.aerc, .autoconfig, .apple]
  private static let paths = [
    "/etc/own/ca.pem", "/srv/mail/Own-Root_2026+x@y=z.pem", "/srv/My Company/Root CA.crt", "/srv/a'b\"c\\d%e.pem", "/srv/企业/根证书.pem",
    "/srv/$HOME/`x`/ca.pem", "/srv/#1;2//ca.pem",
  ]

  /// The text before the path in each client's syntax, for a path that needs no quotes.
  private static func line(_ client: MailClient, _ path: String) -> String? {
    switch client {
    case .msmtp: "tls_trust_file \"\(path)\""
    case .mbsync: "CertificateFile \"\(path)\""
    case .neomutt, .mutt: "set certificate_file = '\(path)'"
    case .himalaya: "imap.tls.cert = \"\(path)\""
    case .offlineimap: "sslcacertfile = \(path)"
    case .getmail: "ca_certs = \(path)"
    case .fetchmail: "sslcertck sslcertfile \"\(path)\""
    case .sNail: "set tls-ca-file="
    case .git: "smtpSSLCertPath = \"\(path)\""
    case .swaks: "--tls-ca-path "
    case .curl: "cacert = \"\(path)\""
    case .emacs: "(add-to-list 'gnutls-trustfiles \"\(path)\")"
    case .json: "\"caFile\": \"\(path)\""
    case .env: "MAIL_CA_FILE="
    case .aerc, .autoconfig, .apple: nil
    }
  }

  @Test(
    "fault-ca-not-kept-with-account: it stands in the configuration, or the client is refused with another way",
    arguments: MailClient.allCases)
  func stands(_ client: MailClient) throws {
    for path in Self.paths.prefix(2) {
      let account = try Self.account(path)
      guard let line = Self.line(client, path) else {
        #expect(client.obstacle(for: account) == .knowsNoAuthority)
        #expect(!client.alternatives(for: account).contains { Self.without.contains($0) })
        continue
      }
      #expect(client.obstacle(for: account) == nil)
      let text = try client.configuration(account)
      #expect(text.contains(line) && text.contains(path), "\(text)")
      // Without an authority the setting is not written.
      #expect(!(try client.configuration(Self.account(nil))).contains(line))
    }
  }

  @Test("versions that have no setting for it are refused", arguments: ["1.0", "1.1.0", "1.9"]) func himalaya(_ version: String) throws {
    let account = try Self.account(Self.paths[0])
    #expect(MailClient.himalaya.obstacle(for: account, WriterOptions(version: ClientVersion(version))) == .knowsNoAuthority)
    #expect(MailClient.himalaya.obstacle(for: account, WriterOptions(version: "2.0")) == nil)
  }

  /// Clients whose files can also be imported.
  private static let ways: [(MailClient, ImportFormat)] = [
    (.neomutt, .neomutt), (.mutt, .mutt), (.himalaya, .himalaya), (.mbsync, .mbsync), (.msmtp, .msmtp), (.offlineimap, .offlineimap),
    (.getmail, .getmail), (.sNail, .sNail), (.git, .git), (.json, .json), (.env, .env),
  ]

  @Test("what is written is read again as the same path, or is not written", arguments: paths) func roundTrip(_ path: String) throws {
    var written = 0
    for (client, format) in Self.ways {
      let text: String
      do { text = try client.configuration(Self.account(path)) } catch ExportError.cannotHold(_, .authorityFile) { continue }
      written += 1
      #expect(format.read(Array(text.utf8)).accounts.first?.authorityFile == path, "\(client): \(text)")
    }
    #expect(written >= 8)
  }

  @Test("a path that is not printable is refused", arguments: ["/a\nb", "/a\u{1b}[31m", "/a\u{202e}b"]) func unprintable(_ path: String) {
    #expect(throws: ExportError.unusableAuthority) { _ = try Self.account(path) }
  }

  @Test(
    "who trusts the file in place of the system's authorities is told, by name",
    arguments: [MailClient.msmtp, .git, .swaks, .getmail, .curl])
  func replaced(_ client: MailClient) throws {
    let remarks = client.remarks(for: try Self.account(Self.paths[0]))
    #expect(
      remarks.contains { remark in
        if case .trustsOnly(let file, let hosts) = remark { file == Self.paths[0] && hosts.contains("gmail.com") } else { false }
      })
  }

  @Test(
    "the stores of this computer are no authority of one's own",
    arguments: [
      "tls_trust_file system", "tls_trust_file /etc/ssl/certs/ca-certificates.crt", "tls_trust_file /etc/pki/tls/certs/ca-bundle.crt",
      "tls_trust_file /etc/ssl/cert.pem",
    ])
  func systemStores(_ line: String) {
    let text = "account a\nhost smtp.example.org\nport 465\ntls on\ntls_starttls off\nfrom a@example.org\n\(line)\n"
    #expect(ImportFormat.msmtp.read(Array(text.utf8)).accounts.first?.authorityFile == nil)
  }
}

@Suite("setup export with --ca-file", .waiting) struct AuthorityCommandTests {
  private let home: Home
  private let file: String

  init() throws {
    home = try Home()
    // Any certificate suffices, and every computer that runs these tests has one.
    let store = try #require(ProcessFolder.read("/etc/ssl/certs/ca-certificates.crt"))
    let text = String(decoding: store, as: UTF8.self)
    let end = try #require(text.range(of: "-----END CERTIFICATE-----\n"))
    file = try home.write(text[..<end.upperBound].utf8, to: "own ca.pem", mode: 0o644)
  }

  @Test(
    "fault-option-without-effect: what export is told of an authority stands in the output",
    arguments: ["msmtp", "mbsync", "neomutt", "json"])
  func used(_ client: String) throws {
    let result = try home.export([client] + Home.account + ["--ca-file", file])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains(file))
    // A relative path means the same file.
    let words = try ProcessBuilt.call(["export", client] + Home.account + ["--ca-file", "own ca.pem"])
    let relative = try ProcessCall(
      "/bin/sh",
      ["-c", "cd \"$0\" && exec \"$@\"", home.path, words.program] + words.arguments.map { String(decoding: $0, as: UTF8.self) },
      environment: words.environment.merging(home.environment()) { $1 }
    ).run()
    #expect(relative.text == result.text, "\(relative.complaint)")
  }

  @Test(
    "fault-option-without-effect: a client without a setting for it is refused, with what can be done; --yes goes on",
    arguments: ["aerc", "autoconfig", "apple"])
  func refused(_ client: String) throws {
    let call = [client] + Home.account + ["--ca-file", file]
    let result = try home.export(call)
    #expect(result.end == .exited(78) && result.output == [])
    #expect(result.complaint.contains("no setting for a certificate authority of your own"))
    let agreed = try home.export(call + ["--yes"])
    #expect(agreed.end == .exited(0) && agreed.complaint.contains("would not trust these servers"))
  }

  @Test(
    "a file that is none is refused before anything is written",
    arguments: [
      ("/nonexistent/ca.pem", "No such file"), ("/etc", "not a regular file"), ("/dev/zero", "not a regular file"),
      ("/etc/hostname", "no certificates (PEM)"),
    ])
  func wrongFile(_ path: String, _ reason: String) throws {
    let result = try home.export(["msmtp", "--write", "--yes"] + Home.account + ["--ca-file", path])
    #expect(result.end == .exited(66) && result.complaint.contains(reason), "\(result.complaint)")
    #expect(home.text(".msmtprc") == nil)
  }

  @Test("an account whose authority's file is gone is not written, but taken out") func gone() throws {
    let host = try #require(HostName("imap.own.example"))
    let endpoint = Endpoint(host: host, port: 993, security: .tls)
    let account = SavedAccount(
      name: try #require(AccountName("work")), address: try MailAddress("me@own.example"), provider: nil, imap: endpoint, smtp: endpoint,
      imapUsername: "me", smtpUsername: "me", authorityFile: file, secret: .command(["get"]))
    let places = ["HOME": home.path]
    try #require(AccountsFile(environment: Environment(places))).update { $0 = [account] }
    try home.write("msmtp", ["work"])
    #expect(unlink(file) == 0)
    let refused = try home.export(["msmtp", "work", "--write", "--yes"])
    #expect(refused.end == .exited(66) && refused.complaint.contains(file))
    try home.remove("msmtp", ["work"])
    #expect(home.text(".msmtprc").map { !$0.contains("own.example") } ?? true)
  }

  @Test("a FIFO is refused at once") func fifo() throws {
    let path = "\(home.path)/fifo"
    #expect(mkfifo(path, 0o600) == 0)
    let result = try home.export(["msmtp"] + Home.account + ["--ca-file", path])
    #expect(result.end == .exited(66) && result.complaint.contains("not a regular file"))
  }
}
