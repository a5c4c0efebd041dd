// A verification that has ended: the settings, the reports of both servers, the diagnosis.

import AccountStore
import Catalog
import Diagnosis
import Session
import Vocabulary

package struct VerificationResult: Sendable {
  package let provider: Provider?
  package let address: MailAddress
  package let settings: ServerSettings
  package let report: AccountReport
  /// How the account signed in.
  package let signIn: SignIn
  /// The authority that was trusted together with those of the system.
  package let authority: AuthorityFile?
  /// `nil` if the account works.
  package let diagnosis: Diagnosis?
  /// The provider's next servers, if these refused the login.
  package let nextServers: (imap: Endpoint, smtp: Endpoint)?

  /// `group` is the number of the provider's server group that `settings` are from. `secretFits` says whether the secret has the
  /// provider's format. `nil` if the provider has none.
  package init(
    provider: Provider?, address: MailAddress, settings: ServerSettings, report: AccountReport, signIn: SignIn,
    secretFits: Bool?, group: Int, authority: AuthorityFile?
  ) {
    (self.provider, self.address, self.settings, self.report, self.authority) = (provider, address, settings, report, authority)
    self.signIn = signIn
    let groups = provider?.groups(for: address) ?? []
    let next = groups.indices.contains(group + 1) ? groups[group + 1] : nil
    var evidence = Self.evidence(report, provider, address, secretFits)
    evidence.usesToken = signIn.usesToken
    diagnosis = Diagnosis(evidence, provider: provider, hasNextServers: next != nil)
    if diagnosis?.offersNextServers == true, let imap = next?.imap.first, let smtp = next?.smtp.first {
      nextServers = (imap, smtp)
    } else {
      nextServers = nil
    }
  }

  /// Returns what the reports say besides the failures.
  private static func evidence(_ report: AccountReport, _ provider: Provider?, _ address: MailAddress, _ secretFits: Bool?) -> Evidence {
    var evidence = Evidence(imap: report.imap.failure, smtp: report.smtp.failure, secretFits: secretFits)
    for session in [report.imap, report.smtp] {
      if provider?.has(session.endpoint.host, for: nil) == true { evidence.listed.insert(session.mailProtocol) }
      evidence.usernameFits[session.mailProtocol] = provider?.fits(session.username, of: address, for: session.mailProtocol)
      evidence.endpoints[session.mailProtocol] = session.endpoint
      if provider?.has(session.endpoint.host, for: address) == true { evidence.ownServers.insert(session.mailProtocol) }
      evidence.offered[session.mailProtocol] = session.capabilitiesBefore
      // The hosts of the catalog are confirmed, and many of their servers greet with a name of an internal network.
      if provider == nil, let greeted = session.greetedAs, session.endpoint.host.kind == .name {
        evidence.hosts[session.mailProtocol] = (session.endpoint.host, greeted.read { $0 })
      }
    }
    return evidence
  }

  /// Whether the server is one of the provider's entry.
  package func isListed(_ mailProtocol: MailProtocol) -> Bool { provider?.has(self[mailProtocol].endpoint.host, for: nil) == true }

  package var outcome: Outcome {
    guard let diagnosis else { return report.isVerified ? .verified : .protocol }
    return diagnosis.outcome
  }

  /// The provider, if both servers are its own.
  package var provenProvider: Provider? {
    provider?.hasBoth((report.imap.endpoint, report.smtp.endpoint), for: address) == true ? provider : nil
  }

  package subscript(mailProtocol: MailProtocol) -> SessionReport {
    switch mailProtocol {
    case .imap: report.imap
    case .smtp: report.smtp
    }
  }

  /// The steps of the guide that correct the fault, with their numbers.
  package var steps: [(number: Int, step: Step)] {
    guard let provider, let diagnosis else { return [] }
    return diagnosis.steps.map { ($0 + 1, provider.steps[$0]) }
  }

  /// Whether a server has refused the login.
  package var isLoginRefused: Bool { report.failures.contains { $0.stage == .login && $0.outcome == .refused } }

  /// Whether a server has refused the secret itself, so that it refuses it again.
  package var isRefusedForGood: Bool { isLoginRefused && diagnosis?.mayRepeat == false }

  /// The page on which the first of the steps is done, or on which the user signs in. `nil` if it is not known.
  package var pageToOpen: WebAddress? { steps.compactMap(\.step.url).first ?? provider?.web }

  /// The servers that may have another user name for the account: those that refused the login, if the provider's entry has
  /// several forms of user names. Without a provider, the only server that refused a secret that the other one did not refuse.
  package var otherUsernames: [MailProtocol] {
    let refusing = MailProtocol.allCases.filter { mailProtocol in
      guard let failure = self[mailProtocol].failure else { return false }
      return failure.stage == .login && failure.outcome == .refused
    }
    guard let forms = provider?.username else { return refusing.count == 1 ? refusing : [] }
    return refusing.filter { forms[$0].count > 1 }
  }
}
