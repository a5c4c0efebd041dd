// The parser of transcripts. It is strict, because a transcript that is misread would test something else than it says.

import Diagnosis
import LoopbackServer
import Net
import Session
import Vocabulary
import Wire

/// Why a text is not a transcript.
package struct TranscriptFault: Error, CustomStringConvertible {
  package let name: String
  /// The number of the line, counted from 1.
  package let line: Int
  package let reason: String

  package var description: String { "\(name), line \(line): \(reason)" }
}

extension Transcript {
  /// Parses `text`, which has this form:
  ///
  ///     # what it shows and why
  ///     id: a-case-of-the-evidence
  ///     protocol: imap
  ///
  ///     X: tls
  ///     S: * OK a line of the server, CRLF is added; C escapes stand for octets
  ///     S- octets of the server without CRLF
  ///     C: A1 LOGIN "you@example.org" <password>
  ///     C+ a further line in the same write
  ///     = login refused, secretSent true, mechanism LOGIN
  ///     = reply: the server's words
  ///
  /// The headers are `protocol`, `id`, `service`, `security` (default: tls), `port`, `username`, `secret` or `token`,
  /// `sender`, `quirks` and `version`. In the client's lines, `<initial-response>` and `<response>` represent the message
  /// of the mechanism that the client named last: PLAIN, XOAUTH2, OAUTHBEARER or CRAM-MD5. `<password>` and `<username>`
  /// represent these values in the form of the protocol: in IMAP a quoted string, or the bare octets of a literal, in
  /// SMTP base64.
  ///
  /// Throws for the first line that does not follow this grammar.
  package init(name: String, text: String) throws(TranscriptFault) {
    var reader = TranscriptReader(name: name)
    self = try reader.read(text)
  }
}

private struct TranscriptReader {
  let name: String
  private var number = 0
  private var headers: [String: String] = [:]
  private var events: [Transcript.Event] = []
  private var outcome: Expectation.Outcome?
  private var details: [Expectation.Detail: String] = [:]
  private var secret: [UInt8] = []
  private var username = ""

  init(name: String) { self.name = name }

  private static let known: Set = [
    "id", "protocol", "service", "security", "port", "username", "secret", "token", "sender", "quirks", "version",
  ]

