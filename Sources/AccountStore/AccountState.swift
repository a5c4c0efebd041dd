// The state of a saved account according to accounts.json. The raw values are those of JSON `state`.

import Posix

/// The state in one word. The sentences are in `Sentences`.
package enum AccountState: String, Sendable, CaseIterable {
  case normal
  /// The last check succeeded, but too long ago.
  case stale
  case unchecked, paused
  /// The stored secret could not be read, so there was no sign-in.
  case noSecret
  /// The sign-in in a browser has ended, so the user has to sign in again.
  case signInExpired
  case refused, insecure, `protocol`, unreachable, temporary, unsupported
}

extension SavedAccount {
  /// Seconds after which a check is stale: providers revoke app passwords and codes within months.
  private static let freshness: Int64 = 30 * 86_400

  /// Returns the state at the time `now`.
  package func state(at now: Timestamp) -> AccountState {
    if isPaused { return .paused }
    guard let lastCheck else { return .unchecked }
    if signIn.usesToken, lastCheck.cause == .tokenExpired { return .signInExpired }
    switch lastCheck.outcome {
    case .verified: return now.seconds - lastCheck.time.seconds > Self.freshness ? .stale : .normal
    case .incomplete: return .noSecret
    case .refused: return .refused
    case .insecure: return .insecure
    case .protocol: return .protocol
    case .unreachable: return .unreachable
    case .temporary: return .temporary
    case .unsupported: return .unsupported
    // These are never saved as the outcome of a check.
    case .interrupted, .shown: return .unchecked
    }
  }

  /// Returns whether a check of all accounts has to skip this one, because the same secret again could lock the account. A
  /// provider that counted too many sign-ins accepts them again within a day.
  package func mustWait(at now: Timestamp) -> Bool {
    // The outcome is one of a later version, but the flag has the same meaning.
    if case .object(let members)? = unknownKeys.account["lastCheck"], members["risky"] == .flag(true) { return true }
    guard let lastCheck, lastCheck.isRisky else { return false }
    return lastCheck.outcome != .temporary || now.seconds - lastCheck.time.seconds < 86_400
  }
}
