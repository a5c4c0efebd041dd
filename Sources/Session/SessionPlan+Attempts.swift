// The connections to one server: other ports if one cannot be reached, and a second connection if the catalog allows it.

import Vocabulary

extension SessionPlan {
  /// Holds sessions with one server by calling `attempt`, with the first endpoint that can be reached and, if the
  /// catalog allows it, on a second connection. `plans` are the endpoints, at least one. Returns the report that counts.
  static func prove(_ plans: [SessionPlan], _ watch: SecretWatch, attempt: (SessionPlan) -> SessionReport) -> SessionReport {
    precondition(!plans.isEmpty, "a server has an endpoint")
    var unreached: [SessionReport.Unreached] = []
    for (position, plan) in plans.enumerated() {
      var report = attempt(plan)
      if let failure = report.failure, failure.isUnreachable, position + 1 < plans.count {
        unreached.append(.init(endpoint: plan.endpoint, failure: failure))
        continue
      }
      if plan.mayPassWithLogin(report) {
        let second = attempt(plan.withLogin)
        // The first refusal is reported, unless the second connection shows that the secret is correct.
        if second.failure == nil || second.secret.accepted != nil { report = second }
      }
      report.unreached = unreached
      return report
    }
    return .unheld(plans[0], .timedOut, watch)
  }

  /// Returns whether a second connection with LOGIN is worth it: iCloud refuses AUTHENTICATE PLAIN for some secrets that
  /// LOGIN accepts. At no other provider is a secret sent twice.
  private func mayPassWithLogin(_ report: SessionReport) -> Bool {
    guard quirks.retryWithLogin, credentials.username.utf8.allSatisfy({ $0 < 0x80 }), report.mechanism == "PLAIN",
      let failure = report.failure, failure.stage == .login
    else { return false }
    return failure.outcome == .refused
  }
}

extension SessionReport {
  /// Returns the report of a session that was not held, or that has not ended: what it has done so far, and `cause`.
  static func unheld(_ plan: SessionPlan, _ cause: NetFailure, _ watch: SecretWatch) -> SessionReport {
    let record = watch[plan.mailProtocol]
    var report = SessionReport(mailProtocol: plan.mailProtocol, endpoint: plan.endpoint, username: plan.credentials.username)
    report.failure = SessionFailure(stage: .resolve, cause: .net(cause), secret: record)
    if let open = watch.sessions.report(plan.mailProtocol, endedBy: cause, record) { report = open.masked(by: watch, after: []) }
    report.complete(SessionReport.course(plan.mailProtocol))
    return report
  }
}
