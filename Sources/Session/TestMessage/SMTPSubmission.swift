// The submission of one test message (RFC 6409): greeting, EHLO, AUTH, MAIL FROM, RCPT TO with the sender only, DATA, QUIT.

import Vocabulary
import Wire

/// Whether the server has the message.
package enum Submission: String, Sendable {
  /// The server does not have the message.
  case notSent
  /// The message was sent, and the reply is missing.
  case unknown
  case accepted
}

/// The SMTP session of one delivery test.
final class SMTPSubmission {
  private let plan: SessionPlan
  private let dialogue: Dialogue
  private let channel: SMTPChannel
  private(set) var submission = Submission.notSent

  init(_ plan: SessionPlan, _ dialogue: Dialogue) {
    self.plan = plan
    self.dialogue = dialogue
    channel = SMTPChannel(dialogue)
  }

  /// Runs the session over the open connection. Returns only if the server accepted the message.
  func run(_ message: TestMessage) throws(SessionFailure) {
    let server = try SMTPOpening(channel, dialogue).run(for: plan.sender)
    try dialogue.stage(.login) { () throws(SessionFailure) in try SMTPLogin(plan, channel, dialogue).run(server.extensions) }
    let envelope = SMTPEnvelope(plan, channel, dialogue, pipelines: server.offersPipelining, isMessage: true)
    let answer = try dialogue.stage(.sender) { () throws(SessionFailure) in try envelope.ask(areAsked: false) }
    try dialogue.stage(.message) { () throws(SessionFailure) in
      // The sender is the only recipient. If the mailbox accepts no mail, the test ends here.
      if case .refused(let reply, _) = answer { throw dialogue.failure(try channel.negative(reply) { .refused($0) }) }
      try submit(message)
    }
    goodbye()
  }

  /// Sends QUIT without waiting for the reply. Before the end of DATA it discards the message.
  func goodbye() { dialogue.farewell([SMTPCommand.quit]) }

  private func submit(_ message: TestMessage) throws(SessionFailure) {
    let go = try channel.exchange(SMTPCommand.data)
    guard go.code == 354 else { throw dialogue.failure(try channel.negative(go) { .refused($0) }) }
    try channel.refuseUnasked()
    submission = .unknown
    try dialogue.send(message.data)
    dialogue.beginReply()
    let answer = try channel.reply(startingWith: try dialogue.line())
    // RFC 5321, section 4.2.5: after 4yz or 5yz the server is not responsible for the message.
    submission = answer.code == 250 ? .accepted : answer.severity >= 4 ? .notSent : .unknown
    guard submission == .accepted else { throw dialogue.failure(try channel.negative(answer) { .refused($0) }) }
  }
}
