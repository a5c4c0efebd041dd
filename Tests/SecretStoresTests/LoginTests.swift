// Mail clients that get the secret from `setup secret` and log in with it at real Dovecot and Postfix.

import AccountStore
import Foundation
import Platform
import RealServers
import SecretStores
import TestSupport
import Testing
import Vocabulary

/// One pair of servers for all of these tests.
enum MailServers {
  static let areThere =
    Equipment.isCI || RealServers.missing.isEmpty && Equipment.isThere("mbsync", "msmtp", "s-nail", "git") && access(sendEmail, X_OK) == 0
  static let sendEmail = "/usr/lib/git-core/git-send-email"
  static let shared = Result { try RealServers(users: [.anna, .quinn]) }
}

@Suite("logins with setup secret", .enabled(if: MailServers.areThere, "skipped: missing servers or clients"), .waiting)
struct LoginTests {
  enum Reader: String, CaseIterable, Sendable { case mbsync, msmtp, snail, git }

  /// The servers relay no mail: they refuse the recipient, which comes after the login.
  private static let refusal = "Relay access denied"

  @Test("right and wrong secrets", arguments: Reader.allCases, [User.anna, .quinn]) func logsIn(_ reader: Reader, _ user: User) throws {
    let good = try run(reader, user, secret: user.password)
    let bad = try run(reader, user, secret: "wrong \"one\\")
    switch reader {
    case .mbsync:
      #expect(good.end == .exited(0), "\(good.complaint)")
      #expect(bad.end == .exited(1))
    case .msmtp:
      #expect(good.end != .exited(77) && (good.complaint + good.text).contains(Self.refusal), "\(good.complaint)")
      #expect(bad.end == .exited(77), "\(bad.complaint)")
    case .snail, .git:
      #expect((good.complaint + good.text).contains(Self.refusal), "\(good.complaint) \(good.text)")
      #expect(!(bad.complaint + bad.text).contains(Self.refusal))
      #expect((bad.complaint + bad.text).contains("5.7.8"), "\(bad.complaint) \(bad.text)")
    }
  }

  private func run(_ reader: Reader, _ user: User, secret: String) throws -> ProcessResult {
    let servers = try MailServers.shared.get()
    let home = try Home()
    try home.install()
    // Run by root, s-nail sets root's home for its subprocesses.
    home.set("XDG_CONFIG_HOME", "\(home.path)/c")
    home.set("XDG_DATA_HOME", "\(home.path)/d")
    home.set("SSL_CERT_FILE", servers.caFile)
    home.set("LC_ALL", "C.UTF-8")
    let host = try #require(HostName("localhost"))
    try home.save(user.login, secret: Array(secret.utf8)) {
      $0.imap = Vocabulary.Endpoint(host: host, port: servers.imap.tls, security: .tls)
      $0.smtp = Vocabulary.Endpoint(host: host, port: servers.smtp.tls, security: .tls)
    }
    func file(_ name: String, _ text: String) throws -> String {
      let path = "\(home.path)/\(name)"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      chmod(path, 0o600)
      return path
    }
    let login = user.login.replacingOccurrences(of: "@", with: "%40")
    switch reader {
    case .mbsync:
      let path = try file(
        "mbsyncrc",
        """
        IMAPAccount a
        Host localhost
        Port \(servers.imap.tls)
        User \(user.login)
        PassCmd "setup secret \(user.login)"
        SSLType IMAPS
        CertificateFile \(servers.caFile)

        IMAPStore r
        Account a

        MaildirStore l
        Path \(home.path)/Mail/
        Inbox \(home.path)/Mail/INBOX

        Channel a
        Far :r:
        Near :l:
        Patterns *

        """)
      mkdir("\(home.path)/Mail", 0o700)
      return try home.run("mbsync", ["-c", path, "-l", "a"])
    case .msmtp:
      let path = try file(
        "msmtprc",
        """
        account a
        host localhost
        port \(servers.smtp.tls)
        tls on
        tls_starttls off
        tls_trust_file \(servers.caFile)
        auth plain
        from \(user.login)
        user \(user.login)
        passwordeval "setup secret \(user.login)"

        """)
      return try home.run("msmtp", ["-C", path, "-a", "a", "--", "you@example.com"], input: .text("Subject: x\n\nx\n"))
    case .snail:
      return try home.run(
        "s-nail",
        [
          "-n", "-Sv15-compat=yes", "-Ssendwait", "-Stls-verify=strict", "-Stls-ca-file=\(servers.caFile)", "-Ssmtp-auth=plain",
          "-Smta=smtps://\(login)@localhost:\(servers.smtp.tls)", "-Snetrc-lookup", "-Snetrc-pipe=setup secret --for netrc \(user.login)",
          "-Sfrom=\(user.login)", "-sx", "you@example.com",
        ], input: .text("x\n"))
    case .git:
      let config = try file(
        ".gitconfig",
        """
        [user]
          name = Me
          email = \(user.login)
        [sendemail]
          smtpServer = localhost
          smtpServerPort = \(servers.smtp.tls)
          smtpEncryption = ssl
          smtpUser = \(user.login)
          smtpSSLCertPath = \(servers.caFile)
          from = \(user.login)
          suppresscc = all
        [credential]
          helper = !setup secret --for git

        """)
      home.set("GIT_CONFIG_GLOBAL", config)
      let mail = try file("mail", "From: \(user.login)\nSubject: x\n\nx\n")
      return try home.run("git", ["send-email", "--to", "you@example.com", "--confirm=never", "--8bit-encoding=UTF-8", mail])
    }
  }
}
