// When another connection is opened: to another port of a service that could not be reached, and for iCloud's second
// login.

import LoopbackServer
import Net
import Posix
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct FurtherConnectionTests {
  /// Verifies IMAP at `plans`, SMTP at a good server.
  private func verify(_ plans: [SessionPlan], within seconds: Double = 20) throws -> SessionReport {
    let smtp = try Party.good(.smtp)
    let server = try ScriptedServer.start(script: smtp.script)
    defer { server.stop() }
    let verification = Verification(
      network: try Rig.network(Rig.loopback), timing: TimeLimits(account: seconds), trace: nil, version: "1.0")
    let plan = AccountPlan(imap: plans, smtp: [try Rig.plan(smtp, .smtp, port: server.port)])
    return try verification.run(plan, observe: { _ in }).imap
  }

  @Test("tcp-refused: the next port of the service is tried, and the previous one reported")
  func nextPort() throws {
    let party = try Party.good(.imap, .startTLS)
    let server = try ScriptedServer.start(script: party.script)
    let closed = try BlackHole.closedPort()
    let plans = [try Rig.plan(.good(.imap), .imap, port: closed), try Rig.plan(party, .imap, port: server.port)]
    let report = try verify(plans)
    #expect(Ending(report) == .verified)
    #expect(report.endpoint == plans[1].endpoint)
    #expect(report.unreached.map(\.endpoint) == [plans[0].endpoint])
    #expect(report.unreached.map(\.failure.outcome) == [.refused])
    server.stop()
  }

  @Test("if no port can be reached, the last one is the result, and the others are reported beside it")
  func noPort() throws {
    let plans = try (0..<3).map { _ in try Rig.plan(.good(.imap), .imap, port: try BlackHole.closedPort()) }
    let report = try verify(plans)
    #expect(Ending(report) == .failed(.connect, .refused))
    #expect(report.endpoint == plans[2].endpoint)
    #expect(report.unreached.count == 2)
  }

  @Test(
    "a server that answered is never replaced with another port",
    arguments: [
      [Step.expectRecord, .say("HTTP/1.1 400 no\r\n")], [.rst], [.fin], [.expectRecord, .alert(40)],
    ])
  func noOtherPort(_ steps: [Step]) throws {
    let bad = try ScriptedServer.start(steps)
    let good = try Party.good(.imap)
    let other = try ScriptedServer.start(script: good.script)
    let report = try verify([try Rig.plan(good, .imap, port: bad.port), try Rig.plan(good, .imap, port: other.port)])
    #expect(report.failure != nil && report.unreached.isEmpty)
    #expect(other.recordings.isEmpty)
    bad.stop()
    other.stop()
  }

  /// Refuses AUTHENTICATE PLAIN on the first connection and replies with `second` to LOGIN on the next one.
  private func forgiving(
    _ mailProtocol: MailProtocol, retries: Bool, second: Octets, sender: Octets = "250 ok\r\n"
  ) throws -> Party {
    let identity = try Rig.issue(.valid(for: mailProtocol.host))
    var party = Party(mailProtocol.host) { number in
      let first = number == 0
      switch mailProtocol {
      case .imap:
        return [.tls(identity), .say(Dialogues.greeting(.imap)), .expectPrefix(first ? "{t} AUTHENTICATE PLAIN " : "{t} LOGIN ")]
          + (first
            ? [.say("{t} NO [AUTHENTICATIONFAILED] the first\r\n")]
            : [.say(second), .expectAny, .say("{t} OK\r\n"), .expectAny, .say("{t} OK\r\n")])
      case .smtp:
        return [.tls(identity), .say("220 mail\r\n"), .expectAny, .say("250-mail\r\n250 AUTH PLAIN LOGIN\r\n")]
          + (first
            ? [.expectPrefix("AUTH PLAIN "), .say("535 5.7.8 the first\r\n")]
            : [
              .expect("AUTH LOGIN"), .say("334 \r\n"), .expectAny, .say("334 \r\n"), .expectAny, .say(second), .expectAny, .say(sender),
              .expectAny, .say("250 ok\r\n"),
            ])
      }
    }
    party.quirks.retryWithLogin = retries
    party.connections = retries ? 2 : 1
    return party
  }

  @Test("if the catalog permits it, a secret that PLAIN refuses is tried with LOGIN, on a new connection")
  func secondLogin() throws {
    let encounter = try Rig.meet(
      imap: forgiving(.imap, retries: true, second: "{t} OK [CAPABILITY IMAP4rev1] in\r\n"),
      smtp: forgiving(.smtp, retries: true, second: "235 ok\r\n"))
    for mailProtocol in MailProtocol.allCases {
      #expect(Ending(encounter.report(mailProtocol)) == .verified)
      #expect(encounter.report(mailProtocol).mechanism == "LOGIN")
      #expect(encounter.recordings(mailProtocol).map { TestAccount.forms.found(in: $0.inTLS) != nil } == [true, true])
      #expect(encounter.recordings(mailProtocol).allSatisfy { $0.isFinished })
    }
  }

  @Test(
    "if LOGIN is accepted, a later failure is reported, and no longer the refusal", arguments: ["550 no\r\n", "553 5.7.1 no\r\n"])
  func laterFailure(_ sender: String) throws {
    let encounter = try Rig.meet(
      imap: forgiving(.imap, retries: true, second: "{t} OK [CAPABILITY IMAP4rev1] in\r\n"),
      smtp: forgiving(.smtp, retries: true, second: "235 ok\r\n", sender: Octets(sender.utf8)))
    #expect(Ending(encounter.report.smtp) == .failed(.sender, .refused))
    #expect(encounter.report.smtp.secret == SecretRecord(sent: .login, accepted: .login))
  }

  @Test("if both are refused, the first refusal is reported, and there is no third login")
  func bothRefused() throws {
    let encounter = try Rig.meet(
      imap: forgiving(.imap, retries: true, second: "{t} NO the second\r\n"),
      smtp: forgiving(.smtp, retries: true, second: "535 the second\r\n"))
    for mailProtocol in MailProtocol.allCases {
      let report = encounter.report(mailProtocol)
      #expect(Ending(report) == .failed(.login, .refused))
      #expect(report.mechanism == "PLAIN")
      #expect(report.failure?.reply.map { String(decoding: $0.octets, as: UTF8.self).hasSuffix("the first") } == true)
      #expect(encounter.recordings(mailProtocol).count == 2)
    }
  }

  @Test("imap-auth-plain-refused-then-login: otherwise the secret is sent once", arguments: [false])
  func noSecondLogin(_ retries: Bool) throws {
    let encounter = try Rig.meet(
      imap: forgiving(.imap, retries: retries, second: "{t} OK in\r\n"), smtp: forgiving(.smtp, retries: retries, second: "235 ok\r\n"))
    for mailProtocol in MailProtocol.allCases {
      #expect(Ending(encounter.report(mailProtocol)) == .failed(.login, .refused))
      #expect(encounter.recordings(mailProtocol).count == 1)
    }
  }
}
