// The SMTP submission session (RFC 6409): greeting, EHLO, AUTH, MAIL FROM, RCPT TO with the same address, RSET, QUIT. It
// never sends a message.

import Vocabulary
import Wire

/// Proves that a login may send with the user's address as the sender.
final class SMTPSession {
  private let plan: SessionPlan
  private let dialogue: Dialogue
  private let channel: SMTPChannel

  init(_ plan: SessionPlan, _ dialogue: Dialogue) {
    self.plan = plan
    self.dialogue = dialogue
    channel = SMTPChannel(dialogue)
  }

  /// Runs the session over the open connection. Returns only if the sender was accepted.
  func run() throws(SessionFailure) {
    let server = try SMTPOpening(channel, dialogue).run(for: plan.sender)
    let envelope = SMTPEnvelope(plan, channel, dialogue, pipelines: server.offersPipelining, isMessage: false)
    let pipelining = SMTPPipelining(envelope, server)
    try dialogue.stage(.login) { () throws(SessionFailure) in
      try SMTPLogin(plan, channel, dialogue, pipelining).run(server.extensions)
    }
    try dialogue.stage(.sender) { () throws(SessionFailure) in
      let answer = RecipientAnswer(try envelope.ask(areAsked: pipelining.areSent))
      dialogue.note { $0.recipient = answer }
    }
    // RSET discards the envelope. Without PIPELINING (RFC 2920) only QUIT is sent, which also discards it.
    dialogue.farewell(server.offersPipelining ? [SMTPCommand.rset, SMTPCommand.quit] : [SMTPCommand.quit])
  }

  /// Sends QUIT without waiting for the reply.
  func goodbye() { dialogue.farewell([SMTPCommand.quit]) }
}

extension RecipientAnswer {
  fileprivate init(_ answer: SMTPEnvelope.Answer) {
    switch answer {
    case .accepted: self = .accepted
    case .notAsked: self = .notAsked
    case .refused(let reply, .mailbox): self = .mailbox(reply.serverReply)
    case .refused(let reply, .open), .refused(let reply, .sender): self = .undecided(reply.serverReply)
    }
  }
}
