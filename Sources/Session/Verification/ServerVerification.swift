// One verification session with one server, from look-up to goodbye, on the calling thread.

import Net
import Posix
import Vocabulary
import Wire

/// The part of a verification that belongs to one server.
package struct ServerVerification {
  private let transport: any Transport
  private let timing: TimeLimits
  private let deadline: Deadline
  private let watch: SecretWatch
  private let trace: Trace?
  /// The version of this program, for ID.
  private let version: String
  private let observe: @Sendable (Progress) -> Void

  package init(
    _ transport: any Transport, timing: TimeLimits, until deadline: Deadline, _ watch: SecretWatch, trace: Trace?, version: String,
    observe: @escaping @Sendable (Progress) -> Void
  ) {
    (self.transport, self.timing, self.deadline, self.watch) = (transport, timing, deadline, watch)
    (self.trace, self.version, self.observe) = (trace, version, observe)
  }

  /// Holds the session of `plan` and returns its report, which contains the failure if there was one.
  package func run(_ plan: SessionPlan) -> SessionReport {
    let dialogue = Dialogue(
      plan.mailProtocol, plan.endpoint, account: (plan.credentials, watch), timing: timing, until: deadline, trace: trace, observe: observe)
    do throws(SessionFailure) {
      try dialogue.open(transport)
      try talk(plan, dialogue)
    } catch {
      dialogue.note { $0.failure = error }
    }
    dialogue.close()
    dialogue.note { $0.complete(SessionReport.course(plan.mailProtocol)) }
    return dialogue.report
  }

  /// A server that refuses receives a goodbye. A server that breaks the protocol receives nothing more.
  private func talk(_ plan: SessionPlan, _ dialogue: Dialogue) throws(SessionFailure) {
    switch plan.mailProtocol {
    case .imap:
      let session = IMAPSession(plan, dialogue, version: version)
      try dialogue.withGoodbye(session.goodbye) { () throws(SessionFailure) in try session.run() }
    case .smtp:
      let session = SMTPSession(plan, dialogue)
      try dialogue.withGoodbye(session.goodbye) { () throws(SessionFailure) in try session.run() }
    }
  }
}

extension SessionFailure {
  /// Whether no connection was established. Another port of the same service may then be tried: nothing was sent yet.
  var isUnreachable: Bool {
    switch outcome {
    case .refused, .unreachable, .connectTimeout: stage == .connect
    case .noSuchHost, .dnsFailed, .closedEarly, .timedOut, .interrupted, .notTLS, .tlsTooOld, .tlsFailed, .truncated,
      .certificateWrongName, .certificateExpired, .certificateNotYetValid, .certificateUntrusted, .certificateSelfSigned,
      .certificateWeak, .certificateWrongPurpose, .noTrustStore, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol,
      .brokenReply, .tooMuch, .serverUnavailable, .temporary, .loginDisabled, .noMechanism, .noUTF8, .needsOAuth, .cannotVerify,
      .system:
      false
    }
  }

  /// Whether the server still expects a command.
  var leavesDialogueInStep: Bool {
    switch cause {
    case .refused, .tokenRefused, .loginDisabled, .noMechanism, .needsOAuth, .takesNoToken, .takesNoUTF8, .cannotVerify: true
    case .temporary(let reply): reply.code != 421
    case .net, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable: false
    }
  }
}
