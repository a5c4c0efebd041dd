// What a probe comes to for a program: the word in JSON and the exit status.

import Session
import Vocabulary

struct ProbeOutcome: Equatable {
  /// `shown` where every server is fine, else what is worst of all that is wrong.
  let verdict: Outcome
  /// 0 where each protocol has a server that is fine: then an account can be set up.
  let status: ExitStatus

  init(_ report: ProbeReport) {
    verdict = Self.worst(report.servers.compactMap(\.failure))?.verdict ?? .shown
    status = Self.worst(report.decisiveFailures)?.status ?? .ok
  }

  /// Of the whole catalog: every server counts.
  init(all report: ProbeReport) {
    let worst = Self.worst(report.servers.compactMap(\.failure))
    (verdict, status) = (worst?.verdict ?? .shown, worst?.status ?? .ok)
  }

  private static func worst(_ failures: [SessionFailure]) -> (verdict: Outcome, status: ExitStatus)? {
    let ends = failures.map { failure in
      let verdict = Outcome(failure, [])
      return (verdict, ExitStatus(verdict, failure))
    }
    // An interrupted probe is that and nothing else.
    if let interrupted = ends.first(where: { $0.0 == .interrupted }) { return interrupted }
    for status in ExitStatus.worstFirst {
      if let worst = ends.first(where: { $0.1 == status }) { return worst }
    }
    return nil
  }
}
