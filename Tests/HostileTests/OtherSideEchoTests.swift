// A server that knows the secret from the other one: what it sends before its own login is masked too.

import LoopbackServer
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct OtherSideEchoTests {
  @Test(
    "fault-echo-mask-has-holes: once one server has the secret, what the other sends before its own login is masked",
    arguments: MailProtocol.allCases,
    ["tEst-cAnary-7391", "744573742d63416e6172792d37333931", "AHlvdUBleGFtcGxlLm9yZwB0RXN0LWNBbmFyeS03Mzkx", "tEst%2dcAnary%2d739"])
  func early(_ mailProtocol: MailProtocol, _ echo: String) throws {
    let identity = try Rig.issue(.valid(for: mailProtocol.host))
    let words = mailProtocol == .imap ? "* BYE no \(echo) here\r\n" : "554 no \(echo) here\r\n"
    // Long after the login at the other server.
    let late = Party(mailProtocol.host, .tls, [.tls(identity), .pause(milliseconds: 1_500), .say(Octets(words.utf8))])
    let other = mailProtocol == .imap ? MailProtocol.smtp : .imap
    let encounter = try Rig.meet(
      imap: mailProtocol == .imap ? late : .good(other), smtp: mailProtocol == .imap ? .good(other) : late)
    #expect(encounter.report(other).isVerified)
    let report = encounter.report(mailProtocol)
    #expect(report.failure?.outcome == .serverUnavailable)
    #expect(report.secret == SecretRecord())
    #expect(report.failure?.reply.map { Visible($0.octets).text } == "no <secret> here")
    #expect(encounter.trace.lines.contains { $0.mailProtocol == mailProtocol && $0.text.contains("<secret>") })
    #expect(!encounter.trace.lines.contains { $0.text.contains(echo) })
  }

  @Test("what is sent before any secret was sent stays unchanged", arguments: MailProtocol.allCases) func before(
    _ mailProtocol: MailProtocol
  ) throws {
    let words = mailProtocol == .imap ? "* BYE too busy\r\n" : "554 too busy\r\n"
    func party(_ side: MailProtocol) throws -> Party {
      let identity = try Rig.issue(.valid(for: side.host))
      return Party(side.host, .tls, [.tls(identity), .say(side == .imap ? "* BYE too busy\r\n" : "554 too busy\r\n")])
    }
    let encounter = try Rig.meet(imap: party(.imap), smtp: party(.smtp))
    #expect(encounter.trace.lines.contains { words.hasPrefix($0.text) && $0.mailProtocol == mailProtocol })
  }
}
