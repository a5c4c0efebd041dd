// A session that does not end in time: the report has the stages that it completed.

import LoopbackServer
import Net
import Posix
import ScriptedServer
import Session
import Synchronization
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct UnfinishedTests {
  /// Verifies an account for which resolving `lost`, or judging the recipient, takes longer than the whole time limit.
  private static func report(losing lost: String? = nil, recipient: Octets) throws -> AccountReport {
    let authority = try Rig.issue(.valid(for: "smtp.example.org"))
    let smtp = Party(
      "smtp.example.org", .tls,
      [.tls(authority), .say(Dialogues.greeting(.smtp))] + Dialogues.untilProof(.smtp) + [.say(recipient), .silence])
    let parties = [MailProtocol.imap: try Party.good(.imap), .smtp: smtp]
    let servers = try parties.mapValues { try ScriptedServer.start(script: $0.script) }
    defer { for server in servers.values { server.stop() } }
    func plan(_ mailProtocol: MailProtocol) throws -> SessionPlan {
      let party = try #require(parties[mailProtocol])
      return SessionPlan(
        mailProtocol: mailProtocol,
        endpoint: Endpoint(host: try #require(HostName(party.host)), port: try #require(servers[mailProtocol]).port, security: .tls),
        credentials: TestAccount.credentials, sender: try MailAddress(TestAccount.username), quirks: party.quirks,
        recipientMeaning: { _ in
          Wait.pause(seconds: 5)
          return .open
        })
    }
    let network = try Rig.network { host, port, _, _ in
      if host.text == lost { Wait.pause(seconds: 5) }
      return [.v4(port)]
    }
    let verification = Verification(network: network, timing: TimeLimits(account: 1.5), trace: nil, version: "1.0")
    return try verification.run(AccountPlan(imap: [plan(.imap)], smtp: [plan(.smtp)]), observe: { _ in })
  }

  @Test(
    "fault-unfinished-session-told-wrong: the completed stages, TLS, and the stage that did not end",
    arguments: ["250 2.1.0 ok\r\n550 5.1.1 no\r\n", "250 ok\r\n451 later\r\n", "250 ok\r\n554 wobble\r\n"] as [Octets])
  func sender(_ recipient: Octets) throws {
    let report = try Self.report(recipient: recipient).smtp
    #expect(Ending(report) == .failed(.sender, .timedOut))
    #expect(report.stages.map(\.stage) == SessionReport.course(.smtp))
    #expect(report.stages.map(\.status) == [.ok, .ok, .ok, .ok, .ok, .ok, .failed])
    #expect((report.stages.last?.milliseconds ?? 0) > 500)
    #expect(report.secret == SecretRecord(sent: .login, accepted: .login) && report.failure?.secret == report.secret)
    #expect(report.tls?.isTrusted == true && report.mechanism == "PLAIN" && report.capabilitiesBefore != nil)
  }

  @Test("fault-unfinished-session-told-wrong: a session that was still resolving has completed nothing", arguments: MailProtocol.allCases)
  func resolve(_ mailProtocol: MailProtocol) throws {
    let report = try Self.report(losing: mailProtocol.host, recipient: "250 ok\r\n250 ok\r\n")
    let lost = mailProtocol == .imap ? report.imap : report.smtp
    #expect(Ending(lost) == .failed(.resolve, .timedOut))
    #expect(lost.stages.first?.status == .failed && lost.stages.dropFirst().allSatisfy { $0.status == .skipped })
    #expect(lost.secret == SecretRecord() && lost.tls == nil)
    #expect((mailProtocol == .imap ? report.smtp : report.imap).isVerified)
  }
}
