// The closed list of ways in which one session can fail, as words for programs (JSON `failure.outcome`).

/// The stage that a session had reached. The raw values are the stage names in JSON.
package enum Stage: String, Sendable, CaseIterable {
  case resolve, connect, tls, greeting, capability, ehlo, id, login, list, inbox, sender
  /// Stages of a delivery test only: submitting the message, waiting for it, deleting it.
  case message, arrival, removal
}

/// One word for each way in which a session fails. The words are for programs, as JSON.
package enum FailureKind: String, Sendable, CaseIterable {
  case noSuchHost, dnsFailed, refused, unreachable, connectTimeout, closedEarly, timedOut, interrupted
  case notTLS, tlsTooOld, tlsFailed, truncated
  case certificateWrongName, certificateExpired, certificateNotYetValid, certificateUntrusted, certificateSelfSigned
  case certificateWeak, certificateWrongPurpose, noTrustStore
  case noStartTLS, startTLSRefused, tampered, notThisProtocol, brokenReply, tooMuch
  case serverUnavailable, temporary
  case loginDisabled, noMechanism, noUTF8, needsOAuth, cannotVerify
  case system
}
