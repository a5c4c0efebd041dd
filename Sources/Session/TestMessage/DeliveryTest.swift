// A delivery test: one message from an address to itself is submitted by SMTP, awaited by IMAP and deleted. Never a part of
// a verification.

import Net
import Posix
import Vocabulary
import Wire

/// Sends test messages.
package struct DeliveryTest: Sendable {
  private let network: Network
  /// The limits of both servers.
  private let timing: TimeLimits
  private let patience: Double
  /// The version of this program, for ID.
  private let version: String
  /// Seconds between two ticks. Short enough to look like movement.
  private static let tickTime = 0.25

  /// `patience` is the number of seconds in which the message has to arrive.
  package init(network: Network, timing: TimeLimits, patience: Double, version: String) {
    (self.network, self.timing, self.patience, self.version) = (network, timing, patience, version)
  }

  /// Sends `message`. Calls `observe` on the calling thread as stages begin and end, and `tick` in between. Always
  /// returns a full report. Throws only if the system has no thread or descriptor left; nothing was sent then.
  package func run(
    _ plan: AccountPlan, _ message: TestMessage, observe: (Progress) -> Void, tick: () -> Void
  ) throws(SystemError) -> DeliveryReport {
    let events = try EventQueue<Progress>()
    let watch = SecretWatch(plan)
    let worker = try Worker.start { [self] in
      DeliverySteps(network, message, watch, timing: timing, patience: patience, version: version, trace: nil) { events.add($0) }
        .run(plan) { (seconds) throws(NetFailure) in try pause(seconds) }
    }
    // The sessions check the deadline and the latch themselves. This thread gives them time to report.
    let latest = Deadline.after(seconds: timing.waiting(patience).account) + timing.farewell
    while worker.value == nil, !latest.hasPassed {
      let next = min(latest, .after(seconds: Self.tickTime))
      do { _ = try Wait.any([(worker.descriptor, .read), (events.descriptor, .read)], until: next, or: nil) } catch {}
      events.take().forEach(observe)
      tick()
    }
    events.take().forEach(observe)
    return worker.value ?? .unheld(plan, message, watch)
  }

  private func pause(_ seconds: Double) throws(NetFailure) {
    do throws(Wait.End) {
      _ = try Wait.any([], until: .after(seconds: seconds), or: network.interrupt)
    } catch {
      switch error {
      case .deadline: return
      case .interrupted: throw .interrupted
      }
    }
  }
}

extension DeliveryReport {
  /// Returns the report of a run that did not end in time. The message may have been sent.
  fileprivate static func unheld(_ plan: AccountPlan, _ message: TestMessage, _ watch: SecretWatch) -> DeliveryReport {
    var report = DeliveryReport(
      message: message, imap: .unheld(plan.imap[0], .timedOut, watch), smtp: .unheld(plan.smtp[0], .timedOut, watch))
    report.submission = .unknown
    return report
  }
}
