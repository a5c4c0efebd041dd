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
    let extensions = try SMTPOpening(channel, dialogue).run()
    let pipelines = extensions.offers("PIPELINING")
    let envelope = SMTPEnvelope(plan, channel, dialogue, pipelines: pipelines, isMessage: false)
    let areAsked = try dialogue.stage(.login) { () throws(SessionFailure) in
      try SMTPLogin(plan, channel, dialogue).run(extensions, followedBy: pipelines && mayAskEarly ? envelope.questions : [])
    }
    try dialogue.stage(.sender) { () throws(SessionFailure) in
      let answer = RecipientAnswer(try envelope.ask(areAsked: areAsked))
      dialogue.note { $0.recipient = answer }
    }
    // RSET takes the envelope back. Without PIPELINING (RFC 2920) QUIT alone has to do, which does the same.
    dialogue.farewell(pipelines ? [SMTPCommand.rset, SMTPCommand.quit] : [SMTPCommand.quit])
  }

  /// QUIT is written and not waited for.
  func goodbye() { dialogue.farewell([SMTPCommand.quit]) }

  /// Whether the envelope may go out with AUTH, which spares a round trip.
  ///
  /// All of it is for a server whose certificate was checked, and an answer is read for each. A refused login leaves the rest
  /// without a meaning, QUIT takes back what was accepted. But a command of an extension ends its group unless its own
  /// specification says otherwise (RFC 2920 3.1), and RFC 4954 says nothing: only a server is asked that way that is known
  /// to read on behind AUTH. Postfix is (its table of commands, smtpd.c, does not count AUTH among the last of a group),
  /// and it is where the round trip is needed: its greeting waits until the client has acknowledged the session ticket.
  private var mayAskEarly: Bool { dialogue.facts.isPostfix }
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
