// The IMAP server of the demo (RFC 3501), inside TLS. It supports the commands of a client that verifies an account,
// and answers BAD to all others.

import LoopbackServer
import Vocabulary
import Wire

final class DemoIMAP {
  private let connection: ServerConnection
  private let mailboxes: DemoMailboxes
  private var state = State.notAuthenticated

  /// The states of RFC 3501, section 3; `over` is the logout state.
  private enum State { case notAuthenticated, authenticated, selected, over }

  private enum Command: String { case capability, id, noop, logout, login, authenticate, list, examine }

  private let capabilities: String
  private static let capabilitiesAfterLogin = "IMAP4rev1 ID"

  private init(_ connection: ServerConnection, _ mailboxes: DemoMailboxes) {
    (self.connection, self.mailboxes) = (connection, mailboxes)
    // The command LOGIN is for passwords, so LOGIN is not offered as a mechanism.
    let offer =
      mailboxes.mechanisms.filter { $0 != .login }.map { "AUTH=\($0.rawValue)" } + (mailboxes.tokens == nil ? [] : ["LOGINDISABLED"])
    capabilities = "IMAP4rev1 SASL-IR \(offer.joined(separator: " ")) ID"
  }

  /// Serves one connection until it ends.
  static func serve(_ connection: ServerConnection, as identity: ServerIdentity, _ mailboxes: DemoMailboxes) {
    let server = DemoIMAP(connection, mailboxes)
    do {
      try connection.startTLS(as: identity)
      try server.say("* OK [CAPABILITY \(server.capabilities)] Demo mailbox ready")
      for _ in 0..<ServerLimits.commands where server.state != .over { try server.answerCommand() }
      if server.state != .over { try server.say("* BYE Too many commands") }
    } catch {
      switch error {
      case .lineTooLong: try? server.say("* BYE Line too long")
      case .deadline, .stopped: try? server.say("* BYE Server is going down")
      case .closed, .reset, .tls, .system: break
      }
    }
    connection.leave()
  }

