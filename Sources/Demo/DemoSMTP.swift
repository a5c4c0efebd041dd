// The submission server of the demo (RFC 5321, RFC 6409), inside TLS. It checks senders and recipients, and accepts no
// message.

import LoopbackServer
import Vocabulary
import Wire

final class DemoSMTP {
  private let connection: ServerConnection
  private let mailboxes: DemoMailboxes
  private var state = State.fresh

  private enum State {
    case fresh, greeted
    case authenticated(DemoMailbox)
    /// After MAIL, with or without an accepted recipient.
    case sending(DemoMailbox, hasRecipient: Bool)
    case over
  }

  private enum Command: String { case ehlo, helo, auth, mail, rcpt, data, rset, noop, quit, vrfy }

  /// Octets of a command without CRLF (RFC 5321, section 4.5.3.1.4). Only AUTH may be longer.
  private static let commandLimit = 510

  private init(_ connection: ServerConnection, _ mailboxes: DemoMailboxes) {
    (self.connection, self.mailboxes) = (connection, mailboxes)
  }

  /// Serves one connection until it ends.
  static func serve(_ connection: ServerConnection, as identity: ServerIdentity, _ mailboxes: DemoMailboxes) {
    let server = DemoSMTP(connection, mailboxes)
    do {
      try connection.startTLS(as: identity)
      try server.say("220 localhost ESMTP setup demo")
      for _ in 0..<ServerLimits.commands where !server.isOver { try server.answerCommand() }
      if !server.isOver { try server.say("421 4.7.0 Too many commands, closing") }
    } catch {
      switch error {
      case .lineTooLong: try? server.say("421 4.7.0 Line too long, closing")
      case .deadline, .stopped: try? server.say("421 4.3.2 Server is going down")
      case .closed, .reset, .tls, .system: break
      }
    }
    connection.leave()
  }

  private var isOver: Bool {
    switch state {
    case .over: true
    case .fresh, .greeted, .authenticated, .sending: false
    }
  }

  private func answerCommand() throws(ConnectionEnd) {
    var line = try connection.readLine()
    defer { line.wipe() }
    let verb = line.prefix { $0 != .space }
    guard let command = Command(rawValue: verb.text.lowercasedASCII) else { return try say("500 5.5.1 Command not recognized") }
    guard command == .auth || line.count <= Self.commandLimit else { return try say("500 5.5.2 Line too long") }
    try answer(command, line.dropFirst(verb.count + 1))
  }

  private func answer(_ command: Command, _ argument: ArraySlice<UInt8>) throws(ConnectionEnd) {
    switch command {
    case .ehlo, .helo:
      guard !argument.isEmpty else { return try say("501 5.5.4 A name is required") }
      reset(greeted: true)
      guard command == .ehlo else { return try say("250 localhost") }
      try say("250-localhost\r\n250-PIPELINING\r\n250-AUTH \(offer)\r\n250 ENHANCEDSTATUSCODES")
    case .auth: try authenticate(argument)
    case .mail: try say(mail(argument))
    case .rcpt: try say(recipient(argument))
    case .data:
      guard case .sending(_, hasRecipient: true) = state else { return try say("503 5.5.1 No valid recipients") }
      try say("554 5.7.0 This server takes no mail")
    case .rset:
      guard argument.isEmpty else { return try say("501 5.5.4 No argument allowed") }
      reset(greeted: false)
      try say("250 2.0.0 Reset")
    case .noop: try say("250 2.0.0 OK")
    case .vrfy: try say("252 2.5.0 Cannot verify")
    case .quit:
      guard argument.isEmpty else { return try say("501 5.5.4 No argument allowed") }
      state = .over
      try say("221 2.0.0 Bye")
    }
  }

  /// Ends the transaction. EHLO and RSET do not change the login (RFC 5321, section 4.1.4; RFC 4954, section 4).
  private func reset(greeted: Bool) {
    switch state {
    case .sending(let mailbox, _): state = .authenticated(mailbox)
    case .fresh: if greeted { state = .greeted }
    case .greeted, .authenticated, .over: break
    }
  }

