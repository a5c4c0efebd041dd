// One message from an address to itself: handed over by SMTP, waited for by IMAP, deleted. Never a part of a verification.

import Net
import Posix
import Vocabulary
import Wire

package struct DeliveryTest: Sendable {
  private let network: Network
  /// The limits of both servers, and the time the message may take.
  private let timing: TimeLimits
  private let patience: Double
  /// The program's version, for ID.
  private let version: String
  /// Seconds between two ticks: what a person sees as moving.
  private static let tickTime = 0.25

  /// `patience` are the seconds in which the message has to arrive.
  package init(network: Network, timing: TimeLimits, patience: Double, version: String) {
    (self.network, self.timing, self.patience, self.version) = (network, timing, patience, version)
  }

  /// Sends `message` and calls `observe` on the calling thread as stages begin and end, and `tick` in between. Always gives
  /// a full report. Throws only when the system has no thread or descriptor left to begin with: then nothing was sent.
  package func run(
    _ plan: AccountPlan, _ message: TestMessage, observe: (Progress) -> Void, tick: () -> Void
  ) throws(SystemError) -> DeliveryReport {
    let onlookers = try EventQueue<Progress>()
    let watch = SecretWatch(plan)
    let worker = try Worker.start { [self] in
      SendTestCourse(message: message, watch: watch, timing: timing, patience: patience, version: version, trace: nil) { onlookers.add($0) }
        .run(plan) { (dialogue) throws(SessionFailure) in
          try dialogue.open(network)
        } pause: { (seconds) throws(NetFailure) in
          try pause(seconds)
        }
    }
    // The sessions keep the deadline and watch the latch themselves; this thread only gives them a moment to say so.
    let latest = Deadline.after(seconds: timing.waiting(patience).account) + timing.farewell
    while worker.value == nil, !latest.hasPassed {
      let next = min(latest, .after(seconds: Self.tickTime))
      do { _ = try Wait.any([(worker.descriptor, .read), (onlookers.descriptor, .read)], until: next, or: nil) } catch {}
      onlookers.take().forEach(observe)
      tick()
    }
    onlookers.take().forEach(observe)
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

  /// The same over connections that are there already, without waiting: scripts have no network and no time.
  package static func talk(
    _ plan: AccountPlan, over connections: [MailProtocol: any Connection], _ message: TestMessage, patience: Double, trace: Trace
  ) -> DeliveryReport {
    SendTestCourse(message: message, watch: SecretWatch(plan), timing: .usual, patience: patience, version: "1.0", trace: trace) { _ in }
      .run(plan) { (dialogue) throws(SessionFailure) in
        guard let connection = connections[dialogue.mailProtocol] else { throw dialogue.failure(.net(.refused)) }
        dialogue.use(connection)
      } pause: { _ in
      }
  }
}

extension DeliveryReport {
  /// Of a run that has not come back, whatever it has done.
  fileprivate static func unheld(_ plan: AccountPlan, _ message: TestMessage, _ watch: SecretWatch) -> DeliveryReport {
    var report = DeliveryReport(
      message: message, imap: .unheld(plan.imap[0], .timedOut, watch), smtp: .unheld(plan.smtp[0], .timedOut, watch))
    report.submission = .unknown
    return report
  }
}
