// The causes of failures without a recognized reply.

import Vocabulary

extension SessionFailure {
  /// The causes if no rule recognizes the reply.
  var causesOfUnknownWords: [Vocabulary.Cause] {
    switch outcome {
    case .refused: [.unknown]
    case .temporary: [.temporaryServerError]
    // A server that turns this computer away without a reason that is known: it is busy, or it does not want it.
    case .serverUnavailable: [.temporaryServerError, .regionOrIPBlocked]
    case .noSuchHost, .dnsFailed, .unreachable, .connectTimeout, .closedEarly, .timedOut, .interrupted, .notTLS,
      .tlsTooOld, .tlsFailed, .truncated, .certificateWrongName, .certificateExpired, .certificateNotYetValid, .certificateUntrusted,
      .certificateSelfSigned, .certificateWeak, .certificateWrongPurpose, .noTrustStore, .noStartTLS, .startTLSRefused, .tampered,
      .notThisProtocol, .brokenReply, .tooMuch, .loginDisabled, .noMechanism, .needsOAuth, .cannotVerify, .system:
      []
    }
  }

  /// The causes if the server refused nothing.
  var causesWithoutWords: [Vocabulary.Cause] {
    if case .net(.tls(.clientCertificateWanted)) = cause { return [.clientCertificateRequired] }
    return switch outcome {
    case .needsOAuth: [.oauthRequired]
    case .loginDisabled, .noMechanism: [.authMechanismUnsupported]
    case .notTLS, .notThisProtocol: [.wrongServerOrPort]
    case .certificateWrongName: [.wrongServerOrPort, .tlsProblem]
    case .tlsTooOld, .tlsFailed, .truncated, .certificateExpired, .certificateNotYetValid, .certificateUntrusted, .certificateSelfSigned,
      .certificateWeak, .certificateWrongPurpose, .noTrustStore, .noStartTLS, .startTLSRefused, .tampered:
      [.tlsProblem]
    case .noSuchHost: [.wrongServerOrPort]
    case .dnsFailed, .refused, .unreachable, .connectTimeout, .closedEarly, .timedOut, .interrupted, .brokenReply, .tooMuch,
      .serverUnavailable, .temporary, .cannotVerify, .system:
      []
    }
  }
}
