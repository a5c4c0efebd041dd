// The outcome of a whole verification: the word in JSON and the exit status.

/// The class of a whole verification. The raw values are the values of JSON `outcome`.
package enum Outcome: String, Sendable, CaseIterable {
  case verified, refused, insecure, `protocol`, unreachable, temporary, unsupported, incomplete, interrupted, shown

  /// Classifies one failure by its kind, its stage and the first of `causes`. `causes` come from the diagnosis, most
  /// likely first, and may be empty.
  package init(_ failure: SessionFailure, _ causes: [Cause]) {
    switch failure.outcome {
    case .refused where failure.stage == .connect: self = .unreachable
    // The limit that a server told in clear where TLS was expected passes.
    case .notTLS where causes.first == .tooManyConnections || causes.first == .rateLimited || causes.first == .temporaryServerError:
      self = .temporary
    // A server that refuses EHLO refuses this client, as one that refuses the connection does.
    case .refused where failure.stage == .ehlo: self = Self.said(causes.first, .serverUnavailable, at: failure.stage)
    // A server that was reached, accepted the login and then ended the session is not out of reach.
    case .serverUnavailable where failure.secret.accepted != nil: self = Self.said(causes.first, .refused, at: failure.stage)
    case .refused, .temporary, .serverUnavailable: self = Self.said(causes.first, failure.outcome, at: failure.stage)
    case .needsOAuth, .loginDisabled, .noMechanism, .noUTF8: self = .unsupported
    case .notTLS, .tlsTooOld, .tlsFailed, .truncated, .certificateWrongName, .certificateExpired, .certificateNotYetValid,
      .certificateUntrusted, .certificateSelfSigned, .certificateWeak, .certificateWrongPurpose, .noTrustStore, .noStartTLS,
      .startTLSRefused, .tampered:
      self = .insecure
    case .notThisProtocol, .brokenReply, .tooMuch, .cannotVerify: self = .protocol
    case .noSuchHost, .unreachable, .connectTimeout, .system: self = .unreachable
    case .closedEarly:
      self = failure.stage == .connect || failure.stage == .tls || failure.stage == .greeting ? .unreachable : .temporary
    // A server that waits for TLS says nothing to a client that waits for its greeting, and never will.
    case .timedOut: self = causes.first == .wrongServerOrPort ? .unreachable : .temporary
    case .dnsFailed: self = .temporary
    case .interrupted: self = .interrupted
    }
  }

  /// Classifies a refusal by the server. A known cause decides, because servers answer permanent refusals with
  /// temporary codes and temporary refusals with permanent ones.
  private static func said(_ cause: Cause?, _ outcome: FailureKind, at stage: Stage) -> Outcome {
    switch cause {
    case .rateLimited, .tooManyConnections, .temporaryServerError, .sendQuotaExceeded: .temporary
    case .oauthRequired, .planDoesNotIncludeIMAP, .oauthClientRejected, .unicodeAddressUnsupported: .unsupported
    case .appPasswordRequired, .imapDisabled, .smtpDisabled, .wrongPassword, .codeExpiredOrRevoked, .twoFactorRequired, .adminDisabled,
      .accountLockedOrSuspended, .webLoginRequired, .wrongUsernameForm, .idRequired, .senderNotOwned,
      .phoneBindingRequired, .tlsRequired, .tlsProblem, .clientCertificateRequired, .authMechanismUnsupported, .authRequired,
      .passwordExpired,
      .passwordTooWeak, .noMailboxOrLicense, .termsNotAccepted, .wrongServerOrPort, .networkProblem,
      .tokenExpired, .tokenWrongScope, .tokenWrongUser, .consentRequired, .signInDeclined, .deviceCodeExpired, .clockWrong:
      outcome == .serverUnavailable ? .unreachable : .refused
    // Of a message that is put off, these may be otherwise the next time.
    case .regionOrIPBlocked, .clientProtocolError, .contentRejected, .mailboxFull, .recipientRejected:
      outcome == .temporary && (stage == .sender || stage == .message)
        ? .temporary : outcome == .serverUnavailable ? .unreachable : .refused
    case .unknown, nil: outcome == .temporary ? .temporary : outcome == .serverUnavailable ? .unreachable : .refused
    }
  }

  /// The order of precedence if both servers fail. The lower rank decides. As exit statuses, the order is 77, 78, 76,
  /// 69, 68, 75.
  package var rank: Int {
    switch self {
    case .interrupted: 0
    case .refused: 1
    case .unsupported: 2
    case .insecure, .protocol: 3
    case .unreachable: 4
    case .temporary: 5
    case .incomplete, .verified, .shown: 6
    }
  }
}
