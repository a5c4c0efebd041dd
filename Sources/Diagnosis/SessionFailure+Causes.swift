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
      .notThisProtocol, .brokenReply, .tooMuch, .loginDisabled, .noMechanism, .noUTF8, .needsOAuth, .cannotVerify, .system:
      []
    }
  }

  /// The causes if the server refused nothing. `isOwn` if the server is the one that the provider's entry names, so that it is
  /// not mistyped.
  func causesWithoutWords(isOwn: Bool) -> [Vocabulary.Cause] {
    if case .net(.tls(.clientCertificateWanted)) = cause { return [.clientCertificateRequired] }
    let unreached: [Vocabulary.Cause] = isOwn ? [.networkProblem, .wrongServerOrPort] : [.wrongServerOrPort, .networkProblem]
    switch outcome {
    case .needsOAuth: return [.oauthRequired]
    case .loginDisabled, .noMechanism: return [.authMechanismUnsupported]
    case .noUTF8: return [.unicodeAddressUnsupported]
    case .notTLS, .notThisProtocol: return foreignService == .http ? [.networkProblem, .wrongServerOrPort] : [.wrongServerOrPort]
    case .certificateWrongName: return [.wrongServerOrPort, .tlsProblem]
    case .certificateNotYetValid: return [.clockWrong, .tlsProblem]
    case .certificateExpired: return [.tlsProblem, .clockWrong]
    case .tlsTooOld, .tlsFailed, .truncated, .certificateUntrusted, .certificateSelfSigned, .certificateWeak, .certificateWrongPurpose,
      .noTrustStore, .noStartTLS, .startTLSRefused, .tampered:
      return [.tlsProblem]
    // The name server may not know a name that exists, as filters and VPNs have it.
    case .noSuchHost, .refused, .unreachable: return unreached
    case .connectTimeout: return [.networkProblem, .wrongServerOrPort]
    case .dnsFailed: return [.networkProblem]
    // So end connections to a dead backend, beyond a limit, and from an address that is banned.
    case .closedEarly where secret.sent == nil: return [.temporaryServerError, .tooManyConnections, .regionOrIPBlocked]
    case .closedEarly, .timedOut: return [.temporaryServerError]
    case .brokenReply, .tooMuch, .cannotVerify, .system, .serverUnavailable, .temporary: return [.unknown]
    case .interrupted: return []
    }
  }

  /// The service whose greeting came where another was expected.
  private var foreignService: ForeignService? {
    switch cause {
    case .notThisProtocol(_, let service): service
    case .net(.tls(.notTLS(let said))): said.text.hasPrefix("HTTP/") || said.text.hasPrefix("<") ? .http : nil
    case .net, .noStartTLS, .startTLSRefused, .tampered, .brokenReply, .tooMuch, .serverUnavailable, .temporary, .loginDisabled,
      .noMechanism, .needsOAuth, .takesNoToken, .takesNoUTF8, .refused, .tokenRefused, .cannotVerify:
      nil
    }
  }

  /// The reply that the server gave in clear where TLS was expected. Exim and others tell their limits so. It is not
  /// authentic, and only a hint.
  var replyInClear: ServerReply? {
    guard case .net(.tls(.notTLS(let said))) = cause else { return nil }
    let words = said.text
    if words.hasPrefix("* BYE ") { return ServerReply(condition: "BYE", octets: Array(words.dropFirst(6).utf8)) }
    guard let code = Int(words.prefix(3)), (400..<600).contains(code), words.dropFirst(3).first == " " else { return nil }
    return ServerReply(code: code, octets: Array(words.dropFirst(4).utf8))
  }
}
