// One dialogue from a text file: the server's octets, the exact octets that the client writes, and the end.

import Session
import Vocabulary

/// A dialogue with its expected result.
package struct Transcript: Sendable {
  /// The name of its file, which says what it shows.
  package let name: String
  /// The ids of the cases in the evidence that it plays.
  package let ids: [String]
  /// The id in the catalog of the service at which it was recorded, or `nil`.
  package let service: String?
  /// The plan of the session that the client runs.
  package let plan: SessionPlan
  /// The program's version, for ID.
  package let version: String
  package let events: [Event]
  package let expectation: Expectation
  /// The encodings of the password, which must not appear in output.
  package let forms: SecretForms

  /// An event of the dialogue.
  package enum Event: Equatable, Sendable {
    case server([UInt8])
    /// The octets of one write of the client.
    case client([Line])
    /// The client starts TLS.
    case secure
    case end(End)
  }

  /// A line of the client without its CRLF, as the client sends it and as the trace shows it.
  package struct Line: Equatable, Sendable {
    package let wire: [UInt8]
    package let trace: String
  }

  /// How the server's side of the connection ends.
  package enum End: String, Sendable, CaseIterable {
    /// The server closes the connection, in TLS with close_notify. The client may still write.
    case fin
    /// The server closes the connection without close_notify.
    case truncated
    case rst
    /// The connection stays open, and the server sends nothing more.
    case silence
  }
}

/// The expected result of a dialogue.
package struct Expectation: Sendable {
  /// The expected end of the session.
  package enum Outcome: Equatable, Sendable {
    case verified
    case failed(Stage, FailureKind)
  }

  package let outcome: Outcome
  /// The expected details as text. Contains only those that the transcript specifies.
  package let details: [Detail: String]

  /// A detail of a report that a transcript may specify.
  package enum Detail: String, Sendable, CaseIterable {
    case secretSent, secretAccepted, code, enhanced, condition, responseCode, reset
    /// The kind of tampering, doubt, excess or foreign service.
    case kind
    case mechanism, reply, said, offered, before, after
    /// The status and the scope that the server named in its refusal of a token.
    case tokenStatus, tokenScope
    /// The answer to RCPT TO with the user's own address, and its text.
    case recipient, recipientReply
  }

  package init(_ outcome: Outcome, _ details: [Detail: String]) { (self.outcome, self.details) = (outcome, details) }

  /// Returns one sentence per difference between `report` and this expectation.
  package func discrepancies(in report: SessionReport) -> [String] {
    var list: [String] = []
    let ended: Outcome? = report.failure.map { .failed($0.stage, $0.outcome) } ?? (report.isVerified ? .verified : nil)
    if ended != outcome {
      let how = ended.map { "\($0)" } ?? "neither verified nor failed"
      list.append("ended as \(how) instead of \(outcome): \(String(describing: report.failure))")
    }
    for (detail, expected) in details.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let actual = detail.value(in: report) ?? "absent"
      if actual != expected { list.append("\(detail) is \(actual) instead of \(expected)") }
    }
    return list
  }
}

extension Expectation.Detail {
  /// Returns the detail of `report` as text, or `nil` if the report has none.
  func value(in report: SessionReport) -> String? {
    let failure = report.failure
    switch self {
    case .secretSent: return "\(report.secret.sent != nil)"
    case .secretAccepted: return "\(report.secret.accepted != nil)"
    case .recipient: return report.recipient.map(Self.word)
    case .recipientReply: return (report.recipient?.reply?.octets).map { Visible($0).text }
    case .code: return failure?.reply?.code.map { "\($0)" }
    case .enhanced: return failure?.reply?.enhanced?.description
    case .condition: return failure?.reply?.condition
    case .responseCode: return failure?.reply?.responseCode
    case .reply: return (failure?.reply?.octets).map { Visible($0).text }
    case .mechanism: return report.mechanism
    case .before: return report.capabilitiesBefore?.joined(separator: " ")
    case .after: return report.capabilitiesAfter?.joined(separator: " ")
    case .kind, .said, .offered, .reset, .tokenStatus, .tokenScope: return failure.flatMap { value(in: $0.cause) }
    }
  }

  private static func word(_ answer: RecipientAnswer) -> String {
    switch answer {
    case .accepted: "accepted"
    case .mailbox: "mailbox"
    case .undecided: "undecided"
    case .notAsked: "notAsked"
    }
  }

  private func value(in cause: SessionFailure.Cause) -> String? {
    switch (self, cause) {
    case (.kind, .tampered(let kind)): kind.rawValue
    case (.kind, .cannotVerify(let kind)): kind.rawValue
    case (.kind, .tooMuch(let kind)): kind.rawValue
    case (.kind, .notThisProtocol(_, let service)): service?.rawValue
    case (.said, .notThisProtocol(let said, _)), (.said, .brokenReply(let said)):
      said.text.isEmpty ? "nothing" : said.text
    case (.offered, .noMechanism(let offered)), (.offered, .needsOAuth(let offered)),
      (.offered, .takesNoToken(let offered)):
      offered.joined(separator: " ")
    case (.tokenStatus, .tokenRefused(_, let status)): status?.status?.text
    case (.tokenScope, .tokenRefused(_, let status)): status?.scope?.text
    case (.reset, .net(.closedEarly(let reset))): "\(reset)"
    default: nil
    }
  }
}
