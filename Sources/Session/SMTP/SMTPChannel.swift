// SMTP commands and their replies, strictly in turn.

import Vocabulary
import Wire

/// The commands of one session.
final class SMTPChannel {
  private let dialogue: Dialogue

  init(_ dialogue: Dialogue) { self.dialogue = dialogue }

  /// Sends one command, and `next` in the same flight, and returns the reply to the first. `nextReply` returns the others.
  func exchange(_ command: Outgoing, followedBy next: [Outgoing] = []) throws(SessionFailure) -> SMTPReply {
    try refuseUnasked()
    try dialogue.send([command] + next)
    return try nextReply()
  }

  /// Waits for the reply to the oldest command without one.
  func nextReply() throws(SessionFailure) -> SMTPReply {
    dialogue.beginReply()
    return try reply(startingWith: try dialogue.line())
  }

  /// Throws if the server has sent something unasked: a 421 (RFC 5321, section 3.8), or an attack.
  func refuseUnasked() throws(SessionFailure) {
    for line in try dialogue.unaskedLines() {
      guard let parsed = SMTPReply.Line(line), parsed.code == 421 else { throw dialogue.failure(.tampered(.unaskedReply)) }
      throw dialogue.failure(.temporary(dialogue.kept(SMTPReply(code: 421, lines: [parsed.text]).serverReply)))
    }
    guard !dialogue.holdsPartialLine else { throw dialogue.failure(.tampered(.unaskedReply)) }
  }

  /// Reads the rest of a reply whose first line is `first`. All lines must have the same code (RFC 5321, section 4.2.1).
  func reply(startingWith first: [UInt8]) throws(SessionFailure) -> SMTPReply {
    var texts: [[UInt8]] = []
    var code: Int?
    var line = first
    while true {
      guard let parsed = SMTPReply.Line(line), code == nil || code == parsed.code else {
        throw dialogue.broken(line)
      }
      code = parsed.code
      texts.append(parsed.text)
      if parsed.isLast { return SMTPReply(code: parsed.code, lines: texts) }
      guard texts.count < WireLimits.linesPerReply else { throw dialogue.failure(.tooMuch(.lines)) }
      line = try dialogue.line()
    }
  }

  /// Returns the cause of a reply that is not the expected one. 4yz is temporary, 5yz is `permanent`. Any other reply is not
  /// allowed here.
  func negative(
    _ reply: SMTPReply, permanent: (ServerReply) -> SessionFailure.Cause
  ) throws(SessionFailure) -> SessionFailure.Cause {
    let kept = dialogue.kept(reply.serverReply)
    switch reply.severity {
    case 4: return .temporary(kept)
    case 5: return permanent(kept)
    default: return .brokenReply(said: Visible("\(reply.code)"))
    }
  }
}
