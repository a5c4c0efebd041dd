// What real servers see of this program: one attempt per secret, no mail, nothing changed, a goodbye.

import Foundation
import RealServers
import TestSupport
import Testing

@Suite("Manners at real servers", .enabled(if: Rig.runs, Rig.why), .waiting)
struct MannersTests {
  @Test("A refused secret is sent once to each server", arguments: ["tls", "starttls"])
  func oneAttempt(security: String) throws {
    let servers = try Rig.servers()
    // A unique user, so that the servers' logs tell this run from all others.
    let nobody = "nobody-\(ProcessCanary().text.lowercased())@example.org"
    let result = try Rig.verify(User(nobody, password: "a secret"), security: security)
    #expect(result.end == .exited(77))
    #expect(servers.imap.logs("user=<\(nobody)>"))
    // Both ask the same Dovecot about passwords, which logs one line for each attempt.
    func asked() -> Int { servers.imap.log.split(separator: "\n").count { $0.contains(nobody) && $0.contains("unknown user") } }
    // Dovecot's processes write the log one after another, in no fixed order.
    let end = Date(timeIntervalSinceNow: 10)
    while asked() < 2 && Date() < end { usleep(5_000) }
    #expect(asked() == 2)
  }

  @Test("A verification sends no mail, changes nothing and says goodbye")
  func proof() throws {
    let servers = try Rig.servers()
    #expect(try Rig.verify(.bob).end == .exited(0))
    #expect(servers.imap.logs("imap(bob@example.org)"))
    #expect(servers.imap.logs("Logged out"))
    let log = servers.smtp.log
    // Postfix's cleanup opens a file at RCPT, and logs it when RSET discards it. For a message it received, it logs the
    // Message-ID.
    for word in ["status=sent", "queued", "DATA", "message-id=", "qmgr"] { #expect(!log.contains(word)) }
    let folder = "\(servers.directory)/mail/bob@example.org/Maildir"
    for part in ["cur", "new", "tmp"] { #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)") == []) }
  }

  @Test(
    "An inbox that does not open is no success over STARTTLS either, and the password is not blamed", arguments: [User.una, .hugo],
    ["tls", "starttls"])
  func closedInbox(user: User, security: String) throws {
    let result = try Rig.verify(user, security: security)
    let json = try result.json
    #expect(result.end != .exited(0) && result.end != .exited(77))
    #expect(json["outcome"].text != "verified")
    #expect(json["imap"]["stages"].list.first { $0["name"].text == "inbox" }?["result"].text != "ok")
    #expect(json["smtp"]["failure"].isNull)
    #expect(!json["diagnosis"]["causes"].texts.contains("wrong_password"))
  }

  @Test("Eight parallel verifications do not disturb each other")
  func sideBySide() throws {
    let servers = try Rig.servers()
    let runs = try (0..<8).map { number -> ProcessRun in
      let user = number % 2 == 0 ? User.anna : .quinn
      return try ProcessBuilt.call([
        "--email", user.login, "--secret-from", "stdin", "--json", "--ca-file", servers.caFile, "--imap", "localhost:\(servers.imap.tls)",
        "--smtp", "localhost:\(servers.smtp.tls)",
      ]).with { $0.input = .text(user.password) }.start()
    }
    for run in runs { #expect(try run.finish().end == .exited(0)) }
  }

  @Test("The trace of a real dialogue contains no secret", arguments: ["tls", "starttls"])
  func trace(security: String) throws {
    let folder = try ProcessFolder()
    let canary = ProcessCanary()
    for (user, secret) in [(User.quinn, User.quinn.password), (.quinn, User.quinn.password + canary.text)] {
      _ = try Rig.verify(user, secret: secret, security: security, ["--trace", "\(folder.path)/trace"])
      let trace = try #require(ProcessFolder.read("\(folder.path)/trace"))
      #expect(canary.found(in: trace) == [])
      let text = String(decoding: trace, as: UTF8.self)
      #expect(!text.contains(user.password) && !text.contains(Data(user.password.utf8).base64EncodedString()))
      #expect(!text.contains(Data("\0\(user.login)\0\(secret)".utf8).base64EncodedString()))
      // Octets before TLS are counted, not quoted.
      #expect(text.contains("octets before TLS") == (security == "starttls"))
    }
  }
}
