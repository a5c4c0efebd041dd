// The submission of one test message (RFC 6409): greeting, EHLO, AUTH, MAIL FROM, RCPT TO the sender alone, DATA, QUIT.

import Vocabulary
import Wire

/// How far a message got at the server that was to take it.
package enum Submission: String, Sendable {
  /// The server does not have it.
  case notSent
  /// It was written, and the server's word on it did not come.
  case unknown
  case accepted
}

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

  /// Runs the dialogue over the open connection. Returns only when the server has taken the message.
  func run(_ message: TestMessage) throws(SessionFailure) {
    let server = try SMTPOpening(channel, dialogue).run()
    try dialogue.stage(.login) { () throws(SessionFailure) in try SMTPLogin(plan, channel, dialogue).run(server.extensions) }
    let envelope = SMTPEnvelope(plan, channel, dialogue, pipelines: server.offersPipelining, isMessage: true)
    let answer = try dialogue.stage(.sender) { () throws(SessionFailure) in try envelope.ask(areAsked: false) }
    try dialogue.stage(.message) { () throws(SessionFailure) in
      // The sender is the only one who is written to: a mailbox that takes no mail is where it ends.
      if case .refused(let reply, _) = answer { throw dialogue.failure(try channel.negative(reply) { .refused($0) }) }
      try submit(message)
    }
    goodbye()
  }

  /// QUIT is written and not waited for; before the end of DATA it takes everything back.
  func goodbye() { dialogue.farewell([SMTPCommand.quit]) }

  private func submit(_ message: TestMessage) throws(SessionFailure) {
    let go = try channel.exchange(SMTPCommand.data)
    guard go.code == 354 else { throw dialogue.failure(try channel.negative(go) { .refused($0) }) }
    try channel.refuseUnasked()
    submission = .unknown
    try dialogue.send(message.data)
    dialogue.beginReply()
    let answer = try channel.reply(startingWith: try dialogue.line())
    // RFC 5321 4.2.5: after a 4yz or 5yz the message is the client's again.
    submission = answer.code == 250 ? .accepted : answer.severity >= 4 ? .notSent : .unknown
    guard submission == .accepted else { throw dialogue.failure(try channel.negative(answer) { .refused($0) }) }
  }
}
