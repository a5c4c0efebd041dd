// The exit statuses of results.

import AccountStore
import CommandLine
import Operations
import Output
import Vocabulary

extension ExitStatus {
  init(_ result: VerificationResult) { self.init(result.outcome, result.diagnosis?.failure) }
}

extension CheckResult {
  /// The account's contribution to the exit status of the run.
  var status: ExitStatus {
    switch end {
    case .left(.paused): .ok
    // The user can exclude such an account by pausing it.
    case .left(.noSecretKept): .noInput
    case .left(.risky): account.lastCheck?.outcome == .temporary ? .temporary : .refused
    case .noSecret, .noAuthority, .unagreed: .noInput
    case .noToken(let error): error.status
    case .verified: verification.map { ExitStatus($0) } ?? .ok
    }
  }
}

extension DeliveryResult {
  var status: ExitStatus {
    if verification.diagnosis != nil { return ExitStatus(verification) }
    return report.arrival == nil ? .temporary : .ok
  }
}
