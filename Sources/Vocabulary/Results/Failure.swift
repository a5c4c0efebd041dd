// What can go wrong between this program and one server, as data. The sentences are in `Sentences`.

import Platform

/// A failure of the network, of TLS or of the operating system.
package enum NetFailure: Error, Equatable, Sendable {
  /// The name does not exist (`exists` is false), or it exists and has no address.
  case noSuchHost(exists: Bool)
  /// The lookup itself failed: the resolver did not answer or could not be reached.
  case dnsFailed
  case refused, unreachable, connectTimeout
  /// The connection ended in the middle of the dialogue: by RST if `reset` is true, otherwise by FIN or close_notify.
  case closedEarly(reset: Bool)
  case timedOut
  case interrupted
  /// Any other error of the kernel, with its errno.
  case system(Int32)
  case tls(TLSFailure)
}

/// A server's refusal. The diagnosis reads it as received; users and programs receive it masked.
package struct ServerReply: Equatable, Sendable {
  /// The SMTP reply code (RFC 5321, section 4.2); `nil` for IMAP.
  package let code: Int?
  /// The SMTP enhanced status code (RFC 3463); `nil` if its class does not agree with `code`.
  package let enhanced: EnhancedCode?
  /// The IMAP condition: NO, BAD, BYE or OK; `nil` for SMTP.
  package let condition: String?
  /// The IMAP response code without brackets and arguments, upper case (RFC 9051, section 7.1), such as
  /// AUTHENTICATIONFAILED.
  package let responseCode: String?
  /// The octets of the text, lines joined by one blank, as they may be shown.
  package let octets: [UInt8]
  /// The reply as received, without the mask. A reply can repeat the secret, and its causes must not depend on what is
  /// masked.
  package let original: Unshown<Words>

  /// The most octets that are stored. The longest reply ever seen has 300.
  private static let limit = 16_384

  package struct Words: Equatable, Sendable {
    package let octets: [UInt8]
    package let responseCode: String?
  }

  package init(
    code: Int? = nil, enhanced: EnhancedCode? = nil, condition: String? = nil, responseCode: String? = nil, octets: [UInt8]
  ) {
    let octets = Array(octets.prefix(Self.limit))
    (self.code, self.enhanced, self.condition, self.responseCode, self.octets) = (code, enhanced, condition, responseCode, octets)
    original = Unshown(Words(octets: octets, responseCode: responseCode))
  }

  private init(_ reply: ServerReply, responseCode: String?, octets: [UInt8]) {
    (code, enhanced, condition, original) = (reply.code, reply.enhanced, reply.condition, reply.original)
    (self.responseCode, self.octets) = (responseCode, octets)
  }

  /// Returns this reply with other words to show; what it says to the diagnosis stays.
  package func showing(_ octets: [UInt8], responseCode: String?) -> ServerReply {
    ServerReply(self, responseCode: responseCode, octets: octets)
  }

  /// Returns this reply with its codes alone: not a word of it is kept.
  package var silenced: ServerReply {
    ServerReply(code: code, enhanced: enhanced, condition: condition, responseCode: responseCode, octets: [])
  }
}

/// An enhanced status code: class, subject, detail (RFC 3463).
package struct EnhancedCode: Hashable, Sendable {
  package let status: Int, subject: Int, detail: Int

  package init(_ status: Int, _ subject: Int, _ detail: Int) {
    (self.status, self.subject, self.detail) = (status, subject, detail)
  }
}

extension EnhancedCode: CustomStringConvertible {
  package var description: String { "\(status).\(subject).\(detail)" }
}

/// A protocol other than the expected one, recognized by its greeting.
package enum ForeignService: String, Sendable, CaseIterable {
  case imap, smtp, pop3, http, ssh, tls
}

