// Whether the own address may be the sender: MAIL FROM, and RCPT TO the same address.

import Vocabulary
import Wire

/// Some servers refuse a foreign sender at MAIL FROM, Postfix as shipped (`smtpd_delay_reject`) only at RCPT TO. Neither sends
/// anything: without DATA there is no message.
struct SMTPEnvelope {
  private let plan: SessionPlan
  private let channel: SMTPChannel
  private let dialogue: Dialogue
  /// Whether both may leave in one flight (RFC 2920).
  private let pipelines: Bool
  private let mail: Outgoing
  /// nil where the server is known to count it.
  private let recipient: Outgoing?

  /// What the questions of one envelope came to.
  enum Answer {
    case accepted
    /// Every 4yz or 5yz that does not count against the sender.
    case refused(SMTPReply, RecipientMeaning)
    case notAsked
  }

  /// A message needs its recipient: `isMessage` asks in any case.
  init(_ plan: SessionPlan, _ channel: SMTPChannel, _ dialogue: Dialogue, pipelines: Bool, isMessage: Bool) {
    (self.plan, self.channel, self.dialogue, self.pipelines) = (plan, channel, dialogue, pipelines)
    mail = SMTPCommand.mailFrom(plan.sender)
    recipient = plan.quirks.skipsRecipient && !isMessage ? nil : SMTPCommand.rcptTo(plan.sender)
  }

  /// The questions in their order.
  var questions: [Outgoing] { [mail] + rest }

  private var rest: [Outgoing] { recipient.map { [$0] } ?? [] }

  /// Asks, unless `areAsked`, and reads the answers. Throws where the sender is refused. Only 250 is a yes, to RCPT 251 as well
  /// (RFC 5321 4.3.2).
  func ask(areAsked: Bool) throws(SessionFailure) -> Answer {
    let together = areAsked || pipelines
    let sender = areAsked ? try channel.nextReply() : try channel.exchange(mail, followedBy: together ? rest : [])
    // What answers a RCPT behind it says nothing more: it has no MAIL to belong to.
    guard sender.code == 250 else { throw dialogue.failure(try channel.negative(sender) { .refused($0) }) }
    guard let recipient else { return .notAsked }
    let reply = together ? try channel.nextReply() : try channel.exchange(recipient)
    switch reply.severity {
    case 2 where reply.code == 250 || reply.code == 251: return .accepted
    case 4, 5:
      let meaning = plan.recipientMeaning(reply.serverReply)
      if meaning == .sender { throw dialogue.failure(try channel.negative(reply) { .refused($0) }) }
      return .refused(reply, meaning)
    default: throw dialogue.failure(try channel.negative(reply) { .refused($0) })
    }
  }
}
