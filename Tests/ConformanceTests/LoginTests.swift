// Right and wrong secrets, users, senders and mailboxes at real servers, over implicit TLS and STARTTLS.

import RealServers
import TestSupport
import Testing

@Suite(.enabled(if: Rig.runs, Rig.why), .waiting)
struct LoginTests {
  private static let imapStages = ["resolve", "connect", "tls", "greeting", "capability", "id", "login", "list", "inbox"]
  private static let smtpStages = ["resolve", "connect", "tls", "greeting", "ehlo", "login", "sender"]

  @Test(
    "The right secret is verified, and every stage is in the JSON",
    arguments: ["tls", "starttls"], [User.anna, .quinn])
  func rightSecret(security: String, user: User) throws {
    let result = try Rig.verify(user, security: security)
    #expect(result.end == .exited(0), "\(result.text) \(result.complaint)")
    let json = try result.json
    #expect(json["outcome"].text == "verified")
    #expect(json["diagnosis"].isNull)
    for (side, wanted) in [("imap", Self.imapStages), ("smtp", Self.smtpStages)] {
      let stages = json[side]["stages"].list
      #expect(Set(stages.compactMap { $0["name"].text }) == Set(wanted))
      #expect(stages.allSatisfy { $0["result"].text == "ok" })
      #expect(stages.allSatisfy { ($0["ms"].number ?? -1) >= 0 })
      #expect(json[side]["security"].text == security)
      #expect(json[side]["failure"].isNull)
      #expect(json[side]["tls"]["version"].text == "TLSv1.3")
      #expect(json[side]["tls"]["expires"].text?.hasSuffix("Z") == true)
      #expect(json[side]["username"].text == user.login)
    }
  }

  @Test("A wrong secret is refused with the cause, and appears nowhere", arguments: ["tls", "starttls"])
  func wrong(security: String) throws {
    let (secret, canary) = wrongSecret()
    let result = try Rig.verify(.anna, secret: secret, security: security)
    #expect(result.end == .exited(77))
    let json = try result.json
    #expect(json["outcome"].text == "refused")
    #expect(json["diagnosis"]["causes"].texts.first == "wrong_password")
    for side in ["imap", "smtp"] {
      #expect(json[side]["failure"]["stage"].text == "login")
      #expect(json[side]["failure"]["outcome"].text == "refused")
      #expect(json[side]["failure"]["reply"].text?.isEmpty == false)
    }
    #expect(canary.found(in: result.output + result.errors).isEmpty)
  }

  @Test("An unknown user is refused like a wrong secret")
  func unknownUser() throws {
    let result = try Rig.verify(User("nobody@example.org", password: "anything"))
    #expect(result.end == .exited(77))
    #expect(try result.json["diagnosis"]["causes"].texts.first == "wrong_password")
  }

  @Test("A login that is not the address works with --username")
  func otherUsername() throws {
    let result = try Rig.verify(.carl, as: "carl@example.org", ["--username", "carl"])
    #expect(result.end == .exited(0), "\(result.text)")
    #expect(try result.json["imap"]["username"].text == "carl")
  }

  @Test("A sender that the user does not own is refused at MAIL FROM, after a successful login", arguments: ["tls", "starttls"])
  func foreignSender(security: String) throws {
    let result = try Rig.verify(.anna, as: "bob@example.org", security: security, ["--username", "anna@example.org"])
    #expect(result.end == .exited(77))
    let json = try result.json
    #expect(json["imap"]["failure"].isNull)
    #expect(json["smtp"]["failure"]["stage"].text == "sender")
    #expect(json["smtp"]["failure"]["code"].number == 553)
    #expect(json["diagnosis"]["causes"].texts == ["sender_not_owned"])
  }

  @Test("A login whose inbox does not open is no success")
  func unreadableInbox() throws {
    let result = try Rig.verify(.una)
    #expect(result.end != .exited(0))
    let json = try result.json
    #expect(json["outcome"].text != "verified")
    #expect(json["imap"]["failure"]["stage"].text == "inbox")
  }

  @Test("A session that ends immediately after the accepted login is no success")
  func unavailableMailbox() throws {
    let result = try Rig.verify(.hugo)
    #expect(result.end != .exited(0))
    #expect(try result.json["outcome"].text != "verified")
    #expect(try result.json["imap"]["failure"].isNull == false)
  }

  @Test("Over IPv6 too", .enabled(if: RealServers.hasIPv6))
  func overIPv6() throws {
    let result = try Rig.verify(.anna, host: "[::1]")
    #expect(result.end == .exited(0), "\(result.text) \(result.complaint)")
  }
}

extension User: CustomTestStringConvertible {
  public var testDescription: String { login }
}
