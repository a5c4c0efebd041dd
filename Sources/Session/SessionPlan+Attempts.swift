// Which connections are made to one server: other ports where nothing answers, a second one where the catalog allows it.

import Vocabulary

extension SessionPlan {
  /// Holds sessions with one server by `attempt`: the first endpoint that can be reached, and a second connection where
  /// the catalog allows one. Gives the report that counts.
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
        var quirks = plan.quirks
        quirks.onlyLogin = true
        let second = attempt(plan.with(quirks))
        // The first refusal is the one reported, but for one that was none: whatever comes of the account then, the secret is right.
        if second.failure == nil || second.secret.accepted != nil { report = second }
      }
      report.unreached = unreached
      return report
    }
    return .unheld(plans[0], .timedOut, watch)
  }

  /// iCloud refuses AUTHENTICATE PLAIN for some secrets that LOGIN accepts; nowhere else is a secret sent twice.
  private func mayPassWithLogin(_ report: SessionReport) -> Bool {
    guard quirks.retryWithLogin, report.mechanism == "PLAIN", let failure = report.failure, failure.stage == .login else { return false }
    return failure.outcome == .refused
  }
}

extension SessionReport {
  /// Returns the report of a session that was not held, or has not come back: then with all that it had come to.
  static func unheld(_ plan: SessionPlan, _ cause: NetFailure, _ watch: SecretWatch) -> SessionReport {
    let record = watch[plan.mailProtocol]
    var report = SessionReport(mailProtocol: plan.mailProtocol, endpoint: plan.endpoint, username: plan.credentials.username)
    report.failure = SessionFailure(stage: .resolve, cause: .net(cause), secret: record)
    if let open = watch.sessions.report(plan.mailProtocol, endedBy: cause, record) { report = open.masked(by: watch, after: []) }
    report.complete(SessionReport.course(plan.mailProtocol))
    return report
  }
}
