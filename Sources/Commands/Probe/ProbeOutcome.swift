// The outcome of a probe: the word in JSON and the exit status.

import CommandLine
import Session
import Vocabulary

struct ProbeOutcome: Equatable {
  /// `shown` if every server works, else the worst failure.
  let outcome: Outcome
  /// 0 if each protocol has a server that works: then an account can be set up.
  let status: ExitStatus

  init(_ report: ProbeReport) {
    outcome = Self.worst(report.servers.compactMap(\.failure))?.outcome ?? .shown
    status = Self.worst(report.decisiveFailures)?.status ?? .ok
  }

  /// The outcome for the whole catalog, where every server counts.
  init(all report: ProbeReport) {
    let worst = Self.worst(report.servers.compactMap(\.failure))
    (outcome, status) = (worst?.outcome ?? .shown, worst?.status ?? .ok)
  }

  private static func worst(_ failures: [SessionFailure]) -> (outcome: Outcome, status: ExitStatus)? {
    let ends = failures.map { failure in
      let outcome = Outcome(failure, [])
      return (outcome, ExitStatus(outcome, failure))
    }
    // An interrupt has precedence over all failures.
    if let interrupted = ends.first(where: { $0.0 == .interrupted }) { return interrupted }
    for status in ExitStatus.worstFirst {
      if let worst = ends.first(where: { $0.1 == status }) { return worst }
    }
    return nil
  }
}
