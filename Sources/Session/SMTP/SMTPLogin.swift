// AUTH (RFC 4954): PLAIN in one round trip, LOGIN where PLAIN is not offered. Only 235 is success.

import Vocabulary
import Wire

struct SMTPLogin {
  private let plan: SessionPlan
  private let channel: SMTPChannel
  private let dialogue: Dialogue
  private let pipelining: SMTPPipelining?

  init(_ plan: SessionPlan, _ channel: SMTPChannel, _ dialogue: Dialogue, _ pipelining: SMTPPipelining? = nil) {
    (self.plan, self.channel, self.dialogue, self.pipelining) = (plan, channel, dialogue, pipelining)
  }

  /// Attempts one login. Throws `.noMechanism` or `.needsOAuth` if the server offers no mechanism for a password; the
  /// secret is not used then.
  func run(_ extensions: SMTPExtensions) throws(SessionFailure) {
    let offer = LoginOffer(smtp: extensions)
    if offer.mechanisms.contains("PLAIN"), !plan.quirks.onlyLogin {
      dialogue.note { $0.mechanism = "PLAIN" }
      try plain()
    } else if offer.mechanisms.contains("LOGIN") {
      dialogue.note { $0.mechanism = "LOGIN" }
      try login()
    } else {
      throw dialogue.failure(offer.obstacle ?? .noMechanism(offered: offer.mechanisms))
    }
  }

  private func plain() throws(SessionFailure) {
    let response = SASL.plain(plan.credentials)
    let (command, carriesResponse) = SMTPCommand.authPlain(response)
    var answer: SMTPReply
    if carriesResponse, let pipelining {
      answer = try pipelining.exchange(command, on: channel)
    } else {
      answer = try channel.exchange(command)
    }
    if answer.code == 334, pipelining?.areSent != true {
      // Asked for although it was on the command line, or because it was too long for it: answered once.
      try single(answer)
      answer = try channel.exchange(.secret(response, name: "response"))
    } else if !carriesResponse {
      try refuseEarlySuccess(answer)
    }
    try finish(answer)
  }

  /// Challenges are not read; user name first, then the password, by the protocol and not by the prompt.
  private func login() throws(SessionFailure) {
    let answers = SASL.login(plan.credentials)
    var answer = try channel.exchange(SMTPCommand.authLogin)
    for response in [Outgoing(answers.username), .secret(answers.password, name: "password")] {
      try refuseEarlySuccess(answer)
      guard answer.code == 334 else { return try finish(answer) }
      try single(answer)
      answer = try channel.exchange(response)
    }
    try finish(answer)
  }

  /// A challenge has one line (RFC 4954 4).
  private func single(_ challenge: SMTPReply) throws(SessionFailure) {
    if challenge.lines.count != 1 { try cancel(challenge) }
  }

  private func refuseEarlySuccess(_ answer: SMTPReply) throws(SessionFailure) {
    if answer.code == 235 { throw dialogue.failure(.cannotVerify(.acceptedTooEarly)) }
  }

  private func finish(_ answer: SMTPReply) throws(SessionFailure) {
    switch answer.code {
    case 235: dialogue.acceptSecret()
    case 334: try cancel(answer)
    // "Already authenticated" to the first AUTH of a connection is no proof; any other 503 takes no login.
    case 503 where Self.isAlreadyIn(answer): throw dialogue.failure(.cannotVerify(.acceptedTooEarly))
    // 432, a password transition is needed (RFC 4954 4.7): trying later with the same password does not help.
    case 432: throw dialogue.failure(.refused(answer.serverReply))
    default: throw dialogue.failure(try channel.negative(answer) { .refused($0) })
    }
  }

  /// Whether the server says that somebody is signed in (RFC 4954 4: no second AUTH).
  private static func isAlreadyIn(_ answer: SMTPReply) -> Bool {
    let text = answer.serverReply.octets.text.lowercasedASCII
    return text.contains("already") && ["auth", "logged", "log in", "login", "signed"].contains(where: text.contains)
  }

  /// Ends the exchange with `*` and takes the challenge for what it is: one too many.
  private func cancel(_ challenge: SMTPReply) throws(SessionFailure) {
    try dialogue.send([SMTPCommand.cancel])
    throw dialogue.failure(.brokenReply(said: Visible(challenge.serverReply.octets)))
  }
}
