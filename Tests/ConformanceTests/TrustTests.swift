// Certificates that cannot be trusted: refused in both protocols, and no login ever reaches the server.

import RealServers
import TestSupport
import Testing

@Suite(.enabled(if: Rig.runs, Rig.why), .waiting)
struct TrustTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let certificate: ServerCertificate
    let outcome: String
    var testDescription: String { certificate.rawValue }
  }

  static let bad = [
    Bad(certificate: .wrongName, outcome: "certificateWrongName"), Bad(certificate: .expired, outcome: "certificateExpired"),
    Bad(certificate: .unknownAuthority, outcome: "certificateUntrusted"), Bad(certificate: .selfSigned, outcome: "certificateSelfSigned"),
  ]

  @Test("A bad certificate ends with 76 before anything secret is sent", arguments: bad, ["tls", "starttls"])
  func badCertificate(bad: Bad, security: String) throws {
    let servers = try Rig.servers()
    let (imap, smtp) = (try servers.imap(with: bad.certificate), try servers.smtp(with: bad.certificate))
    let canary = ProcessCanary()
    let isTLS = security == "tls"
    let result = try Rig.verify(
      .anna, secret: canary.text, imap: isTLS ? imap.tls : imap.startTLS, smtp: isTLS ? smtp.tls : smtp.startTLS, security: security)
    #expect(result.end == .exited(76), "\(result.text)")
    let json = try result.json
    #expect(json["outcome"].text == "insecure")
    for side in ["imap", "smtp"] {
      #expect(json[side]["failure"]["stage"].text == "tls")
      #expect(json[side]["failure"]["outcome"].text == bad.outcome)
      #expect(json[side]["stages"].list.first { $0["name"].text == "login" }?["result"].text == "skipped")
    }
    // Dovecot and Postfix log every login attempt with the user's name.
    #expect(!imap.log.contains("anna@example.org"))
    #expect(!smtp.log.contains("anna@example.org"))
    #expect(canary.found(in: result.output + result.errors).isEmpty)
  }

  @Test("Without --ca-file a private authority is not trusted")
  func noAuthority() throws {
    let result = try Rig.verify(.anna, trusted: false)
    #expect(result.end == .exited(76))
    #expect(try result.json["imap"]["failure"]["outcome"].text == "certificateUntrusted")
  }

  @Test("One good and one bad server: only the good one receives the secret, and the whole is no success")
  func oneGoodOneBad() throws {
    let smtp = try Rig.servers().smtp(with: .unknownAuthority)
    let result = try Rig.verify(.bob, smtp: smtp.tls)
    #expect(result.end == .exited(76))
    let json = try result.json
    #expect(json["imap"]["failure"].isNull)
    #expect(json["smtp"]["failure"]["outcome"].text == "certificateUntrusted")
    #expect(!smtp.log.contains("bob@example.org"))
  }
}
