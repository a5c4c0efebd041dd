// The results of probes.

import Net
import Vocabulary

/// One service at one endpoint.
package struct ProbeTarget: Hashable, Sendable {
  package let mailProtocol: MailProtocol
  package let endpoint: Endpoint

  package init(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) { (self.mailProtocol, self.endpoint) = (mailProtocol, endpoint) }
}

/// The result for one server.
package struct ProbedServer: Sendable {
  package let target: ProbeTarget
  /// The stages from the look-up to the offer. Stages that were not reached are skipped.
  package let stages: [StageResult]
  package let family: AddressFamily?
  package let tls: TLSFacts?
  /// The capabilities that the server listed inside TLS. `nil` if it listed none.
  package let capabilities: [String]?
  /// `nil` if the session ended before the server made an offer.
  package let offer: LoginOffer?
  package let failure: SessionFailure?

  init(_ report: SessionReport, _ offer: LoginOffer?) {
    var report = report
    report.complete(SessionReport.opening(report.mailProtocol))
    target = ProbeTarget(report.mailProtocol, report.endpoint)
    (stages, family, tls) = (report.stages, report.family, report.tls)
    (capabilities, failure, self.offer) = (report.capabilitiesBefore, report.failure, offer)
  }

  /// Creates the result for a server that was not asked.
  init(_ target: ProbeTarget, unasked cause: NetFailure) {
    var report = SessionReport(mailProtocol: target.mailProtocol, endpoint: target.endpoint, username: "")
    report.failure = SessionFailure(stage: .resolve, cause: .net(cause))
    self.init(report, nil)
  }

  /// Whether the server can be reached, is authenticated and speaks its protocol.
  package var isFine: Bool { failure == nil }

  /// The reason why no password can be used here: the failure, or what the server does not offer. `nil` if there is none.
  package var obstacle: SessionFailure? {
    failure ?? offer?.obstacle(for: .password).map { SessionFailure(stage: .login, cause: $0) }
  }
}

/// The results for all servers.
package struct ProbeReport: Sendable {
  /// In the order of the targets.
  package let servers: [ProbedServer]

  package subscript(mailProtocol: MailProtocol) -> [ProbedServer] { servers.filter { $0.target.mailProtocol == mailProtocol } }

  /// The failures of each protocol without a working server. They prevent every account here.
  package var decisiveFailures: [SessionFailure] {
    MailProtocol.allCases.flatMap { mailProtocol in
      self[mailProtocol].contains(where: \.isFine) ? [] : self[mailProtocol].compactMap(\.failure)
    }
  }
}
