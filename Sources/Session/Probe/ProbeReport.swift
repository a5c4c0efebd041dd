// What servers showed to somebody who did not say who asks.

import Net
import Vocabulary

/// One service at one place.
package struct ProbeTarget: Hashable, Sendable {
  package let mailProtocol: MailProtocol
  package let endpoint: Endpoint

  package init(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) { (self.mailProtocol, self.endpoint) = (mailProtocol, endpoint) }
}

package struct ProbedServer: Sendable {
  package let target: ProbeTarget
  /// From the look-up to what the server offers; a stage that was not reached is skipped.
  package let stages: [StageResult]
  package let family: AddressFamily?
  package let tls: TLSFacts?
  /// What the server said inside TLS that it can do; nil where it did not say.
  package let capabilities: [String]?
  /// nil where the server did not come that far.
  package let offer: LoginOffer?
  package let failure: SessionFailure?

  init(_ report: SessionReport, _ offer: LoginOffer?) {
    var report = report
    report.complete(SessionReport.opening(report.mailProtocol))
    target = ProbeTarget(report.mailProtocol, report.endpoint)
    (stages, family, tls) = (report.stages, report.family, report.tls)
    (capabilities, failure, self.offer) = (report.capabilitiesBefore, report.failure, offer)
  }

  /// One that was not asked.
  init(_ target: ProbeTarget, unasked cause: NetFailure) {
    var report = SessionReport(mailProtocol: target.mailProtocol, endpoint: target.endpoint, username: "")
    report.failure = SessionFailure(stage: .resolve, cause: .net(cause))
    self.init(report, nil)
  }

  /// It can be reached, it is who it should be, and it speaks its protocol.
  package var isFine: Bool { failure == nil }

  /// What keeps a password from being of use here: what failed, or what is not on offer.
  package var obstacle: SessionFailure? {
    failure ?? offer?.obstacle.map { SessionFailure(stage: .login, cause: $0) }
  }
}

package struct ProbeReport: Sendable {
  /// In the order of the targets.
  package let servers: [ProbedServer]

  package subscript(mailProtocol: MailProtocol) -> [ProbedServer] { servers.filter { $0.target.mailProtocol == mailProtocol } }

  /// The failures of the protocols none of whose servers is fine: what stands in the way of every account here.
  package var decisiveFailures: [SessionFailure] {
    MailProtocol.allCases.flatMap { mailProtocol in
      self[mailProtocol].contains(where: \.isFine) ? [] : self[mailProtocol].compactMap(\.failure)
    }
  }
}