  /// Reads one command with its literals, performs it, and sends the tagged reply.
  private func answerCommand() throws(ConnectionEnd) {
    var line = try connection.readLine()
    defer { line.wipe() }
    let tag = line.prefix { $0 > .space && $0 < 0x7f && !#"(){%*"\+"#.utf8.contains($0) }.text
    guard !tag.isEmpty, line.dropFirst(tag.utf8.count).first == .space else { return try say("* BAD Not a command") }
    var tokens = IMAPTokens()
    defer { tokens.wipe() }
    switch try read(line.dropFirst(tag.utf8.count + 1), into: &tokens) {
    case nil: try say("\(tag) \(try perform(tokens))")
    case .syntax: try say("\(tag) BAD Syntax error")
    case .literalTooLong: try say("\(tag) BAD Literal too long")
    case .literalPlus:
      try say("\(tag) BAD Non-synchronizing literals are not offered")
      try say("* BYE Lost synchronization")
      state = .over
    }
  }

  /// Reads the words of a command that begins with `line`, and requests its literals. Returns the fault, or `nil`.
  private func read(_ line: ArraySlice<UInt8>, into tokens: inout IMAPTokens) throws(ConnectionEnd) -> IMAPTokens.SyntaxError? {
    var end = tokens.append(line)
    while true {
      switch end {
      case .complete: return nil
      case .fault(let fault): return fault
      case .literal(let count):
        try say("+ Ready for \(count) octets")
        var literal = try connection.readOctets(count)
        tokens.append(literal: literal)
        literal.wipe()
        var rest = try connection.readLine()
        end = tokens.append(rest[...])
        rest.wipe()
      }
    }
  }

  /// Performs a command, sends its untagged replies, and returns its status without the tag.
  private func perform(_ tokens: IMAPTokens) throws(ConnectionEnd) -> String {
    guard case .atom(let name) = tokens.all.first, let command = Command(rawValue: tokens[name].text.lowercasedASCII) else {
      return "BAD Unknown command"
    }
    let arguments = tokens.all.dropFirst()
    switch (command, state) {
    case (.capability, _) where arguments.isEmpty:
      try say("* CAPABILITY \(state == .notAuthenticated ? capabilities : Self.capabilitiesAfterLogin)")
      return "OK CAPABILITY completed"
    case (.noop, _) where arguments.isEmpty:
      return "OK NOOP completed"
    case (.logout, _) where arguments.isEmpty:
      state = .over
      try say("* BYE Logging out")
      return "OK LOGOUT completed"
    case (.id, _) where tokens.areIDParameters(arguments):
      try say(#"* ID ("name" "setup demo")"#)
      return "OK ID completed"
    case (.login, .notAuthenticated):
      guard mailboxes.tokens == nil else { return "NO [PRIVACYREQUIRED] Use a token" }
      guard let words = tokens.strings(arguments), words.count == 2 else { break }
      return admit(mailboxes.judge(username: tokens[words[0]], password: tokens[words[1]]))
    case (.authenticate, .notAuthenticated):
      return try authenticate(arguments, of: tokens)
    case (.list, .authenticated), (.list, .selected):
      guard let words = tokens.strings(arguments, wildcards: true), words.count == 2 else { break }
      for line in DemoFolders.list(reference: tokens[words[0]], pattern: tokens[words[1]]) { try say("* \(line)") }
      return "OK LIST completed"
    case (.examine, .authenticated), (.examine, .selected):
      guard let words = tokens.strings(arguments), words.count == 1 else { break }
      return try examine(tokens[words[0]])
    case (.login, _), (.authenticate, _), (.list, _), (.examine, _):
      return "BAD Not allowed in this state"
    case (.capability, _), (.noop, _), (.logout, _), (.id, _):
      break
    }
    return "BAD Wrong arguments"
  }

  /// Performs AUTHENTICATE (RFC 3501, section 6.2.2), with an initial response (RFC 4959) or without.
  private func authenticate(_ arguments: ArraySlice<IMAPTokens.Token>, of tokens: IMAPTokens) throws(ConnectionEnd) -> String {
    guard let words = tokens.atoms(arguments), (1...2).contains(words.count) else { return "BAD Wrong arguments" }
    let offered = mailboxes.mechanisms.filter { $0 != .login }
    guard let mechanism = offered.first(where: { tokens[words[0]].equalsIgnoringCase($0.rawValue) }) else {
      return "NO [CANNOT] Unsupported authentication mechanism"
    }
    if words.count == 2 { return try admit(judge(tokens[words[1]], mechanism), mechanism) }
    try say("+ ")
    var response = try connection.readLine()
    defer { response.wipe() }
    return try admit(judge(response[...], mechanism), mechanism)
  }

  private func judge(_ response: ArraySlice<UInt8>, _ mechanism: SASLMechanismName) -> DemoMailboxes.LoginResult? {
    mechanism == .plain
      ? PlainMessage.judge(base64: response, by: mailboxes) : TokenMessage.judge(base64: response, mechanism, by: mailboxes)
  }

  /// Says first what is wrong with a token, and waits for the client's acknowledgement (RFC 7628, section 3.2.3).
  private func admit(_ outcome: DemoMailboxes.LoginResult?, _ mechanism: SASLMechanismName) throws(ConnectionEnd) -> String {
    if case .tokenRefused? = outcome {
      try say("+ \(TokenMessage.status(mechanism))")
      var answer = try connection.readLine()
      answer.wipe()
    }
    return admit(outcome)
  }

  private func admit(_ outcome: DemoMailboxes.LoginResult?) -> String {
    switch outcome {
    case .accepted(let mailbox):
      guard mailbox.situation != .withoutIMAP else { return "NO [AUTHENTICATIONFAILED] IMAP access is switched off for this mailbox" }
      state = .authenticated
      return "OK [CAPABILITY \(Self.capabilitiesAfterLogin)] Logged in"
    case .appPasswordRequired: return "NO [AUTHENTICATIONFAILED] Application-specific password required"
    case .wrong, .tokenRefused: return "NO [AUTHENTICATIONFAILED] Invalid credentials"
    // RFC 3501, section 6.2.2: also the answer to `*`, with which a client cancels.
    case nil: return "BAD Cancelled or malformed response"
    }
  }

  /// Performs EXAMINE. RFC 3501, section 6.3.2: after a failed EXAMINE no mailbox is selected.
  private func examine(_ name: ArraySlice<UInt8>) throws(ConnectionEnd) -> String {
    guard DemoFolders.holds(name) else {
      state = .authenticated
      return "NO [NONEXISTENT] No such mailbox"
    }
    try say(#"* FLAGS (\Answered \Flagged \Deleted \Seen \Draft)"#)
    try say("* 0 EXISTS")
    try say("* 0 RECENT")
    try say("* OK [PERMANENTFLAGS ()] No permanent flags permitted")
    try say("* OK [UIDVALIDITY 1] UIDs valid")
    try say("* OK [UIDNEXT 1] Predicted next UID")
    state = .selected
    return "OK [READ-ONLY] EXAMINE completed"
  }

  /// Sends one line.
  private func say(_ text: String) throws(ConnectionEnd) { try connection.write(Array("\(text)\r\n".utf8)) }
}
