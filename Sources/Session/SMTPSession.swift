// The SMTP submission dialogue (RFC 6409): greeting, EHLO, AUTH, MAIL FROM, RSET, QUIT. No message is ever sent.

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
    let question = SMTPCommand.mailFrom(plan.sender)
    let isAsked = try dialogue.stage(.login) { () throws(SessionFailure) in
      try SMTPLogin(plan, channel, dialogue).run(extensions, followedBy: mayAskEarly(extensions) ? question : nil)
    }
    try dialogue.stage(.sender) { () throws(SessionFailure) in
      // Some providers refuse a foreign sender only here, after a successful login.
      let answer = isAsked ? try channel.nextReply() : try channel.exchange(question)
      guard answer.severity == 2 else { throw dialogue.failure(try channel.negative(answer) { .refused($0) }) }
    }
    // RSET takes the sender back. Without PIPELINING (RFC 2920) QUIT alone has to do, which does the same.
    dialogue.farewell(extensions.offers("PIPELINING") ? [SMTPCommand.rset, SMTPCommand.quit] : [SMTPCommand.quit])
  }

  /// QUIT is written and not waited for.
  func goodbye() { dialogue.farewell([SMTPCommand.quit]) }

  /// Whether MAIL FROM may go out with AUTH, which spares a round trip.
  ///
  /// Both are for a server whose certificate was checked, and an answer is read for each. A refused login leaves MAIL FROM
  /// without a meaning, QUIT takes back an accepted one. But a command of an extension ends its group unless its own
  /// specification says otherwise (RFC 2920 3.1), and RFC 4954 says nothing: only a server is asked that way that is known
  /// to read on behind AUTH. Postfix is (its table of commands, smtpd.c, does not count AUTH among the last of a group),
  /// and it is where the round trip is needed: its greeting waits until the client has acknowledged the session ticket.
  private func mayAskEarly(_ extensions: SMTPExtensions) -> Bool {
    extensions.offers("PIPELINING") && dialogue.report.isPostfix
  }
}
