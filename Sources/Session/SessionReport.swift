// The result of one session, stage by stage.

import Net
import Vocabulary

/// The result of one stage.
package struct StageResult: Equatable, Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case ok, failed
    /// The user or a signal ended it.
    case stopped
    case skipped

    /// The status of a stage that `failure` ended.
    package init(endedBy failure: FailureKind) { self = failure == .interrupted ? .stopped : .failed }
  }

  package let stage: Stage
  /// The duration in milliseconds. 0 for a skipped stage.
  package let milliseconds: Double
  package let status: Status

  package init(stage: Stage, milliseconds: Double, status: Status) {
    self.stage = stage
    self.milliseconds = milliseconds
    self.status = status
  }
}

/// The result of one session.
package struct SessionReport: Sendable {
  package let mailProtocol: MailProtocol
  package let endpoint: Endpoint
  package let username: String
  package var stages: [StageResult] = []
  /// The family of the address at which the server was reached.
  package var family: AddressFamily?
  /// What the server showed in the handshake, even if it is not trusted.
  package var tls: TLSFacts?
  /// The name of the SASL mechanism, or LOGIN for the command of IMAP.
  package var mechanism: String?
  /// What the server offered inside TLS before and after the login. `nil` if it did not say.
  package var capabilitiesBefore: [String]?
  package var capabilitiesAfter: [String]?
  /// What the server wants its users to be told (ALERT; RFC 9051, section 7.1), in order.
  package var alerts: [Visible] = []
  package var failure: SessionFailure?
  /// The name of an SMTP server in its greeting, for comparisons. `nil` if it is not a host name.
  package var greetedAs: Unshown<HostName>?
  /// The reply of an SMTP server to RCPT TO with the user's own address. `nil` if it was not asked.
  package var recipient: RecipientAnswer?
  /// What happened to the secret at this server.
  package var secret = SecretRecord()
  /// The endpoints of the same service that could not be reached before this one.
  package var unreached: [Unreached] = []

  /// An endpoint that could not be reached.
  package struct Unreached: Equatable, Sendable {
    package let endpoint: Endpoint
    package let failure: SessionFailure
  }

  package init(mailProtocol: MailProtocol, endpoint: Endpoint, username: String) {
    self.mailProtocol = mailProtocol
    self.endpoint = endpoint
    self.username = username
  }

  package var isVerified: Bool { failure == nil && stages.contains { $0.stage == Self.proof(mailProtocol) && $0.status == .ok } }

  /// Returns the stage that proves the account. A login alone does not: NetEase accepts a login and refuses the inbox, and
  /// other servers refuse only the sender.
  package static func proof(_ mailProtocol: MailProtocol) -> Stage {
    switch mailProtocol {
    case .imap: .inbox
    case .smtp: .sender
    }
  }

  /// Returns the stages that belong to every session, in order.
  package static func course(_ mailProtocol: MailProtocol) -> [Stage] {
    switch mailProtocol {
    case .imap: [.resolve, .connect, .tls, .greeting, .capability, .login, .list, .inbox]
    case .smtp: [.resolve, .connect, .tls, .greeting, .ehlo, .login, .sender]
    }
  }

  /// Returns the stages before anything about an account is sent.
  package static func opening(_ mailProtocol: MailProtocol) -> [Stage] { Array(course(mailProtocol).prefix { $0 != .login }) }

  /// Adds a skipped stage for every stage of `course` that was not reached.
  mutating func complete(_ course: [Stage]) {
    for stage in course where !stages.contains(where: { $0.stage == stage }) {
      stages.append(StageResult(stage: stage, milliseconds: 0, status: .skipped))
    }
  }
}

/// An event of a running session, for display.
package struct Progress: Equatable, Sendable {
  package enum Event: Equatable, Sendable {
    case started(Stage)
    case ended(StageResult)
  }

  package let mailProtocol: MailProtocol
  package let event: Event
}
