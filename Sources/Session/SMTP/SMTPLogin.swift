// One login at an SMTP server: AUTH (RFC 4954).

import Vocabulary
import Wire

/// The login of one session.
struct SMTPLogin {
  private let plan: SessionPlan
  private let channel: SMTPChannel
  private let dialogue: Dialogue
  private let pipelining: SMTPPipelining?

  init(_ plan: SessionPlan, _ channel: SMTPChannel, _ dialogue: Dialogue, _ pipelining: SMTPPipelining? = nil) {
    (self.plan, self.channel, self.dialogue, self.pipelining) = (plan, channel, dialogue, pipelining)
  }

  /// Attempts one login. Returns only if the server accepted it. PLAIN takes one round trip; LOGIN is for servers without
  /// PLAIN. Throws `.needsOAuth`, `.takesNoToken`, `.takesNoUTF8` or `.noMechanism` if the server offers no mechanism
  /// for the authenticator and the user name; the secret is not used then.
  func run(_ extensions: SMTPExtensions) throws(SessionFailure) {
    let whole = LoginOffer(smtp: extensions, dialogue.channelBinding)
    let offer = whole.carrying(plan.credentials.username)
    let kind = plan.credentials.kind
    guard let name = plan.onlyLogin ? Self.onlyLogin(offer) : offer.mechanism(for: kind),
      var mechanism = name.mechanism(SASLContext(plan, dialogue.channelBinding))
    else {
      throw dialogue.failure(whole.obstacle(for: kind, carryingOnly: offer) ?? .noMechanism(offered: whole.mechanisms))
    }
    dialogue.note { $0.mechanism = name.rawValue }
    let answer = try MechanismExchange(profile: SMTPProfile(channel, dialogue, pipelining)).run(&mechanism)
    func refusal(_ reply: ServerReply) -> SessionFailure.Cause { .refused(reply).ofToken(kind, mechanism.tokenStatus) }
    switch answer.code {
    case 235: dialogue.acceptSecret()
    // "Already authenticated" in reply to the first AUTH of a connection proves nothing. Any other 503 accepts no login.
    case 503 where Self.isAlreadyIn(answer): throw dialogue.failure(.cannotVerify(.acceptedTooEarly))
    // RFC 4954, section 4.7: 432 requires a password transition. The same password will not work later.
    case 432: throw dialogue.failure(refusal(answer.serverReply))
    default: throw dialogue.failure(try channel.negative(answer, permanent: refusal))
    }
  }

  private static func onlyLogin(_ offer: LoginOffer) -> SASLMechanismName? { offer.offers(.login) ? .login : nil }

  /// Returns whether the server says that a user is logged in (RFC 4954, section 4: no second AUTH).
  private static func isAlreadyIn(_ answer: SMTPReply) -> Bool {
    let text = answer.serverReply.octets.text.lowercasedASCII
    return text.contains("already") && ["auth", "logged", "log in", "login", "signed"].contains(where: text.contains)
  }
}

/// SASL in SMTP (RFC 4954, section 4). Only 235 is success.
private struct SMTPProfile: SASLProfile {
  let dialogue: Dialogue
  private let channel: SMTPChannel
  private let pipelining: SMTPPipelining?

  init(_ channel: SMTPChannel, _ dialogue: Dialogue, _ pipelining: SMTPPipelining?) {
    (self.channel, self.dialogue, self.pipelining) = (channel, dialogue, pipelining)
  }

  /// A token is never sent on the command line: servers cut the line, and then report invalid base64 or a wrong password.
  func carries(_ initialResponse: SASLMessage, of mechanism: SASLMechanismName) -> Bool {
    mechanism.kind != .accessToken && SMTPCommand.auth(mechanism, initialResponse) != nil
  }

  func begin(_ mechanism: SASLMechanismName, _ initialResponse: SASLMessage?) throws(SessionFailure) -> SASLReply<SMTPReply> {
    guard let command = SMTPCommand.auth(mechanism, initialResponse) else { preconditionFailure("carries() says what fits") }
    guard mechanism == .plain, initialResponse != nil, let pipelining else { return try reply(channel.exchange(command)) }
    let answer = try reply(pipelining.exchange(command, on: channel))
    // The server would read the next command as the response.
    if case .challenge(let challenge) = answer, pipelining.areSent { throw try cancel(for: .brokenReply(said: Visible(challenge.text))) }
    return answer
  }

  func respond(_ response: Outgoing) throws(SessionFailure) -> SASLReply<SMTPReply> { try reply(channel.exchange(response)) }

  func cancel(for cause: SessionFailure.Cause) throws(SessionFailure) -> SessionFailure {
    try dialogue.send([SMTPCommand.cancel])
    return dialogue.failure(cause)
  }

  private func reply(_ answer: SMTPReply) throws(SessionFailure) -> SASLReply<SMTPReply> {
    switch answer.code {
    case 235: return .accepted(answer)
    case 334:
      let challenge = SASLChallenge(answer.serverReply.octets)
      // A challenge has one line (RFC 4954, section 4).
      if answer.lines.count != 1 { throw try cancel(for: .brokenReply(said: Visible(challenge.text))) }
      return .challenge(challenge)
    default: return .refused(answer)
    }
  }
}
