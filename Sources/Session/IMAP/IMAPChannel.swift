// IMAP commands and their tagged replies. A reply that no command asked for ends the session.

import Vocabulary
import Wire

/// The commands of one session.
final class IMAPChannel {
  /// A command with its tag.
  struct Tagged {
    let tag: String
    let line: Outgoing
  }

  /// The latest capabilities from the server. `nil` if there are none. The session clears them when they become invalid.
  var capabilities: [String]?

  /// Whether `data` and `statuses` are recorded.
  var keepsData = false
  /// The untagged responses since the last flight: data, and statuses with their response codes.
  private(set) var data: [IMAPData] = []
  private(set) var statuses: [IMAPStatus] = []

  private let dialogue: Dialogue
  private var count = 0
  private var unsent: [Outgoing] = []
  /// The tags that have no reply yet, and the replies that have arrived.
  private var pending: [String] = []
  private var answers: [String: IMAPStatus] = [:]
  private var answered: Set<String> = []
  private var untagged = 0
  /// The last untagged NO or BAD.
  private var lastWord: IMAPStatus?
  /// Whether the login was accepted. After that, lines that are neither replies nor understood are ignored, as mail programs
  /// do.
  private var isIn = false

  init(_ dialogue: Dialogue) { self.dialogue = dialogue }

  /// Notes that the login was accepted.
  func enter() { isIn = true }

  /// Returns the command with the next tag.
  func tagged(_ command: Outgoing) -> Tagged {
    count += 1
    let tag = "A\(count)"
    return Tagged(tag: tag, line: Outgoing("\(tag) ") + command)
  }

  /// Adds a command to the next flight and returns its tag.
  @discardableResult func queue(_ command: Outgoing) -> String {
    let command = tagged(command)
    unsent.append(command.line)
    pending.append(command.tag)
    return command.tag
  }

  /// Adds a line that continues the last queued command.
  func queueContinuation(_ line: Outgoing) { unsent.append(line) }

  /// Sends the queued lines. Lines that have arrived before may only be untagged responses.
  func flush() throws(SessionFailure) {
    try takeUnasked()
    untagged = 0
    (data, statuses) = ([], [])
    defer { unsent = [] }
    try dialogue.send(unsent)
  }

  /// Reads what the server has sent since its last reply. Throws unless these are untagged responses.
  func takeUnasked() throws(SessionFailure) {
    for line in try dialogue.unaskedLines() {
      switch try parse(line) {
      case .tagged: throw dialogue.failure(.tampered(.unaskedReply))
      case .continuation where !isIn: throw dialogue.broken(line)
      case .continuation, nil: continue
      case let response?: try take(response)
      }
    }
  }

  /// Sends one command and returns its reply.
  func exchange(_ command: Outgoing) throws(SessionFailure) -> IMAPStatus {
    let tag = queue(command)
    try flush()
    return try answer(to: tag)
  }

  /// Waits for the tagged reply to `tag`. Throws for a continuation.
  func answer(to tag: String) throws(SessionFailure) -> IMAPStatus {
    dialogue.beginReply()
    while true {
      switch try next(to: tag) {
      case .status(let status): return status
      case .continuation(let said): if !isIn { throw dialogue.broken(said) }
      }
    }
  }

  /// A tagged reply or a continuation.
  enum Reply {
    case status(IMAPStatus)
    case continuation([UInt8])
  }

  /// Waits for the tagged reply to `tag` or for a continuation.
  func reply(to tag: String) throws(SessionFailure) -> Reply {
    dialogue.beginReply()
    return try next(to: tag)
  }

  /// Waits for the same without a new time limit: responses in between do not extend it.
  private func next(to tag: String) throws(SessionFailure) -> Reply {
    while true {
      if let status = answers.removeValue(forKey: tag) { return .status(status) }
      let (line, literals) = try lastLine()
      guard let response = try parse(line) else { continue }
      if case .continuation(let said) = response { return .continuation(said) }
      try take(response)
      if keepsData, case .data = response { data.append(IMAPData(line: line, literals: literals)) }
    }
  }

