// Both servers of one account at the same time, each on a thread of its own, and the report of both.

import Net
import Posix
import Synchronization
import Vocabulary
import Wire

/// One account as it is to be proved.
package struct AccountPlan: Sendable {
  /// For each server the endpoints to try in order: the same service by other ports. The next one is used only where the
  /// one before could not be reached, before anything was said.
  package let imap: [SessionPlan]
  package let smtp: [SessionPlan]

  package init(imap: [SessionPlan], smtp: [SessionPlan]) {
    self.imap = imap
    self.smtp = smtp
  }
}

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

package struct Verification: Sendable {
  private let network: Network
  private let timing: TimeLimits
  private let trace: Trace?
  /// The program's version, for ID.
  private let version: String
  /// Seconds between two ticks: what a person sees as moving.
  private static let tickTime = 0.25

  package init(network: Network, timing: TimeLimits, trace: Trace?, version: String) {
    self.network = network
    self.timing = timing
    self.trace = trace
    self.version = version
  }

  /// Runs both sessions and calls `observe` on the calling thread as stages begin and end, and `tick` now and then in
  /// between for who shows how long something takes. Always gives a full report: what went wrong is in it. Throws only
  /// when the system has no thread or descriptor left to begin with.
  package func run(
    _ plan: AccountPlan, observe: (Progress) -> Void, tick: (() -> Void)? = nil
  ) throws(SystemError) -> AccountReport {
    precondition(!plan.imap.isEmpty && !plan.smtp.isEmpty, "an account has both servers")
    let deadline = Deadline.after(seconds: timing.account)
    let onlookers = try EventQueue<Progress>()
    let watch = SecretWatch(plan)
    let imap = try Worker.start { [self] in prove(plan.imap, watch, until: deadline, onlookers) }
    // Where there is no thread left for the second session the first one is still waited for: it may have said something.
    let smtp: Result<Worker<SessionReport>, SystemError>
    do throws(SystemError) {
      smtp = .success(try Worker.start { [self] in prove(plan.smtp, watch, until: deadline, onlookers) })
    } catch {
      smtp = .failure(error)
    }
    let workers = [imap] + ((try? smtp.get()).map { [$0] } ?? [])
    // The sessions keep the deadline and watch the latch themselves; this thread only gives them a moment to say so.
    let latest = deadline + timing.farewell
    while !latest.hasPassed {
      let unfinished = workers.filter { $0.value == nil }.map(\.descriptor)
      if unfinished.isEmpty { break }
      let next = tick == nil ? latest : min(latest, .after(seconds: Self.tickTime))
      do { _ = try Wait.any((unfinished + [onlookers.descriptor]).map { ($0, .read) }, until: next, or: nil) } catch {}
      onlookers.take().forEach(observe)
      tick?()
    }
    onlookers.take().forEach(observe)
    let other: SessionReport
    switch smtp {
    case .success(let worker): other = worker.value ?? .unheld(plan.smtp[0], .timedOut, watch)
    case .failure(let error): other = .unheld(plan.smtp[0], .system(error.number), watch)
    }
    return AccountReport(imap: imap.value ?? .unheld(plan.imap[0], .timedOut, watch), smtp: other)
  }

  /// One server, by whichever of its endpoints can be reached.
  private func prove(
    _ plans: [SessionPlan], _ watch: SecretWatch, until deadline: Deadline, _ onlookers: EventQueue<Progress>
  ) -> SessionReport {
    SessionPlan.prove(plans, watch) { attempt($0, watch, until: deadline, onlookers) }
  }

  /// One connection from look-up to goodbye.
  private func attempt(
    _ plan: SessionPlan, _ watch: SecretWatch, until deadline: Deadline, _ onlookers: EventQueue<Progress>
  ) -> SessionReport {
    let dialogue = Dialogue(
      plan.mailProtocol, plan.endpoint, account: (plan.credentials, watch), timing: timing, until: deadline, trace: trace
    ) { onlookers.add($0) }
    return Self.talk(plan, dialogue, version: version) { () throws(SessionFailure) in try dialogue.open(network) }
  }

  /// The dialogue of `plan` over `connection` exactly as `run` holds it: transcripts have no network.
  package static func talk(_ plan: SessionPlan, over connection: any Connection, version: String, trace: Trace) -> SessionReport {
    let timing = TimeLimits.usual
    let dialogue = Dialogue(
      plan.mailProtocol, plan.endpoint, account: (plan.credentials, SecretWatch([plan])), timing: timing,
      until: .after(seconds: timing.account), trace: trace
    ) { _ in }
    return talk(plan, dialogue, version: version) { dialogue.use(connection) }
  }

  /// The dialogue over the connection that `connect` brings about, and the report of it.
  static func talk(
    _ plan: SessionPlan, _ dialogue: Dialogue, version: String, connect: () throws(SessionFailure) -> Void
  ) -> SessionReport {
    do throws(SessionFailure) {
      try connect()
      try talk(plan, dialogue, version: version)
    } catch {
      dialogue.note { $0.failure = error }
    }
    dialogue.close()
    dialogue.note { $0.complete(SessionReport.course(plan.mailProtocol)) }
    return dialogue.report
  }

  /// The dialogue of the plan's protocol over the connection that `dialogue` has. A server that refuses gets a goodbye,
  /// one that breaks the protocol gets nothing more.
  private static func talk(_ plan: SessionPlan, _ dialogue: Dialogue, version: String) throws(SessionFailure) {
    switch plan.mailProtocol {
    case .imap:
      let session = IMAPSession(plan, dialogue, version: version)
      do { try session.run() } catch {
        if error.leavesDialogueInStep { session.goodbye() }
        throw error
      }
    case .smtp:
      let session = SMTPSession(plan, dialogue)
      do { try session.run() } catch {
        if error.leavesDialogueInStep { session.goodbye() }
        throw error
      }
    }
  }
}

extension SessionFailure {
  /// No connection came about: another port of the same service may be tried, nothing was said yet.
  var isUnreachable: Bool {
    switch outcome {
    case .refused, .unreachable, .connectTimeout: stage == .connect
    case .noSuchHost, .dnsFailed, .closedEarly, .timedOut, .interrupted, .notTLS, .tlsTooOld, .tlsFailed, .truncated,
      .certificateWrongName, .certificateExpired, .certificateNotYetValid, .certificateUntrusted, .certificateSelfSigned,
      .certificateWeak, .certificateWrongPurpose, .noTrustStore, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol,
      .brokenReply, .tooMuch, .serverUnavailable, .temporary, .loginDisabled, .noMechanism, .needsOAuth, .cannotVerify, .system:
      false
    }
  }

  /// Whether the server is still waiting for a command.
  var leavesDialogueInStep: Bool {
    switch cause {
    case .refused, .loginDisabled, .noMechanism, .needsOAuth, .cannotVerify: true
    case .temporary(let reply): reply.code != 421
    case .net, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable: false
    }
  }
}
