// Tagged commands and their answers: who asked what, and nothing that was not asked for.

import Vocabulary
import Wire

final class IMAPChannel {
  /// A command with its tag.
  struct Tagged {
    let tag: String
    let line: Outgoing
  }

  /// The latest list the server gave; the session forgets it where it loses its meaning.
  var capabilities: [String]?

  /// Whether what the server says besides its answers is kept: for who asks for data and not only for a verdict.
  var keepsData = false
  /// What it has said besides the answers to the last flight: data, and untagged statuses with their codes.
  private(set) var data: [IMAPData] = []
  private(set) var statuses: [IMAPStatus] = []

  private let dialogue: Dialogue
  private var count = 0
  private var unsent: [Outgoing] = []
  /// Tags whose answer is awaited, and answers that have come.
  private var pending: [String] = []
  private var answers: [String: IMAPStatus] = [:]
  private var answered: Set<String> = []
  private var untagged = 0
  /// Whether the login was accepted. From then on what is neither an answer nor understood is left alone, as mail programs do.
  private var isIn = false

  init(_ dialogue: Dialogue) { self.dialogue = dialogue }

  /// The login was accepted.
  func enter() { isIn = true }

  func tagged(_ command: Outgoing) -> Tagged {
    count += 1
    let tag = "A\(count)"
    return Tagged(tag: tag, line: Outgoing("\(tag) ") + command)
  }

  /// Puts a command into the next flight; gives its tag.
  @discardableResult func queue(_ command: Outgoing) -> String {
    let command = tagged(command)
    unsent.append(command.line)
    pending.append(command.tag)
    return command.tag
  }

  /// Adds a line that continues the last queued command.
  func queueContinuation(_ line: Outgoing) { unsent.append(line) }

  /// Sends what is queued. What the server has said by then without being asked may only be untagged.
  func flush() throws(SessionFailure) {
    try takeUnasked()
    untagged = 0
    (data, statuses) = ([], [])
    defer { unsent = [] }
    try dialogue.send(unsent)
  }

  /// Takes in what the server has said since its last answer: untagged responses, nothing else.
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

  /// One command and its answer.
  func exchange(_ command: Outgoing) throws(SessionFailure) -> IMAPStatus {
    let tag = queue(command)
    try flush()
    return try answer(to: tag)
  }

  /// Waits for the tagged answer to `tag`; a continuation in its place is a broken reply.
  func answer(to tag: String) throws(SessionFailure) -> IMAPStatus {
    dialogue.beginReply()
    while true {
      switch try next(to: tag) {
      case .status(let status): return status
      case .continuation(let said): if !isIn { throw dialogue.broken(said) }
      }
    }
  }

  enum Reply {
    case status(IMAPStatus)
    case continuation([UInt8])
  }

  /// Waits for the tagged answer to `tag` or for a continuation.
  func reply(to tag: String) throws(SessionFailure) -> Reply {
    dialogue.beginReply()
    return try next(to: tag)
  }

  /// The same within the time that runs already: what comes in between does not begin it anew.
  private func next(to tag: String) throws(SessionFailure) -> Reply {
    while true {
      if let status = answers.removeValue(forKey: tag) { return .status(status) }
      let (line, literals) = try readLine()
      guard let response = try parse(line) else { continue }
      if case .continuation(let said) = response { return .continuation(said) }
      try take(response)
      if keepsData, case .data = response { data.append(IMAPData(line: line, literals: literals)) }
    }
  }

  /// A line with its literals taken out: what they hold is never parsed as a part of it.
  private func readLine() throws(SessionFailure) -> (line: [UInt8], literals: [[UInt8]]) {
    var line = try dialogue.line()
    var literals: [[UInt8]] = []
    guard IMAPResponse.mayHoldLiteral(line) else { return (line, literals) }
    // Only what follows a literal can announce the next: the one just read must not be announced again.
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

  /// nil for what may be left alone. An answer to a command of ours that is none is never.
  private func parse(_ line: [UInt8]) throws(SessionFailure) -> IMAPResponse? {
    if let response = IMAPResponse(line) { return response }
    let isAnswer = pending.contains { line.starts(with: $0.utf8) && line.dropFirst($0.utf8.count).first ?? .space == .space }
    guard isIn, !isAnswer else { throw dialogue.broken(line) }
    return nil
  }

  private func take(_ response: IMAPResponse) throws(SessionFailure) {
    switch response {
    case .tagged(let tag, let status):
      guard let position = pending.firstIndex(of: tag) else {
        // A tag of ours that is already answered is a mistake; one that was never sent is an attempt.
        throw dialogue.failure(answered.contains(tag) ? .brokenReply(said: Visible(tag)) : .tampered(.unaskedReply))
      }
      pending.remove(at: position)
      answered.insert(tag)
      answers[tag] = status
    case .untagged(let status):
      try countUntagged()
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

  private func countUntagged() throws(SessionFailure) {
    untagged += 1
    guard isIn || untagged <= WireLimits.untagged else { throw dialogue.failure(.tooMuch(.lines)) }
  }
}
