// One probe session with one server, on the calling thread.

import Net
import Posix
import Vocabulary
import Wire

/// The part of a probe that belongs to one server.
package struct ServerProbe {
  private let transport: any Transport
  private let timing: TimeLimits
  private let deadline: Deadline
  private let trace: Trace?

  package init(_ transport: any Transport, timing: TimeLimits, until deadline: Deadline, trace: Trace?) {
    (self.transport, self.timing, self.deadline, self.trace) = (transport, timing, deadline, trace)
  }

  /// Holds the session with `target` and returns its result, which contains the failure if there was one.
  package func run(_ target: ProbeTarget) -> ProbedServer {
    let dialogue = Dialogue(
      target.mailProtocol, target.endpoint, account: nil, timing: timing, until: deadline, trace: trace
    ) { _ in }
    var offer: LoginOffer?
    do throws(SessionFailure) {
      try dialogue.open(transport)
      offer = try ask(dialogue)
    } catch {
      dialogue.note { $0.failure = error }
    }
    dialogue.close()
    return ProbedServer(dialogue.report, offer)
  }

  /// Learns what the server offers and sends a goodbye. A server that breaks the protocol receives nothing more.
  private func ask(_ dialogue: Dialogue) throws(SessionFailure) -> LoginOffer {
    let offer: LoginOffer
    let goodbye: () -> Void
    switch dialogue.mailProtocol {
    case .imap:
      let channel = IMAPChannel(dialogue)
      goodbye = { dialogue.farewell([channel.tagged(IMAPCommand.logout).line]) }
      offer = try dialogue.withGoodbye(goodbye) { () throws(SessionFailure) in
        try IMAPOpening(channel, dialogue).run()
        return LoginOffer(imap: channel.capabilities, dialogue.channelBinding)
      }
    case .smtp:
      goodbye = { dialogue.farewell([SMTPCommand.quit]) }
      offer = try dialogue.withGoodbye(goodbye) { () throws(SessionFailure) in
        LoginOffer(smtp: try SMTPOpening(SMTPChannel(dialogue), dialogue).run().extensions, dialogue.channelBinding)
      }
    }
    goodbye()
    return offer
  }
}
