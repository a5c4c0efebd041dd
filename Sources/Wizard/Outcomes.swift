// Everything about one verification that has ended: what was asked, what came of it, what it means.

import Account
import Session
import Vocabulary

struct Outcomes: Sendable {
  let provider: Provider?
  let address: MailAddress
  let settings: Settings
  let report: AccountReport
  /// nil when all is well.
  let diagnosis: Diagnosis?
  /// The provider's next pair of servers, where these refused the login.
  let nextServers: (imap: Endpoint, smtp: Endpoint)?

  init(provider: Provider?, address: MailAddress, settings: Settings, report: AccountReport, secretFits: Bool?, group: Int) {
    self.provider = provider
    self.address = address
    self.settings = settings
    self.report = report
    let groups = provider?.groups(for: address) ?? []
    let next = groups.indices.contains(group + 1) ? groups[group + 1] : nil
    let findings = Findings(imap: report.imap.failure, smtp: report.smtp.failure, secretFits: secretFits)
    diagnosis = Diagnosis(findings, provider: provider, hasNextServers: next != nil)
    if diagnosis?.offersNextServers == true, let imap = next?.imap.first, let smtp = next?.smtp.first {
      nextServers = (imap, smtp)
    } else {
      nextServers = nil
    }
  }

  var verdict: Verdict {
    guard let diagnosis else { return report.isVerified ? .verified : .protocol }
    return Verdict(diagnosis.failure, diagnosis.causes)
  }

  subscript(mailProtocol: MailProtocol) -> SessionReport {
    switch mailProtocol {
    case .imap: report.imap
    case .smtp: report.smtp
    }
  }

  /// The steps of the guide that mend what is wrong, with their numbers.
  var steps: [(number: Int, step: Step)] {
    guard let provider, let diagnosis else { return [] }
    return diagnosis.steps.map { ($0 + 1, provider.steps[$0]) }
  }
}
