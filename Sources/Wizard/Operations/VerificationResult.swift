// Everything about one verification that has ended: what was asked, what came of it, what it means.

import Catalog
import Diagnosis
import Sentences
import Session
import Vocabulary

struct VerificationResult: Sendable {
  let provider: Provider?
  let address: MailAddress
  let settings: ServerSettings
  let report: AccountReport
  /// Whom else the servers' certificates were trusted by.
  let authority: AuthorityFile?
  /// nil when all is well.
  let diagnosis: Diagnosis?
  /// The provider's next pair of servers, where these refused the login.
  let nextServers: (imap: Endpoint, smtp: Endpoint)?

  init(
    provider: Provider?, address: MailAddress, settings: ServerSettings, report: AccountReport, secretFits: Bool?, group: Int,
    authority: AuthorityFile?
  ) {
    self.authority = authority
    self.provider = provider
    self.address = address
    self.settings = settings
    self.report = report
    let groups = provider?.groups(for: address) ?? []
    let next = groups.indices.contains(group + 1) ? groups[group + 1] : nil
    let findings = Self.findings(report, provider, address, secretFits)
    diagnosis = Diagnosis(findings, provider: provider, hasNextServers: next != nil)
    if diagnosis?.offersNextServers == true, let imap = next?.imap.first, let smtp = next?.smtp.first {
      nextServers = (imap, smtp)
    } else {
      nextServers = nil
    }
  }

  /// What the reports tell beside the failures.
  private static func findings(_ report: AccountReport, _ provider: Provider?, _ address: MailAddress, _ secretFits: Bool?) -> Evidence {
    var findings = Evidence(imap: report.imap.failure, smtp: report.smtp.failure, secretFits: secretFits)
    for session in [report.imap, report.smtp] {
      findings.usernameFits[session.mailProtocol] = provider?.username.fits(session.username, of: address, for: session.mailProtocol)
      findings.offered[session.mailProtocol] = session.capabilitiesBefore
      // Servers of the catalog are known by now, and many of them greet with a name of the inner network.
      if provider == nil, let greeted = session.greetedAs, session.endpoint.host.kind == .name {
        findings.hosts[session.mailProtocol] = (session.endpoint.host, greeted.read { $0 })
      }
    }
    return findings
  }

  var verdict: Outcome {
    guard let diagnosis else { return report.isVerified ? .verified : .protocol }
    return Outcome(diagnosis.failure, diagnosis.causes)
  }

  /// The provider, where both servers are its own.
  var provenProvider: Provider? { provider?.hasBoth((report.imap.endpoint, report.smtp.endpoint), for: address) == true ? provider : nil }

  subscript(mailProtocol: MailProtocol) -> SessionReport {
    switch mailProtocol {
    case .imap: report.imap
    case .smtp: report.smtp
    }
  }

  /// What an administrator has to be asked for, where only they can mend it.
  var request: AdministratorRequest? {
    diagnosis.flatMap {
      AdministratorRequest($0, provider: provider, address: address, imap: report.imap.endpoint, smtp: report.smtp.endpoint)
    }
  }

  /// The steps of the guide that mend what is wrong, with their numbers.
  var steps: [(number: Int, step: Step)] {
    guard let provider, let diagnosis else { return [] }
    return diagnosis.steps.map { ($0 + 1, provider.steps[$0]) }
  }
}
