// One login: the command, what the server asks for, its answer. The secret leaves once.

import Vocabulary
import Wire

struct IMAPLogin {
  private let credentials: Credentials
  private let channel: IMAPChannel
  private let dialogue: Dialogue

  init(_ credentials: Credentials, _ channel: IMAPChannel, _ dialogue: Dialogue) {
    self.credentials = credentials
    self.channel = channel
    self.dialogue = dialogue
  }

  /// Gives the tagged answer. BAD to a command the server claims to know is no verdict on the secret: then one other
  /// form is tried on the same connection, never a third.
  func run(_ mechanism: IMAPMechanism, offered: [String]?) throws(SessionFailure) -> IMAPStatus {
    let answer = try attempt(mechanism, offered)
    guard answer.condition == .bad, let other = alternative(to: mechanism, offered) else { return answer }
    dialogue.note { $0.mechanism = other.name }
    return try attempt(other, offered)
  }

  private func alternative(to mechanism: IMAPMechanism, _ offered: [String]?) -> IMAPMechanism? {
    switch mechanism {
    case .plainAtOnce: .plain
    case .plain: offered?.contains("LOGINDISABLED") == true ? nil : .login
    // A server that misreads LOGIN's arguments may read base64.
    case .login: offered?.contains("AUTH=PLAIN") == true ? .plain : nil
    }
  }

  private func attempt(_ mechanism: IMAPMechanism, _ offered: [String]?) throws(SessionFailure) -> IMAPStatus {
    switch mechanism {
    case .plainAtOnce:
      let response = SASL.plain(credentials)
      let tag = channel.queue(IMAPCommand.authenticatePlain(initialResponse: response))
      try channel.flush()
      // Some servers overlook the response on the command line and ask for it: it is sent once more, as the answer.
      return try finish(tag, answering: response, alreadySent: true)
    case .plain:
      let tag = channel.queue(IMAPCommand.authenticatePlain(initialResponse: nil))
      try channel.flush()
      return try finish(tag, answering: SASL.plain(credentials), alreadySent: false)
    case .login:
      // RFC 7888: LITERAL- up to 4,096 octets, which no secret has.
      return try logIn(literalPlus: offered?.contains { $0 == "LITERAL+" || $0 == "LITERAL-" } == true)
    }
  }

  /// PLAIN does not read its challenge: whatever stands after `+` is answered once. A second challenge ends it.
  private func finish(
    _ tag: String, answering response: Secret, alreadySent: Bool
  ) throws(SessionFailure) -> IMAPStatus {
    switch try channel.reply(to: tag) {
    case .status(let status):
      if status.condition == .ok, !alreadySent { throw dialogue.failure(.cannotVerify(.acceptedTooEarly)) }
      return status
    case .continuation:
      channel.queueContinuation(.secret(response, name: "response"))
      try channel.flush()
    }
    switch try channel.reply(to: tag) {
    case .status(let status): return status
    case .continuation(let said):
      channel.queueContinuation(SMTPCommand.cancel)
      try channel.flush()
      throw dialogue.failure(.brokenReply(said: Visible(said)))
    }
  }

  private func logIn(literalPlus: Bool) throws(SessionFailure) -> IMAPStatus {
    let command = IMAPCommand.login(credentials, literalPlus: literalPlus)
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
          // Accepted before the secret was there proves nothing; a refusal is a refusal.
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
