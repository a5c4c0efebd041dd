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
    try dialogue.stage(.login) { () throws(SessionFailure) in try SMTPLogin(plan, channel, dialogue).run(extensions) }
    try dialogue.stage(.sender) { () throws(SessionFailure) in try askForSender() }
    // RSET takes the sender back. Without PIPELINING (RFC 2920) QUIT alone has to do, which does the same.
    dialogue.farewell(extensions.offers("PIPELINING") ? [SMTPCommand.rset, SMTPCommand.quit] : [SMTPCommand.quit])
  }

  /// QUIT is written and not waited for.
  func goodbye() { dialogue.farewell([SMTPCommand.quit]) }

  /// Some providers refuse a foreign sender only here, after a successful login.
  private func askForSender() throws(SessionFailure) {
    let answer = try channel.exchange(SMTPCommand.mailFrom(plan.sender))
    guard answer.severity == 2 else { throw dialogue.failure(try channel.negative(answer) { .refused($0) }) }
  }
}
