// What one session came to, stage by stage.

import Net
import Vocabulary

package struct StageResult: Equatable, Sendable {
  package enum Verdict: String, Sendable, CaseIterable { case ok, failed, skipped }

  package let stage: Stage
  /// Milliseconds; 0 for a skipped stage.
  package let milliseconds: Double
  package let verdict: Verdict

  package init(stage: Stage, milliseconds: Double, verdict: Verdict) {
    self.stage = stage
    self.milliseconds = milliseconds
    self.verdict = verdict
  }
}

package struct SessionReport: Sendable {
  package let mailProtocol: MailProtocol
  package let endpoint: Endpoint
  package let username: String
  package var stages: [StageResult] = []
  /// Over which kind of address it was reached.
  package var family: AddressFamily?
  /// What the server showed in the handshake, trusted or not.
  package var tls: TLSFacts?
  /// The SASL mechanism's name, or LOGIN for IMAP's own command.
  package var mechanism: String?
  /// What the server offered inside TLS before the login, and after it; nil where it did not say.
  package var capabilitiesBefore: [String]?
  package var capabilitiesAfter: [String]?
  package var failure: SessionFailure?
  /// The name an SMTP server gives itself, to be compared; `nil` if it is no host name.
  package var greetedAs: Unshown<HostName>?
  /// What an SMTP server that accepted MAIL FROM said to the own address as recipient; nil where it did not come to that.
  package var recipient: RecipientAnswer?
  /// What became of the secret here.
  package var secret = SecretRecord()
  /// Endpoints of the same service that could not be reached before this one.
  package var unreached: [Unreached] = []

  package struct Unreached: Equatable, Sendable {
    package let endpoint: Endpoint
    package let failure: SessionFailure
  }

  package init(mailProtocol: MailProtocol, endpoint: Endpoint, username: String) {
    self.mailProtocol = mailProtocol
    self.endpoint = endpoint
    self.username = username
  }

  package var isVerified: Bool { failure == nil && stages.contains { $0.stage == Self.proof(mailProtocol) && $0.verdict == .ok } }

  /// The stage that proves the account: NetEase accepts a login and refuses the inbox, others refuse only the sender.
  package static func proof(_ mailProtocol: MailProtocol) -> Stage {
    switch mailProtocol {
    case .imap: .inbox
    case .smtp: .sender
    }
  }

  /// The stages of a session in order, as far as they belong to every session.
  package static func course(_ mailProtocol: MailProtocol) -> [Stage] {
    switch mailProtocol {
    case .imap: [.resolve, .connect, .tls, .greeting, .capability, .login, .list, .inbox]
    case .smtp: [.resolve, .connect, .tls, .greeting, .ehlo, .login, .sender]
    }
  }

  /// Those before anything of an account is said.
  package static func opening(_ mailProtocol: MailProtocol) -> [Stage] { Array(course(mailProtocol).prefix { $0 != .login }) }

  /// Adds a `skipped` for every stage of `course` that was not reached.
  mutating func complete(_ course: [Stage]) {
    for stage in course where !stages.contains(where: { $0.stage == stage }) {
      stages.append(StageResult(stage: stage, milliseconds: 0, verdict: .skipped))
    }
  }
}

/// Something an onlooker may show while the sessions run.
package struct Progress: Equatable, Sendable {
  package enum Event: Equatable, Sendable {
    case started(Stage)
    case ended(StageResult)
  }

  package let mailProtocol: MailProtocol
  package let event: Event
}
