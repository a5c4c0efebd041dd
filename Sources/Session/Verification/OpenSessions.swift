// The progress of running sessions, for the thread that waits for them.

import Posix
import Synchronization
import Vocabulary

/// Shared by the sessions of one account and the thread that reports a session that has not ended.
final class OpenSessions: Sendable {
  private struct State {
    let report: SessionReport
    /// The stage that is running; `nil` between two of them.
    let stage: Stage?
    let since: Deadline
  }

  private let states = Mutex<[MailProtocol: State]>([:])

  /// Records the report and the present stage of a session.
  func note(_ report: SessionReport, _ stage: Stage?, since: Deadline) {
    states.withLock { $0[report.mailProtocol] = State(report: report, stage: stage, since: since) }
  }

  /// Returns the report of the running session with `mailProtocol` as if `cause` had ended it in its present stage. `nil` if
  /// there is no such session. `record` is what happened to the secret; if the server accepted it, the login has ended.
  func report(_ mailProtocol: MailProtocol, endedBy cause: NetFailure, _ record: SecretRecord) -> SessionReport? {
    guard let state = states.withLock({ $0[mailProtocol] }) else { return nil }
    var report = state.report
    report.secret = record
    if report.failure != nil || (state.stage == nil && report.isVerified) { return report }
    var (stage, since) = (state.stage, state.since)
    if let accepted = record.accepted, stage == accepted {
      report.stages.append(StageResult(stage: accepted, milliseconds: Deadline.now.milliseconds(since: since), status: .ok))
      (stage, since) = (nil, .now)
    }
    let course = SessionReport.course(mailProtocol)
    let failed = stage ?? course.first { next in !report.stages.contains { $0.stage == next } } ?? SessionReport.proof(mailProtocol)
    let failure = SessionFailure(stage: failed, cause: .net(cause), secret: record)
    let status = StageResult.Status(endedBy: failure.outcome)
    report.stages.append(StageResult(stage: failed, milliseconds: Deadline.now.milliseconds(since: since), status: status))
    report.failure = failure
    return report
  }
}
