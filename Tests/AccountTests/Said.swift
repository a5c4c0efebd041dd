// A server's words as tests write them, and tables of them.

import Account
import Vocabulary

/// One row of a table: who says what when, and what is behind it.
struct Said: Sendable, CustomStringConvertible {
  /// The provider's id, or the server software.
  let who: String
  let mailProtocol: MailProtocol
  let stage: Stage
  let line: String
  /// Most likely first.
  let causes: [Cause]

  var description: String { "\(who): \(line)" }

  /// Reads rows of the form `who protocol stage | words | causes`.
  static func table(_ text: String) -> [Said] {
    text.split(separator: "\n").compactMap { row in
      let parts = row.split(separator: " | ").map(String.init)
      guard parts.count == 3 else { return nil }
      let head = parts[0].split(separator: " ").map(String.init)
      guard head.count == 3, let mailProtocol = MailProtocol(rawValue: head[1]), let stage = Stage(rawValue: head[2]) else { return nil }
      let causes = parts[2].split(separator: " ").compactMap { Cause(rawValue: String($0)) }
      return Said(who: head[0], mailProtocol: mailProtocol, stage: stage, line: parts[1], causes: causes)
    }
  }

  var reply: ServerReply { mailProtocol == .imap ? .imap(line) : .smtp(line) }

  /// The session that ended with these words.
  var failure: SessionFailure {
    let isTemporary = mailProtocol == .smtp ? line.hasPrefix("4") : line.contains("[UNAVAILABLE]")
    let cause: SessionFailure.Cause =
      stage == .greeting || line.hasPrefix("BYE") ? .serverUnavailable(reply) : isTemporary ? .temporary(reply) : .refused(reply)
    return SessionFailure(stage: stage, cause: cause, secretSent: stage != .greeting)
  }

  /// What the words alone mean at `provider`.
  func causes(at provider: Provider?) -> [Cause] {
    // Of a refused login an unreached other side says nothing; where it would decide instead, it is left out.
    let beside = Diagnosis(findings(other: .unreached), provider: provider)
    if let beside, beside.mailProtocol == mailProtocol { return beside.causes }
    return Diagnosis(findings(other: nil), provider: provider)?.causes ?? []
  }

  /// What is known when this side failed so and the other in the way given, or not at all where it is nil.
  func findings(other: SessionFailure?, secretFits: Bool? = nil) -> Findings {
    switch mailProtocol {
    case .imap: Findings(imap: failure, smtp: other, secretFits: secretFits)
    case .smtp: Findings(imap: other, smtp: failure, secretFits: secretFits)
    }
  }
}

extension ServerReply {
  /// `NO [CODE x] text` without its tag.
  static func imap(_ line: String) -> ServerReply {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let text = words.count == 2 ? words[1] : ""
    let inside = text.hasPrefix("[") ? text.dropFirst().prefix { $0 != "]" } : ""
    let code = inside.isEmpty ? nil : String(inside.prefix { $0 != " " }).uppercased()
    return ServerReply(condition: words[0], responseCode: code, octets: Array(text.utf8))
  }

  /// `535 5.7.8 text`, lines joined.
  static func smtp(_ line: String) -> ServerReply {
    let text = String(line.dropFirst(4))
    let numbers = text.prefix { $0 != " " }.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    let enhanced: EnhancedCode? =
      if numbers.count == 3, let status = numbers[0], let subject = numbers[1], let detail = numbers[2], line.hasPrefix("\(status)") {
        EnhancedCode(status, subject, detail)
      } else {
        nil
      }
    return ServerReply(code: Int(line.prefix(3)), enhanced: enhanced, octets: Array(text.utf8))
  }
}

extension SessionFailure {
  /// A login refused with these words, by IMAP unless they begin with a digit.
  static func loginRefused(_ line: String) -> SessionFailure {
    let isSMTP = line.first?.isNumber == true
    return SessionFailure(stage: .login, cause: .refused(isSMTP ? .smtp(line) : .imap(line)), secretSent: true)
  }

  /// Never got so far that the secret could be judged.
  static let unreached = SessionFailure(stage: .connect, cause: .net(.connectTimeout))
}
