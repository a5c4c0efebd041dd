// What can go wrong between this program and one server, as data. Sentences are made elsewhere.

import Platform

/// The network and the operating system.
package enum NetFailure: Error, Equatable, Sendable {
  /// The name does not exist (`exists` false) or has no address.
  case noSuchHost(exists: Bool)
  /// The name could not be looked up at all: resolver silent or unreachable.
  case dnsFailed
  case refused, unreachable, connectTimeout
  /// The connection ended in the middle of the dialogue; `reset` by RST, else by FIN or close_notify.
  case closedEarly(reset: Bool)
  case timedOut
  case interrupted
  /// Anything else from the kernel, with its errno.
  case system(Int32)
  case tls(TLSFailure)
}

/// What a server said when it said no, as the diagnosis reads it.
package struct ServerReply: Equatable, Sendable {
  /// SMTP reply code (RFC 5321 4.2); nil for IMAP.
  package var code: Int?
  /// SMTP enhanced status code (RFC 3463), only where its class agrees with `code`.
  package var enhanced: EnhancedCode?
  /// IMAP condition: NO, BAD, BYE, OK; nil for SMTP.
  package var condition: String?
  /// IMAP response code without brackets and arguments, upper case (RFC 9051 7.1), e.g. AUTHENTICATIONFAILED.
  package var responseCode: String?
  /// The octets of the text, lines joined by one blank, as they came.
  package var octets: [UInt8]

  package init(
    code: Int? = nil, enhanced: EnhancedCode? = nil, condition: String? = nil, responseCode: String? = nil, octets: [UInt8]
  ) {
    self.code = code
    self.enhanced = enhanced
    self.condition = condition
    self.responseCode = responseCode
    self.octets = octets
  }
}

/// RFC 3463: class, subject, detail.
package struct EnhancedCode: Hashable, Sendable {
  package let status: Int, subject: Int, detail: Int

  package init(_ status: Int, _ subject: Int, _ detail: Int) {
    (self.status, self.subject, self.detail) = (status, subject, detail)
  }
}

extension EnhancedCode: CustomStringConvertible {
  package var description: String { "\(status).\(subject).\(detail)" }
}

/// Another service that a greeting gives away.
package enum ForeignService: String, Sendable, CaseIterable {
  case imap, smtp, pop3, http, ssh, tls
}

/// A session that did not end in a proof.
package struct SessionFailure: Error, Equatable, Sendable {
  package let stage: Stage
  package let cause: Cause
  /// What had become of the secret by then at this server.
  package let secret: SecretRecord

  package init(stage: Stage, cause: Cause, secret: SecretRecord = SecretRecord()) {
    self.stage = stage
    self.cause = cause
    self.secret = secret
  }

  package enum Cause: Equatable, Sendable {
    case net(NetFailure)
    /// STARTTLS is mandatory and not offered.
    case noStartTLS
    case startTLSRefused(ServerReply)
    /// Octets that only an attacker or a badly broken server sends.
    case tampered(Tampering)
    /// The first line is not of this protocol.
    case notThisProtocol(said: Visible, service: ForeignService?)
    /// A reply that the protocol does not allow here.
    case brokenReply(said: Visible)
    case tooMuch(Excess)
    /// The server greeted with a refusal (BYE, 554): it takes no connection from us now.
    case serverUnavailable(ServerReply)
    /// The server asks to try later.
    case temporary(ServerReply)
    case loginDisabled
    /// Nothing on offer that a password fits; what is on offer.
    case noMechanism(offered: [String])
    /// Only token mechanisms are on offer.
    case needsOAuth(offered: [String])
    /// The login, the inbox or the sender was refused: the stage tells which.
    case refused(ServerReply)
    /// The dialogue ended without a proof either way.
    case cannotVerify(Doubt)
  }

  package enum Tampering: String, Equatable, Sendable, CaseIterable {
    /// Octets were left after the STARTTLS reply (RFC 3207 5, the buffering attack).
    case leftOverAtStartTLS
    /// PREAUTH on a connection that is not encrypted yet (RFC 9051 7.1.4).
    case preauthInClear
    /// A reply to a command that was not sent.
    case unaskedReply
  }

  package enum Doubt: String, Equatable, Sendable, CaseIterable {
    /// PREAUTH inside TLS: nobody asked for the secret.
    case preauth
    /// Accepted before the secret was sent.
    case acceptedTooEarly
  }

  package enum Excess: String, Equatable, Sendable, CaseIterable {
    case line, literal, lines, dialogue
  }
}

extension SessionFailure {
  /// The word programs read.
  package var outcome: FailureKind {
    switch cause {
    case .net(let failure): failure.outcome
    case .noStartTLS: .noStartTLS
    case .startTLSRefused: .startTLSRefused
    case .tampered: .tampered
    case .notThisProtocol: .notThisProtocol
    case .brokenReply: .brokenReply
    case .tooMuch: .tooMuch
    case .serverUnavailable: .serverUnavailable
    case .temporary: .temporary
    case .loginDisabled: .loginDisabled
    case .noMechanism: .noMechanism
    case .needsOAuth: .needsOAuth
    case .refused: .refused
    case .cannotVerify: .cannotVerify
    }
  }

  /// Whether this computer has no memory, threads or descriptors left for it (socket(2), pthread_create(3)).
  package var isExhaustion: Bool {
    guard case .net(.system(let number)) = cause else { return false }
    return [ENOMEM, EAGAIN, EMFILE, ENFILE, ENOBUFS].contains(number)
  }

  /// What the server said, where it said something.
  package var reply: ServerReply? {
    switch cause {
    case .startTLSRefused(let reply), .serverUnavailable(let reply), .temporary(let reply), .refused(let reply): reply
    case .net, .noStartTLS, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .loginDisabled, .noMechanism, .needsOAuth, .cannotVerify:
      nil
    }
  }
}

extension SessionFailure {
  /// The TLS alert by which the server said why, where it did.
  package var alert: TLSAlert? {
    guard case .net(.tls(let failure)) = cause else { return nil }
    return failure.alert
  }
}

extension NetFailure {
  /// The word programs read.
  package var outcome: FailureKind {
    switch self {
    case .noSuchHost: .noSuchHost
    case .dnsFailed: .dnsFailed
    case .refused: .refused
    case .unreachable: .unreachable
    case .connectTimeout: .connectTimeout
    case .closedEarly: .closedEarly
    case .timedOut: .timedOut
    case .interrupted: .interrupted
    case .system: .system
    case .tls(let failure): failure.outcome
    }
  }
}
