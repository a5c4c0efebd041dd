// The closed list of what one session can end with, in the words programs read (JSON `failure.outcome`).

/// How far a session had come. The raw values are the stage names in JSON.
package enum Stage: String, Sendable, CaseIterable {
  case resolve, connect, tls, greeting, capability, ehlo, id, login, list, inbox, sender
  /// Of a test message alone: handing it over, waiting for it, deleting it.
  case message, arrival, removal
}

/// One word for each way a session fails; README.md describes them for programs.
package enum FailureKind: String, Sendable, CaseIterable {
  case noSuchHost, dnsFailed, refused, unreachable, connectTimeout, closedEarly, timedOut, interrupted
  case notTLS, tlsTooOld, tlsFailed, truncated
  case certificateWrongName, certificateExpired, certificateNotYetValid, certificateUntrusted, certificateSelfSigned
  case certificateWeak, certificateWrongPurpose, noTrustStore
  case noStartTLS, startTLSRefused, tampered, notThisProtocol, brokenReply, tooMuch
  case serverUnavailable, temporary
  case loginDisabled, noMechanism, needsOAuth, cannotVerify
  case system
}