  /// Returns the next line. If the connection ends instead, an untagged NO or BAD before its end is the server's reply (RFC
  /// 9051, section 7.1.3: a failure of the server that no command caused).
  private func lastLine() throws(SessionFailure) -> (line: [UInt8], literals: [[UInt8]]) {
    do throws(SessionFailure) { return try readLine() } catch {
      guard let lastWord, error.isEndOfConnection else { throw error }
      throw dialogue.failure(.serverUnavailable(dialogue.kept(lastWord.serverReply)))
    }
  }

  /// Returns a line without the contents of its literals, so that these are not parsed as part of it.
  private func readLine() throws(SessionFailure) -> (line: [UInt8], literals: [[UInt8]]) {
    var line = try dialogue.line()
    var literals: [[UInt8]] = []
    guard IMAPResponse.mayHoldLiteral(line) else { return (line, literals) }
    // Only the text after a literal can announce the next one.
    var rest = line
    while let length = IMAPResponse.announcedLiteral(rest) {
      let literal = try dialogue.literal(length)
      if keepsData { literals.append(literal) }
      rest = try dialogue.line()
      line += rest
      guard line.count <= WireLimits.line else { throw dialogue.failure(.tooMuch(.line)) }
    }
    return (line, literals)
  }

  /// Returns `nil` for a line that may be ignored. A malformed reply to a command is never ignored.
  private func parse(_ line: [UInt8]) throws(SessionFailure) -> IMAPResponse? {
    if let response = IMAPResponse(line) { return response }
    let isAnswer = pending.contains { line.starts(with: $0.utf8) && line.dropFirst($0.utf8.count).first ?? .space == .space }
    guard isIn, !isAnswer else { throw dialogue.broken(line) }
    return nil
  }

  private func take(_ response: IMAPResponse) throws(SessionFailure) {
    switch response {
    case .tagged(let tag, let status):
      // The text of a refusal is shown as the reply.
      if status.condition == .ok { alert(status) }
      guard let position = pending.firstIndex(of: tag) else {
        // A second reply to a command is a fault of the server. A reply to a tag that was never sent is an attack.
        throw dialogue.failure(answered.contains(tag) ? .brokenReply(said: Visible(tag)) : .tampered(.unaskedReply))
      }
      pending.remove(at: position)
      answered.insert(tag)
      answers[tag] = status
    case .untagged(let status):
      try countUntagged()
      alert(status)
      if status.condition == .no || status.condition == .bad { lastWord = status }
      if keepsData { statuses.append(status) }
      if status.condition == .bye { throw dialogue.failure(.serverUnavailable(dialogue.kept(status.serverReply))) }
      if let known = status.capabilities { capabilities = known }
    case .capability(let known):
      try countUntagged()
      capabilities = known
    case .data: try countUntagged()
    case .continuation(let said): throw dialogue.broken(said)
    }
  }

  /// Notes what the server wants its users to be told.
  private func alert(_ status: IMAPStatus) {
    if status.code == "ALERT", status.condition != .bye { dialogue.noteAlert(status.text) }
  }

  private func countUntagged() throws(SessionFailure) {
    untagged += 1
    guard isIn || untagged <= WireLimits.untagged else { throw dialogue.failure(.tooMuch(.lines)) }
  }
}

extension SessionFailure {
  /// Whether the server ended the connection, or it broke.
  fileprivate var isEndOfConnection: Bool {
    switch cause {
    case .net(.closedEarly), .net(.tls(.truncated)): true
    case .net, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable, .temporary,
      .loginDisabled, .noMechanism, .needsOAuth, .takesNoToken, .takesNoUTF8, .refused, .tokenRefused, .cannotVerify:
      false
    }
  }
}
