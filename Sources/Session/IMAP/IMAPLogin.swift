// One login at an IMAP server.

import Vocabulary
import Wire

/// The login of one session.
struct IMAPLogin {
  private let credentials: Credentials
  private let channel: IMAPChannel
  private let dialogue: Dialogue

  init(_ credentials: Credentials, _ channel: IMAPChannel, _ dialogue: Dialogue) {
    self.credentials = credentials
    self.channel = channel
    self.dialogue = dialogue
  }

  /// Attempts a login and returns the tagged reply. BAD to a command that the server claims to know says nothing about
  /// the secret. One other form is then tried on the same connection, never a third. `offered` are the server's
  /// capabilities.
  func run(_ method: IMAPLoginMethod, offered: [String]?) throws(SessionFailure) -> IMAPStatus {
    let answer = try attempt(method, offered)
    guard answer.condition == .bad, let other = method.alternative(LoginOffer(imap: offered)) else { return answer }
    dialogue.note { $0.mechanism = other.name }
    return try attempt(other, offered)
  }

  private func attempt(_ method: IMAPLoginMethod, _ offered: [String]?) throws(SessionFailure) -> IMAPStatus {
    switch method {
    case .authenticate(let name, let atOnce):
      guard let mechanism = name.mechanism(for: credentials) else { throw dialogue.failure(.noMechanism(offered: [name.rawValue])) }
      return try MechanismExchange(profile: IMAPProfile(channel, dialogue, takesInitialResponse: atOnce)).run(mechanism)
    case .login:
      // RFC 7888: LITERAL- allows up to 4,096 octets. No secret is that long.
      return try logIn(literalPlus: offered?.contains { $0 == "LITERAL+" || $0 == "LITERAL-" } == true)
    }
  }

  private func logIn(literalPlus: Bool) throws(SessionFailure) -> IMAPStatus {
    let command = IMAPCommand.login(username: credentials.username, password: credentials.secret, literalPlus: literalPlus)
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

  func carries(_ initialResponse: SASLMessage, of mechanism: SASLMechanismName) -> Bool { takesInitialResponse }

  func begin(_ mechanism: SASLMechanismName, _ initialResponse: SASLMessage?) throws(SessionFailure) -> SASLReply<IMAPStatus> {
    tag = channel.queue(IMAPCommand.authenticate(mechanism, initialResponse))
    return try reply()
  }

  func respond(_ response: Outgoing) throws(SessionFailure) -> SASLReply<IMAPStatus> {
    channel.queueContinuation(response)
    return try reply()
  }

  func cancel(_ challenge: SASLChallenge) throws(SessionFailure) -> Never {
    channel.queueContinuation(SMTPCommand.cancel)
    try channel.flush()
    throw dialogue.failure(.brokenReply(said: Visible(challenge.text)))
  }

  private func reply() throws(SessionFailure) -> SASLReply<IMAPStatus> {
    try channel.flush()
    switch try channel.reply(to: tag) {
    case .continuation(let text): return .challenge(SASLChallenge(text))
    case .status(let status): return status.condition == .ok ? .accepted(status) : .refused(status)
    }
  }
}
