// The steps of a delivery test on one thread. The inbox is opened first, so that no message is sent that could not be
// deleted.

import Net
import Posix
import Vocabulary
import Wire

/// One delivery test.
package struct DeliverySteps {
  private let transport: any Transport
  private let message: TestMessage
  private let watch: SecretWatch
  private let timing: TimeLimits
  /// The seconds in which the message has to arrive.
  private let patience: Double
  private let version: String
  private let trace: Trace?
  private let observe: @Sendable (Progress) -> Void

  package init(
    _ transport: any Transport, _ message: TestMessage, _ watch: SecretWatch, timing: TimeLimits, patience: Double, version: String,
    trace: Trace?, observe: @escaping @Sendable (Progress) -> Void
  ) {
    (self.transport, self.message, self.watch, self.timing) = (transport, message, watch, timing)
    (self.patience, self.version, self.trace, self.observe) = (patience, version, trace, observe)
  }

  /// Runs all steps. `pause` waits for a number of seconds between two searches for the message.
  package func run(_ plan: AccountPlan, pause: (Double) throws(NetFailure) -> Void) -> DeliveryReport {
    let waiting = timing.waiting(patience)
    let deadline = Deadline.after(seconds: waiting.account)
    var opened: IMAPInboxWatch?
    let imap = SessionPlan.prove(plan.imap, watch) { plan in
      let dialogue = dialogue(plan, waiting, deadline)
      let inbox = IMAPInboxWatch(plan, dialogue, version: version)
      do throws(SessionFailure) {
        try dialogue.open(transport)
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
      // A fault of the account shows at both servers: the other server is asked as in a verification.
      let server = ServerVerification(
        transport, timing: timing, until: deadline, watch, trace: trace, version: version, observe: observe)
      report.smtp = SessionPlan.prove(plan.smtp, watch) { server.run($0) }
      return complete(report)
    }
    report.smtp = SessionPlan.prove(plan.smtp, watch) { plan in submit(plan, deadline, &report.submission) }
    // A message that may have been accepted is awaited, too.
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

  private func submit(_ plan: SessionPlan, _ deadline: Deadline, _ submission: inout Submission) -> SessionReport {
    let dialogue = dialogue(plan, timing, deadline)
    let session = SMTPSubmission(plan, dialogue)
    do throws(SessionFailure) {
      try dialogue.open(transport)
      try dialogue.withGoodbye(session.goodbye) { () throws(SessionFailure) in try session.run(message) }
    } catch {
      dialogue.note { $0.failure = error }
    }
    dialogue.close()
    submission = session.submission
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