/// A session that ended without proving the account.
package struct SessionFailure: Error, Equatable, Sendable {
  package let stage: Stage
  package let cause: Cause
  /// What had happened to the secret at this server when the session failed.
  package let secret: SecretRecord

  package init(stage: Stage, cause: Cause, secret: SecretRecord = SecretRecord()) {
    self.stage = stage
    self.cause = cause
    self.secret = secret
  }

  /// What went wrong, without the stage.
  package enum Cause: Equatable, Sendable {
    case net(NetFailure)
    /// STARTTLS is mandatory and the server does not offer it.
    case noStartTLS
    case startTLSRefused(ServerReply)
    /// The server sent octets that only an attacker or a badly broken server sends.
    case tampered(Tampering)
    /// The first line does not belong to this protocol.
    case notThisProtocol(said: Visible, service: ForeignService?)
    /// The server sent a reply that the protocol does not allow here.
    case brokenReply(said: Visible)
    case tooMuch(Excess)
    /// The server refused the connection in its greeting (BYE, 554). It accepts no connection from this computer now.
    case serverUnavailable(ServerReply)
    /// The server asked the client to try later.
    case temporary(ServerReply)
    case loginDisabled
    /// The server offers no mechanism for passwords. `offered` lists the mechanisms that it does offer.
    case noMechanism(offered: [String])
    /// The server offers only mechanisms for tokens. `offered` lists them.
    case needsOAuth(offered: [String])
    /// The server offers no mechanism for tokens that this program knows. `offered` lists its mechanisms.
    case takesNoToken(offered: [String])
    /// The address has letters outside ASCII before the `@`, and the server does not offer SMTPUTF8 (RFC 6531) or a mechanism
    /// that carries the user name. Nothing about the account was sent. The stage says which.
    case takesNoUTF8
    /// The server refused the login, the inbox or the sender. The stage says which.
    case refused(ServerReply)
    /// The server refused a login with a token. The status is what it said about the token before.
    case tokenRefused(ServerReply, TokenStatus?)
    /// The dialogue ended and neither proved nor disproved the account.
    case cannotVerify(Doubt)
  }

  /// A violation that makes the connection untrustworthy. The raw values are words for programs.
  package enum Tampering: String, Equatable, Sendable, CaseIterable {
    /// The server sent octets after its reply to STARTTLS: the buffering attack of RFC 3207, section 5.
    case leftOverAtStartTLS
    /// The server sent PREAUTH before encryption (RFC 9051, section 7.1.4).
    case preauthInClear
    /// The server replied to a command that this program did not send.
    case unaskedReply
    /// The server sees another encrypted connection than this end: somebody is between them (RFC 5802, section 6).
    case otherChannel
  }

  /// The reason why an accepting server proved nothing. The raw values are words for programs.
  package enum Doubt: String, Equatable, Sendable, CaseIterable {
    /// The server sent PREAUTH inside TLS. It did not ask for the secret.
    case preauth
    /// The server accepted the login before this program sent the secret.
    case acceptedTooEarly
    /// The server did not prove that it knows the password (SCRAM; RFC 5802, section 3).
    case serverUnproven
  }

  /// The limit that the server exceeded. The raw values are words for programs.
  package enum Excess: String, Equatable, Sendable, CaseIterable {
    case line, literal, lines, dialogue
  }
}

extension SessionFailure {
  /// The word for programs.
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
    case .noMechanism, .takesNoToken: .noMechanism
    case .takesNoUTF8: .noUTF8
    case .needsOAuth: .needsOAuth
    case .refused, .tokenRefused: .refused
    case .cannotVerify: .cannotVerify
    }
  }

  /// Whether this computer has no memory, threads or descriptors left for the session (socket(2), pthread_create(3)).
  package var isExhaustion: Bool {
    guard case .net(.system(let number)) = cause else { return false }
    return [ENOMEM, EAGAIN, EMFILE, ENFILE, ENOBUFS].contains(number)
  }

  /// The server's reply. `nil` if the server did not cause the failure by a reply.
  package var reply: ServerReply? {
    switch cause {
    case .startTLSRefused(let reply), .serverUnavailable(let reply), .temporary(let reply), .refused(let reply),
      .tokenRefused(let reply, _):
      reply
    case .net, .noStartTLS, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .loginDisabled, .noMechanism, .needsOAuth, .takesNoToken,
      .takesNoUTF8, .cannotVerify:
      nil
    }
  }
}

extension SessionFailure {
  /// The TLS alert by which the server gave its reason. `nil` if it sent none.
  package var alert: TLSAlert? {
    guard case .net(.tls(let failure)) = cause else { return nil }
    return failure.alert
  }
}

extension NetFailure {
  /// The word for programs.
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