  /// Performs AUTH (RFC 4954, section 4).
  private func authenticate(_ argument: ArraySlice<UInt8>) throws(ConnectionEnd) {
    switch state {
    case .greeted: break
    case .fresh: return try say("503 5.5.1 EHLO first")
    case .authenticated, .sending, .over: return try say("503 5.5.1 Already authenticated")
    }
    let words = argument.split(separator: .space, omittingEmptySubsequences: false)
    guard let mechanism = words.first, !mechanism.isEmpty, words.count <= 2 else { return try say("501 5.5.4 Syntax error") }
    let outcome: DemoMailboxes.LoginResult?
    guard let name = mailboxes.mechanisms.first(where: { mechanism.equalsIgnoringCase($0.rawValue) }) else {
      return try say("504 5.5.4 Unrecognized authentication type")
    }
    let initial = words.dropFirst().first
    outcome =
      if name == .login { try login(initial) } else {
        try response(initial) {
          name == .plain ? PlainMessage.judge(base64: $0, by: mailboxes) : TokenMessage.judge(base64: $0, name, by: mailboxes)
        }
      }
    switch outcome {
    case .accepted(let mailbox):
      state = .authenticated(mailbox)
      try say("235 2.7.0 Authentication successful")
    case .appPasswordRequired: try say("534 5.7.9 Application-specific password required")
    case .wrong: try say("535 5.7.8 Authentication failed")
    case .tokenRefused:
      // RFC 7628, section 3.2.3: the client acknowledges what is wrong with its token.
      try say("334 \(TokenMessage.status(name))")
      var answer = try connection.readLine()
      answer.wipe()
      try say("535 5.7.8 Authentication failed")
    // Also the answer to `*`, with which a client cancels.
    case nil: try say("501 5.5.2 Cancelled or malformed response")
    }
  }

  private var offer: String { mailboxes.mechanisms.map(\.rawValue).joined(separator: " ") }

  /// Judges the initial response, or the one that this asks for.
  private func response(
    _ initial: ArraySlice<UInt8>?, _ judge: (ArraySlice<UInt8>) -> DemoMailboxes.LoginResult?
  ) throws(ConnectionEnd) -> DemoMailboxes.LoginResult? {
    if let initial { return judge(initial) }
    try say("334 ")
    var response = try connection.readLine()
    defer { response.wipe() }
    return judge(response[...])
  }

  /// Performs LOGIN (draft-murchison-sasl-login). Its challenges are `Username:` and `Password:` in base64.
  private func login(_ initial: ArraySlice<UInt8>?) throws(ConnectionEnd) -> DemoMailboxes.LoginResult? {
    var username: [UInt8]
    if let initial {
      username = Array(initial)
    } else {
      try say("334 VXNlcm5hbWU6")
      username = try connection.readLine()
    }
    guard let name = Base64.decode(username) else { return nil }
    try say("334 UGFzc3dvcmQ6")
    var response = try connection.readLine()
    defer { response.wipe() }
    guard var password = Base64.decode(response) else { return nil }
    defer { password.wipe() }
    return mailboxes.judge(username: name, password: password)
  }

  /// Returns the reply to `MAIL` with `argument`: `FROM:<path>`, then parameters. The only parameter that this server
  /// accepts is AUTH= (RFC 4954, section 5).
  private func mail(_ argument: ArraySlice<UInt8>) -> String {
    guard argument.prefix(6).equalsIgnoringCase("FROM:<"), let end = argument.firstIndex(of: UInt8(ascii: ">")) else {
      return "501 5.5.4 Syntax: MAIL FROM:<address>"
    }
    let path = argument.dropFirst(6).prefix(upTo: end)
    let parameters = argument[(end + 1)...].split(separator: .space)
    switch state {
    case .fresh: return "503 5.5.1 EHLO first"
    case .greeted: return "530 5.7.0 Authentication required"
    case .sending, .over: return "503 5.5.1 One transaction at a time"
    case .authenticated(let mailbox):
      guard argument[(end + 1)...].first ?? .space == .space, parameters.allSatisfy({ $0.prefix(5).equalsIgnoringCase("AUTH=") }) else {
        return "555 5.5.4 Parameter not recognized"
      }
      guard mailbox.owns(path), mailbox.situation != .foreignSender else { return "553 5.7.1 Sender address rejected: not owned by user" }
      state = .sending(mailbox, hasRecipient: false)
      return "250 2.1.0 Sender OK"
    }
  }

  /// Returns the reply to `RCPT` with `argument`: `TO:<path>`. The server accepts only the mailbox of the login and
  /// relays nothing.
  private func recipient(_ argument: ArraySlice<UInt8>) -> String {
    guard case .sending(let mailbox, _) = state else { return "503 5.5.1 MAIL first" }
    guard argument.prefix(4).equalsIgnoringCase("TO:<"), argument.last == UInt8(ascii: ">") else {
      return "501 5.5.4 Syntax: RCPT TO:<address>"
    }
    guard mailbox.owns(argument.dropFirst(4).dropLast()) else { return "550 5.7.1 Relaying denied" }
    state = .sending(mailbox, hasRecipient: true)
    return "250 2.1.5 Recipient OK"
  }

  /// Sends one reply.
  private func say(_ text: String) throws(ConnectionEnd) { try connection.write(Array("\(text)\r\n".utf8)) }
}
