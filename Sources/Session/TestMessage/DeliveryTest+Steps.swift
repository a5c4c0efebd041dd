// The order of a test message's ways: the inbox first, so that nothing is sent to where it could not be deleted.

import Net
import Posix
import Vocabulary
import Wire

struct SendTestCourse {
  let message: TestMessage
  let watch: SecretWatch
  let timing: TimeLimits
  let patience: Double
  let version: String
  let trace: Trace?
  let observe: @Sendable (Progress) -> Void

  /// Runs it on the calling thread. `connect` brings about the connection of a dialogue, `pause` lets seconds pass.
  func run(
    _ plan: AccountPlan, connect: (Dialogue) throws(SessionFailure) -> Void, pause: (Double) throws(NetFailure) -> Void
  ) -> DeliveryReport {
    let waiting = timing.waiting(patience)
    let deadline = Deadline.after(seconds: waiting.account)
    var opened: IMAPInboxWatch?
    let imap = SessionPlan.prove(plan.imap, watch) { plan in
      let dialogue = dialogue(plan, waiting, deadline)
      let inbox = IMAPInboxWatch(plan, dialogue, version: version)
      do throws(SessionFailure) {
        try connect(dialogue)
        try inbox.open()
        opened = inbox
      } catch {
        inbox.end(error)
        opened = nil
      }
      return inbox.report
    }
    var report = DeliveryReport(message: message, imap: imap, smtp: imap)
    guard let inbox = opened else {
      // What is wrong with an account shows at both servers: the other one is asked as in any verification.
      report.smtp = SessionPlan.prove(plan.smtp, watch) { plan in
        let dialogue = dialogue(plan, timing, deadline)
        return Verification.talk(plan, dialogue, version: version) { () throws(SessionFailure) in try connect(dialogue) }
      }
      return complete(report)
    }
    report.smtp = SessionPlan.prove(plan.smtp, watch) { plan in send(plan, deadline, connect, &report.submission) }
    // A message that may have been taken is waited for as well as one that was.
    if report.submission == .notSent {
      inbox.goodbye()
    } else {
      do throws(SessionFailure) {
        report.arrival = try inbox.wait(for: message.id, patience, pause: pause)
        if let arrival = report.arrival { report.removal = try inbox.remove(arrival.identifier) }
        inbox.goodbye()
      } catch {
        inbox.end(error)
      }
    }
    report.imap = inbox.report
    report.imap.unreached = imap.unreached
    return complete(report)
  }

  private func send(
    _ plan: SessionPlan, _ deadline: Deadline, _ connect: (Dialogue) throws(SessionFailure) -> Void, _ submission: inout Submission
  ) -> SessionReport {
    let dialogue = dialogue(plan, timing, deadline)
    let sending = SMTPSubmission(plan, dialogue)
    do throws(SessionFailure) {
      try connect(dialogue)
      try sending.run(message)
    } catch {
      if error.leavesDialogueInStep { sending.goodbye() }
      dialogue.note { $0.failure = error }
    }
    dialogue.close()
    submission = sending.submission
    return dialogue.report
  }

  private func dialogue(_ plan: SessionPlan, _ timing: TimeLimits, _ deadline: Deadline) -> Dialogue {
    Dialogue(
      plan.mailProtocol, plan.endpoint, account: (plan.credentials, watch), timing: timing, until: deadline, trace: trace, observe: observe)
  }

  private func complete(_ report: DeliveryReport) -> DeliveryReport {
    var report = report
    report.imap.complete(SessionReport.course(.imap) + [.arrival, .removal])
    report.smtp.complete(SessionReport.course(.smtp) + [.message])
    return report
  }
}