  mutating func read(_ text: String) throws(TranscriptFault) -> Transcript {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard line.last != " " else { throw fault("a blank at the end is invisible: write \\x20") }
      if line.isEmpty || line.hasPrefix("#") { continue }
      try read(line: String(line))
    }
    return try made()
  }

  private func fault(_ reason: String) -> TranscriptFault { TranscriptFault(name: name, line: number, reason: reason) }

  private mutating func read(line: String) throws(TranscriptFault) {
    let rest = String(line.dropFirst(3))
    switch line.prefix(3) {
    case "S: ", "S:": events.append(.server(try octets(rest) + [.carriageReturn, .lineFeed]))
    case "S- ": events.append(.server(try octets(rest)))
    case "C: ", "C:": events.append(.client([try clientLine(rest)]))
    case "C+ ":
      guard case .client(let lines) = events.last else { throw fault("C+ goes on with a C: before it") }
      events[events.count - 1] = .client(lines + [try clientLine(rest)])
    case "X: ": events.append(try event(rest))
    default:
      if line.hasPrefix("= ") { try readOutcome(String(line.dropFirst(2))) } else { try readHeader(line) }
    }
  }

  private func event(_ text: String) throws(TranscriptFault) -> Transcript.Event {
    if text == "tls" { return .secure }
    guard let end = Transcript.End(rawValue: text) else { throw fault("no such event: \(text)") }
    return .end(end)
  }

  private mutating func readHeader(_ line: String) throws(TranscriptFault) {
    let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, Self.known.contains(parts[0]), events.isEmpty else { throw fault("not understood: \(line)") }
    guard headers[parts[0]] == nil else { throw fault("twice: \(parts[0])") }
    headers[parts[0]] = String(parts[1].drop { $0 == " " })
    secret = try octets(headers["token"] ?? headers["secret"] ?? TestAccount.secret)
    username = try octets(headers["username"] ?? TestAccount.username).text
  }

  // Octets

  private func octets(_ text: String) throws(TranscriptFault) -> [UInt8] {
    guard let octets = Octets(escaped: text) else { throw fault("a backslash that starts no escape") }
    return octets.array
  }

  private func clientLine(_ text: String) throws(TranscriptFault) -> Transcript.Line {
    var wire: [UInt8] = []
    var trace: [UInt8] = []
    var plain = ""
    var rest = text[...]
    while true {
      let placeholder = Self.placeholders.first { rest.hasPrefix($0) }
      if placeholder == nil, let character = rest.popFirst() {
        plain.append(character)
        continue
      }
      let octets = try octets(plain)
      plain = ""
      wire += octets
      trace += octets
      guard let placeholder else { return Transcript.Line(wire: wire, trace: trace.text) }
      wire += value(of: placeholder, after: wire)
      trace += Array(placeholder.utf8)
      rest = rest.dropFirst(placeholder.count)
    }
  }

  private static let placeholders = ["<initial-response>", "<response>", "<password>", "<username>"]

  private func value(of placeholder: String, after line: [UInt8]) -> [UInt8] {
    switch placeholder {
    case "<password>": credential(secret, line.isEmpty)
    case "<username>": credential(Array(username.utf8), line.isEmpty)
    default: Base64.encode(message(mechanism(after: line)))
    }
  }

  /// Returns the name of the mechanism in `line`, or in the client's last line with one.
  private func mechanism(after line: [UInt8]) -> String {
    let before = events.flatMap { event -> [String] in
      if case .client(let lines) = event { lines.map { $0.wire.text } } else { [] }
    }
    for line in [line.text] + before.reversed() {
      let words = line.split(separator: " ")
      if let position = words.firstIndex(where: { $0 == "AUTH" || $0 == "AUTHENTICATE" }), words.indices.contains(position + 1) {
        return String(words[position + 1])
      }
    }
    return ""
  }

  private func message(_ mechanism: String) -> [UInt8] {
    let host = "\(headers["protocol"] ?? "").example.org"
    let port = headers["port"] ?? (headers["protocol"] == MailProtocol.imap.rawValue ? "993" : "465")
    switch mechanism {
    case "XOAUTH2": return Array("user=\(username)\u{1}auth=Bearer ".utf8) + secret + [1, 1]
    case "OAUTHBEARER":
      return Array("n,a=\(username),\u{1}host=\(host)\u{1}port=\(port)\u{1}auth=Bearer ".utf8) + secret + [1, 1]
    case "CRAM-MD5":
      guard case .server(let said) = events.last else { return [] }
      let challenge = Base64.decode(said.dropLast(2).split(separator: .space).last ?? []) ?? []
      let digest = Digest.md5.hmac(key: Secret(copying: secret), challenge)?.withOctets { Array($0) } ?? []
      return Array("\(username) \(digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())".utf8)
    default: return [.nul] + Array(username.utf8) + [.nul] + secret
    }
  }

  /// Returns a credential in the form of the protocol at this place.
  private func credential(_ octets: [UInt8], _ opensLine: Bool) -> [UInt8] {
    if headers["protocol"] == MailProtocol.smtp.rawValue { return Base64.encode(octets) }
    let before = events.compactMap { if case .client(let lines) = $0 { lines.last?.trace } else { nil } }.last
    return opensLine && before?.hasSuffix("}") == true ? octets : SecretForms.quoted(octets)
  }

  // The outcome

  private mutating func readOutcome(_ text: String) throws(TranscriptFault) {
    let words = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if words.count == 2, let detail = Expectation.Detail(rawValue: words[0]) {
      details[detail] = try octets(String(words[1].drop { $0 == " " })).text
      return
    }
    guard outcome == nil else { throw fault("a second outcome") }
    let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
    outcome = try readVerdict(parts[0].split(separator: " ").map(String.init))
    for part in parts.dropFirst() {
      let pair = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard pair.count == 2, let detail = Expectation.Detail(rawValue: pair[0]) else { throw fault("no such detail: \(part)") }
      details[detail] = pair[1]
    }
    guard outcome == .verified || details[.secretSent] != nil else { throw fault("say whether the secret was sent") }
  }

  private func readVerdict(_ words: [String]) throws(TranscriptFault) -> Expectation.Outcome {
    if words == ["verified"] { return .verified }
    guard words.count == 2, let stage = Stage(rawValue: words[0]), let outcome = FailureKind(rawValue: words[1]) else {
      throw fault("neither verified nor stage and outcome: \(words)")
    }
    return .failed(stage, outcome)
  }

  // The whole

  private mutating func made() throws(TranscriptFault) -> Transcript {
    guard let outcome else { throw fault("no outcome") }
    if headers.isEmpty { throw fault("no headers") }
    return Transcript(
      name: name, ids: (headers["id"] ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }, service: headers["service"],
      plan: try plan(),
      version: try octets(headers["version"] ?? "1.0").text, events: events, expectation: Expectation(outcome, details),
      forms: SecretForms(username: username, secret: secret))
  }

  private func plan() throws(TranscriptFault) -> SessionPlan {
    guard let mailProtocol = MailProtocol(rawValue: headers["protocol"] ?? ""),
      let security = Security(rawValue: headers["security"] ?? "tls"),
      let host = HostName("\(mailProtocol).example.org"),
      let port = UInt16(port: headers["port"] ?? "\(mailProtocol == .imap ? 993 : 465)")
    else { throw fault("protocol, security or port") }
    let sender: MailAddress
    do { sender = try MailAddress(headers["sender"] ?? TestAccount.username) } catch { throw fault("sender: \(error)") }
    return SessionPlan(
      mailProtocol: mailProtocol, endpoint: Endpoint(host: host, port: port, security: security),
      credentials: credentials, sender: sender, quirks: try quirks(),
      onlyLogin: quirkWords.contains("onlyLogin"), recipientMeaning: { $0.recipientMeaning(at: nil) })
  }

  private var credentials: Credentials {
    let secret = Secret(copying: self.secret)
    return Credentials(username: username, headers["token"] == nil ? .password(secret) : .accessToken(secret))
  }

  private var quirkWords: [Substring] { (headers["quirks"] ?? "").split { $0 == "," || $0 == " " } }

  private func quirks() throws(TranscriptFault) -> Quirks {
    var quirks = Quirks()
    for word in quirkWords {
      switch word {
      case "idBeforeLogin": quirks.id.append(.beforeLogin)
      case "idAfterLogin": quirks.id.append(.afterLogin)
      case "saslIRBroken": quirks.saslIRBroken = true
      case "retryWithLogin": quirks.retryWithLogin = true
      case "onlyLogin": break
      case "skipsRecipient": quirks.skipsRecipient = true
      default: throw fault("no such quirk: \(word)")
      }
    }
    return quirks
  }
}
