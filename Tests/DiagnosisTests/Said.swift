// A server's reply as tests write it, and tables of replies.

import Catalog
import Diagnosis
import Vocabulary
import Wire

/// One row of a table: server, protocol, stage, reply and its causes.
struct Said: Sendable, CustomStringConvertible {
  /// The provider's id, or the server software.
  let who: String
  let mailProtocol: MailProtocol
  let stage: Stage
  /// The name of an observed reply.
  let id: String?
  /// Lines are joined by " ⏎ "; octets that are not UTF-8 are written `hex 3533…`.
  let line: String
  /// Most likely first.
  let causes: [Cause]

  var description: String { id ?? "\(who): \(line)" }

  /// Reads rows of the form `who protocol stage
  /// text
  /// causes`, with an optional id after the stage. A POP3 reply is read as IMAP's: only its text counts.
  static func table(_ text: String) -> [Said] {
    text.split(separator: "\n").compactMap { row in
      let parts = row.split(separator: " | ").map(String.init)
      guard parts.count == 3 else { return nil }
      let head = parts[0].split(separator: " ").map(String.init)
      guard (3...4).contains(head.count), let stage = Stage(rawValue: head[2]) else { return nil }
      guard let mailProtocol = MailProtocol(rawValue: head[1] == "pop3" ? "imap" : head[1]) else { return nil }
      let causes = parts[2].split(separator: " ").compactMap { Cause(rawValue: String($0)) }
      return Said(
        who: head[0], mailProtocol: mailProtocol, stage: stage, id: head.count == 4 ? head[3] : nil, line: parts[1], causes: causes)
    }
  }

  /// The octets of the reply's lines, without line ends.
  var lines: [[UInt8]] {
    guard line.hasPrefix("hex ") else { return line.split(separator: " ⏎ ").map { Array($0.utf8) } }
    let digits = Array(line.dropFirst(4))
    let octets = stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    return [octets.filter { $0 != 0x0d && $0 != 0x0a }]
  }

  var reply: ServerReply { mailProtocol == .imap ? .imap(lines) : .smtp(lines) }

  /// The session that ended with this reply.
  var failure: SessionFailure {
    let isTemporary = mailProtocol == .smtp ? line.hasPrefix("4") : line.contains("[UNAVAILABLE]")
    let cause: SessionFailure.Cause =
      stage == .greeting || reply.condition == "BYE" ? .serverUnavailable(reply) : isTemporary ? .temporary(reply) : .refused(reply)
    return SessionFailure(stage: stage, cause: cause, secret: record)
  }

  /// What the session had recorded about the secret when the reply came.
  private var record: SecretRecord {
    switch stage {
    case .resolve, .connect, .tls, .greeting: SecretRecord()
    case .capability, .ehlo, .id, .login: SecretRecord(sent: .login)
    case .list, .inbox, .sender, .message, .arrival, .removal: SecretRecord(sent: .login, accepted: .login)
    }
  }

  /// Returns the causes of the reply alone at `provider`.
  func causes(at provider: Provider?) -> [Cause] {
    // An unreached other side adds nothing to a refused login. If it would decide the result instead, it is left out.
    let beside = Diagnosis(evidence(other: .unreached), provider: provider)
    if let beside, beside.mailProtocol == mailProtocol { return beside.causes }
    return Diagnosis(evidence(other: nil), provider: provider)?.causes ?? []
  }

  /// Returns the evidence if this side failed with the reply and the other side with `other`, or not at all if `other`
  /// is `nil`.
  func evidence(other: SessionFailure?, secretFits: Bool? = nil) -> Evidence {
    switch mailProtocol {
    case .imap: Evidence(imap: failure, smtp: other, secretFits: secretFits)
    case .smtp: Evidence(imap: other, smtp: failure, secretFits: secretFits)
    }
  }
}

extension ServerReply {
  /// `NO [CODE x] text` without its tag.
  static func imap(_ line: String) -> ServerReply { imap([Array(line.utf8)]) }

  /// `535 5.7.8 text`.
  static func smtp(_ line: String) -> ServerReply { smtp([Array(line.utf8)]) }

  /// Reads lines as the session does: the last status counts. A text before it that is not IMAP's is kept in front of
  /// it.
  static func imap(_ lines: [[UInt8]]) -> ServerReply {
    var (before, last): ([UInt8], ServerReply?) = ([], nil)
    for line in lines {
      let isUntagged = line.starts(with: Array("* ".utf8))
      switch IMAPResponse(isUntagged || line.starts(with: Array("BYE".utf8)) ? untagged(line) : Array("A1 ".utf8) + line) {
      case .tagged(_, let status), .untagged(let status):
        let reply = status.serverReply
        last = ServerReply(condition: reply.condition, responseCode: reply.responseCode, octets: before + reply.octets)
      case .data: before += line.dropFirst(2) + [0x20]
      case .capability, .continuation, nil: break
      }
    }
    return last ?? ServerReply(octets: Array(lines.joined(separator: [0x20])))
  }

  private static func untagged(_ line: [UInt8]) -> [UInt8] { line.first == 0x2a ? line : Array("* ".utf8) + line }

  /// Reads lines as the session does: another protocol's line is only text.
  static func smtp(_ lines: [[UInt8]]) -> ServerReply {
    let read = lines.compactMap { SMTPReply.Line($0) }
    guard let first = read.first else { return ServerReply(octets: Array(lines.joined(separator: [0x20]))) }
    return SMTPReply(code: first.code, lines: read.map(\.text)).serverReply
  }
}

extension SessionFailure {
  /// Returns a login refused with this reply, by IMAP unless the reply begins with a digit.
  static func loginRefused(_ line: String) -> SessionFailure {
    let isSMTP = line.first?.isNumber == true
    return SessionFailure(stage: .login, cause: .refused(isSMTP ? .smtp(line) : .imap(line)), secret: SecretRecord(sent: .login))
  }

  /// A server that was not reached: it can judge neither the secret nor the network.
  static let unreached = SessionFailure(stage: .connect, cause: .net(.connectTimeout))
}
