// Asks whether the user's own address may be the sender: MAIL FROM, and RCPT TO with the same address.

import Vocabulary
import Wire

/// The envelope of one session. Some servers refuse a foreign sender at MAIL FROM. Postfix by default
/// (`smtpd_delay_reject`) refuses it at RCPT TO. Neither sends a message, because there is no DATA.
struct SMTPEnvelope {
  private let plan: SessionPlan
  private let channel: SMTPChannel
  private let dialogue: Dialogue
  /// Whether both commands may be sent in one flight (RFC 2920).
  private let pipelines: Bool
  private let mail: Outgoing
  /// `nil` if the server counts RCPT TO as a message.
  private let recipient: Outgoing?

  /// The result for the recipient.
  enum Answer {
    case accepted
    /// A 4yz or 5yz that is not about the sender.
    case refused(SMTPReply, RecipientMeaning)
    case notAsked
  }

  /// `isMessage`: a message follows, so RCPT TO is always sent.
  init(_ plan: SessionPlan, _ channel: SMTPChannel, _ dialogue: Dialogue, pipelines: Bool, isMessage: Bool) {
    (self.plan, self.channel, self.dialogue, self.pipelines) = (plan, channel, dialogue, pipelines)
    mail = SMTPCommand.mailFrom(plan.sender, isMessage: isMessage)
    recipient = plan.quirks.skipsRecipient && !isMessage ? nil : SMTPCommand.rcptTo(plan.sender)
  }

  /// The commands in their order.
  var questions: [Outgoing] { [mail] + rest }

  private var rest: [Outgoing] { recipient.map { [$0] } ?? [] }

  /// Sends the commands, unless `areAsked`, and reads the replies. Throws if the sender is refused. 250 is an acceptance, for
  /// RCPT also 251 (RFC 5321, section 4.3.2).
  func ask(areAsked: Bool) throws(SessionFailure) -> Answer {
    let together = areAsked || pipelines
    let sender = areAsked ? try channel.nextReply() : try channel.exchange(mail, followedBy: together ? rest : [])
    // The reply to a following RCPT says nothing more: there is no MAIL that it could belong to.
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
