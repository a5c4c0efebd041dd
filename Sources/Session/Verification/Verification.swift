// The verification of an account: both servers at the same time, each on its own thread, and the report of both.

import Net
import Posix
import Vocabulary
import Wire

/// The sessions that prove one account.
package struct AccountPlan: Sendable {
  /// For each server, the endpoints to try in this order: the same service on other ports. The next one is used only if
  /// the one before could not be reached, before anything was sent.
  package let imap: [SessionPlan]
  package let smtp: [SessionPlan]

  package init(imap: [SessionPlan], smtp: [SessionPlan]) {
    self.imap = imap
    self.smtp = smtp
  }
}

/// The results of both sessions.
package struct AccountReport: Sendable {
  package let imap: SessionReport
  package let smtp: SessionReport

  package init(imap: SessionReport, smtp: SessionReport) {
    self.imap = imap
    self.smtp = smtp
  }

  package var isVerified: Bool { imap.isVerified && smtp.isVerified }
  package var failures: [SessionFailure] { [imap, smtp].compactMap(\.failure) }
}

/// Verifies accounts.
package struct Verification: Sendable {
  private let network: Network
  private let timing: TimeLimits
  private let trace: Trace?
  /// The version of this program, for ID.
  private let version: String
  /// Seconds between two ticks. Short enough to look like movement.
  private static let tickTime = 0.25

  package init(network: Network, timing: TimeLimits, trace: Trace?, version: String) {
    self.network = network
    self.timing = timing
    self.trace = trace
    self.version = version
  }

  /// Runs both sessions. Calls `observe` on the calling thread as stages begin and end, and `tick` in between, so that
  /// the caller can show the elapsed time. Always returns a full report, which contains the failures. Throws only if
  /// the system has no thread or descriptor left for the first session.
  package func run(
    _ plan: AccountPlan, observe: (Progress) -> Void, tick: (() -> Void)? = nil
  ) throws(SystemError) -> AccountReport {
    precondition(!plan.imap.isEmpty && !plan.smtp.isEmpty, "an account has both servers")
    let deadline = Deadline.after(seconds: timing.account)
    let events = try EventQueue<Progress>()
    let watch = SecretWatch(plan)
    let imap = try Worker.start { [self] in prove(plan.imap, watch, until: deadline, events) }
    // If there is no thread left for the second session, the first one is still awaited: its server may have replied.
    let smtp: Result<Worker<SessionReport>, SystemError>
    do throws(SystemError) {
      smtp = .success(try Worker.start { [self] in prove(plan.smtp, watch, until: deadline, events) })
    } catch {
      smtp = .failure(error)
    }
    let workers = [imap] + ((try? smtp.get()).map { [$0] } ?? [])
    // The sessions check the deadline and the latch themselves. This thread gives them time to report.
    let latest = deadline + timing.farewell
    while !latest.hasPassed {
      let unfinished = workers.filter { $0.value == nil }.map(\.descriptor)
      if unfinished.isEmpty { break }
      let next = tick == nil ? latest : min(latest, .after(seconds: Self.tickTime))
      do { _ = try Wait.any((unfinished + [events.descriptor]).map { ($0, .read) }, until: next, or: nil) } catch {}
      events.take().forEach(observe)
      tick?()
    }
    events.take().forEach(observe)
    let other: SessionReport
    switch smtp {
    case .success(let worker): other = worker.value ?? .unheld(plan.smtp[0], .timedOut, watch)
    case .failure(let error): other = .unheld(plan.smtp[0], .system(error.number), watch)
    }
    return AccountReport(imap: imap.value ?? .unheld(plan.imap[0], .timedOut, watch), smtp: other)
  }

  /// Proves the account at one server, at the first endpoint that can be reached.
  private func prove(
    _ plans: [SessionPlan], _ watch: SecretWatch, until deadline: Deadline, _ events: EventQueue<Progress>
  ) -> SessionReport {
    let server = ServerVerification(network, timing: timing, until: deadline, watch, trace: trace, version: version) { events.add($0) }
    return SessionPlan.prove(plans, watch) { server.run($0) }
  }
}
