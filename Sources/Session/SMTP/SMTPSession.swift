// The SMTP submission dialogue (RFC 6409): greeting, EHLO, AUTH, MAIL FROM, RCPT TO the same address, RSET, QUIT. No message
// is ever sent.

import Vocabulary
import Wire

/// Proves that a login may send as the user's address.
final class SMTPSession {
  private let plan: SessionPlan
  private let dialogue: Dialogue
  private let channel: SMTPChannel

  init(_ plan: SessionPlan, _ dialogue: Dialogue) {
    self.plan = plan
    self.dialogue = dialogue
    channel = SMTPChannel(dialogue)
  }

  /// Runs the dialogue over the open connection. Returns only when the sender was accepted.
  func run() throws(SessionFailure) {
    let server = try SMTPOpening(channel, dialogue).run()
    let envelope = SMTPEnvelope(plan, channel, dialogue, pipelines: server.offersPipelining, isMessage: false)
    let pipelining = SMTPPipelining(envelope, server)
    try dialogue.stage(.login) { () throws(SessionFailure) in
      try SMTPLogin(plan, channel, dialogue, pipelining).run(server.extensions)
    }
    try dialogue.stage(.sender) { () throws(SessionFailure) in
      let answer = RecipientAnswer(try envelope.ask(areAsked: pipelining.areSent))
      dialogue.note { $0.recipient = answer }
    }
    // RSET takes the envelope back. Without PIPELINING (RFC 2920) QUIT alone has to do, which does the same.
    dialogue.farewell(server.offersPipelining ? [SMTPCommand.rset, SMTPCommand.quit] : [SMTPCommand.quit])
  }

  /// QUIT is written and not waited for.
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
