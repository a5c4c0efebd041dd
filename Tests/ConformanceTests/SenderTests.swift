// Which sender Postfix accepts in its default configuration: with smtpd_delay_reject it refuses everything only at RCPT
// TO.

import RealServers
import TestSupport
import Testing

@Suite("The sender at Postfix with its defaults", .enabled(if: Rig.runs, Rig.why), .waiting)
struct SenderTests {
  @Test(
    "fault-false-success-with-late-sender-check: another user's address is refused as the sender, after a successful login",
    arguments: [(User.anna, "bob@example.org"), (.bob, "anna@example.org"), (.carl, "quinn@example.org"), (.anna, "nobody@example.org")],
    ["tls", "starttls"])
  func foreign(_ sender: (user: User, address: String), security: String) throws {
    let result = try Rig.verify(sender.user, as: sender.address, security: security, ["--username", sender.user.login])
    let json = try result.json
    #expect(result.end == .exited(77))
    #expect(json["imap"]["failure"].isNull)
    #expect(json["smtp"]["failure"]["stage"].text == "sender")
    #expect(json["smtp"]["failure"]["code"].number == 553)
    #expect(json["smtp"]["secretAccepted"].flag == true)
    #expect(json["diagnosis"]["causes"].texts == ["sender_not_owned"])
    #expect(try Rig.servers().smtp.logs("NOQUEUE: reject: RCPT"))
  }

  @Test(
    "fault-false-success-with-late-sender-check: the user's own address is accepted, also as a recipient",
    arguments: [User.anna, .bob, .quinn],
    ["tls", "starttls"])
  func own(_ user: User, security: String) throws {
    let result = try Rig.verify(user, security: security)
    #expect(result.end == .exited(0))
    #expect(try result.json["smtp"]["recipient"]["answer"].text == "accepted")
  }

  @Test("a second address of the account is accepted too", arguments: ["carl@example.org", "c.l@example.org"])
  func second(_ address: String) throws {
    let result = try Rig.verify(.carl, as: address, ["--username", "carl"])
    #expect(result.end == .exited(0))
    #expect(try result.json["smtp"]["recipient"]["answer"].text == "accepted")
  }

  @Test("an own address without a mailbox is not the sender's fault", arguments: [User.una, .hugo]) func withoutMailbox(_ user: User) throws
  {
    let json = try Rig.verify(user).json
    #expect(json["smtp"]["failure"].isNull)
    #expect(json["smtp"]["recipient"]["answer"].text == "mailbox")
    #expect(json["smtp"]["recipient"]["code"].number == 550)
  }
}
