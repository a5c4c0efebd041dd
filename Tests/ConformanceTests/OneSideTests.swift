// A bad certificate at one of the two servers: that server receives nothing about the account, and the other one's
// result is reported.

import RealServers
import TestSupport
import Testing

@Suite("A bad certificate on one side only", .enabled(if: Rig.runs, Rig.why), .waiting)
struct OneSideTests {
  @Test("is reported for that side, with 76, and the other side is verified", arguments: TrustTests.bad, ["imap", "smtp"])
  func oneSide(bad: TrustTests.Bad, side: String) throws {
    let servers = try Rig.servers()
    for security in ["tls", "starttls"] {
      let other = side == "imap" ? try servers.imap(with: bad.certificate) : try servers.smtp(with: bad.certificate)
      let port = security == "tls" ? other.tls : other.startTLS
      let result = try Rig.verify(
        .bob, imap: side == "imap" ? port : nil, smtp: side == "smtp" ? port : nil, security: security)
      let json = try result.json
      #expect(result.end == .exited(76))
      #expect(json[side]["failure"]["outcome"].text == bad.outcome)
      #expect(json[side]["failure"]["stage"].text == "tls")
      #expect(json[side]["mechanism"].isNull)
      #expect(json[side == "imap" ? "smtp" : "imap"]["failure"].isNull)
      #expect(json["diagnosis"]["explanation"].text?.contains("Your password was not sent") == true)
      #expect(!other.log.contains("bob@example.org"))
    }
  }

  @Test("No option disables the check", arguments: ["--insecure", "--no-verify", "--no-check-certificate", "-k", "--starttls=never"])
  func noWayAround(option: String) throws {
    let imap = try Rig.servers().imap(with: .selfSigned)
    let result = try Rig.verify(.bob, imap: imap.tls, [option])
    #expect(result.end == .exited(64))
    #expect(!imap.log.contains("bob@example.org"))
  }

  @Test("A numeric address is compared with the addresses of the certificate", arguments: ["tls", "starttls"])
  func numericAddress(security: String) throws {
    #expect(try Rig.verify(.bob, host: "127.0.0.1", security: security).end == .exited(0))
    let imap = try Rig.servers().imap(with: .wrongName)
    let result = try Rig.verify(
      .bob, host: "127.0.0.1", imap: security == "tls" ? imap.tls : imap.startTLS, security: security)
    #expect(result.end == .exited(76))
    #expect(try result.json["imap"]["failure"]["outcome"].text == "certificateWrongName")
  }
}
