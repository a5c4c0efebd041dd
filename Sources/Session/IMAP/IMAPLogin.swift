// One login at an IMAP server.

import Vocabulary
import Wire

/// The login of one session.
struct IMAPLogin {
  private let plan: SessionPlan
  private let channel: IMAPChannel
  private let dialogue: Dialogue

  init(_ plan: SessionPlan, _ channel: IMAPChannel, _ dialogue: Dialogue) {
    self.plan = plan
    self.channel = channel
    self.dialogue = dialogue
  }

  /// Attempts a login and returns the tagged OK. BAD to a command that the server claims to know says nothing about the
  /// secret. One other form is then tried on the same connection, never a third. `offered` are the server's
  /// capabilities. Throws if the server refuses the login.
  func run(_ method: IMAPLoginMethod, offered: [String]?) throws(SessionFailure) -> IMAPStatus {
    let offer = LoginOffer(imap: offered, dialogue.channelBinding).carrying(plan.credentials.username)
    var (answer, token) = try attempt(method, offered)
    if answer.condition == .bad, let other = method.alternative(offer) {
      dialogue.note { $0.mechanism = other.name }
      (answer, token) = try attempt(other, offered)
    }
    if answer.condition == .ok { return answer }
    throw dialogue.failure(answer.refusal.ofToken(plan.credentials.kind, token))
  }

  private func attempt(_ method: IMAPLoginMethod, _ offered: [String]?) throws(SessionFailure) -> (IMAPStatus, TokenStatus?) {
    switch method {
    case .authenticate(let name, let atOnce):
      guard var mechanism = name.mechanism(SASLContext(plan, dialogue.channelBinding)) else {
        throw dialogue.failure(.noMechanism(offered: [name.rawValue]))
      }
      let profile = IMAPProfile(channel, dialogue, takesInitialResponse: atOnce)
      return (try MechanismExchange(profile: profile).run(&mechanism), mechanism.tokenStatus)
    case .login:
      // RFC 7888: LITERAL- allows up to 4,096 octets. No password is that long.
      return (try logIn(literalPlus: offered?.contains { $0 == "LITERAL+" || $0 == "LITERAL-" } == true), nil)
    }
  }

  private func logIn(literalPlus: Bool) throws(SessionFailure) -> IMAPStatus {
    let command = IMAPCommand.login(username: plan.credentials.username, password: plan.credentials.secret, literalPlus: literalPlus)
    var tag: String?
    func queue(_ line: Outgoing) -> String {
      guard let tag else { return channel.queue(line) }
      channel.queueContinuation(line)
      return tag
    }
    for part in command {
      switch part {
      case .ready(let line): tag = queue(line)
      case .awaitingContinuation(let line):
        let asked = queue(line)
        tag = asked
        try channel.flush()
        switch try channel.reply(to: asked) {
        case .continuation: continue
        case .status(let status):
          // An acceptance before the secret was sent proves nothing. A refusal is a refusal.
          if status.condition == .ok { throw dialogue.failure(.cannotVerify(.acceptedTooEarly)) }
          return status
        }
      }
    }
    guard let tag else { preconditionFailure("a LOGIN command has parts") }
    try channel.flush()
    return try channel.answer(to: tag)
  }
}

/// SASL in IMAP: AUTHENTICATE and continuations (RFC 9051, section 6.2.2).
private final class IMAPProfile: SASLProfile {
  let dialogue: Dialogue
  private let channel: IMAPChannel
  private let takesInitialResponse: Bool
  /// The tag of AUTHENTICATE.
  private var tag = ""

  init(_ channel: IMAPChannel, _ dialogue: Dialogue, takesInitialResponse: Bool) {
    (self.channel, self.dialogue, self.takesInitialResponse) = (channel, dialogue, takesInitialResponse)
  }

  /// The maximum length of a command with an initial response. Dovecot disconnects without a reply if it is longer.
  private static let limit = 8_192

  func carries(_ initialResponse: SASLMessage, of mechanism: SASLMechanismName) -> Bool {
    // The tag and its space have at most six octets.
    takesInitialResponse && IMAPCommand.authenticate(mechanism, initialResponse).count + 6 + 2 <= Self.limit
  }

  func begin(_ mechanism: SASLMechanismName, _ initialResponse: SASLMessage?) throws(SessionFailure) -> SASLReply<IMAPStatus> {
    tag = channel.queue(IMAPCommand.authenticate(mechanism, initialResponse))
    return try reply()
  }

  func respond(_ response: Outgoing) throws(SessionFailure) -> SASLReply<IMAPStatus> {
    channel.queueContinuation(response)
    return try reply()
  }

  func cancel(for cause: SessionFailure.Cause) throws(SessionFailure) -> SessionFailure {
    channel.queueContinuation(SMTPCommand.cancel)
    try channel.flush()
    return dialogue.failure(cause)
  }

  private func reply() throws(SessionFailure) -> SASLReply<IMAPStatus> {
    try channel.flush()
    switch try channel.reply(to: tag) {
    case .continuation(let text): return .challenge(SASLChallenge(text))
    case .status(let status): return status.condition == .ok ? .accepted(status) : .refused(status)
    }
  }
}
