// How a saved account is doing, as far as the registry knows. The raw values are JSON `state`.

import Posix

/// One word for it; the sentences are elsewhere.
package enum AccountState: String, Sendable, CaseIterable {
  case normal
  /// All was well, but long ago.
  case stale
  case unchecked, paused
  /// The secret could not be read where it is kept, so nothing was tried.
  case noSecret
  case refused, insecure, `protocol`, unreachable, temporary, unsupported
}

extension SavedAccount {
  /// After so long nobody should rely on an old proof: providers end app passwords and codes within months.
  private static let freshness: Int64 = 30 * 86_400

  /// The state as somebody sees it who looks `now`.
  package func state(at now: Timestamp) -> AccountState {
    if isPaused { return .paused }
    guard let lastCheck else { return .unchecked }
    switch lastCheck.verdict {
    case .verified: return now.seconds - lastCheck.time.seconds > Self.freshness ? .stale : .normal
    case .incomplete: return .noSecret
    case .refused: return .refused
    case .insecure: return .insecure
    case .protocol: return .protocol
    case .unreachable: return .unreachable
    case .temporary: return .temporary
    case .unsupported: return .unsupported
    // Neither is ever saved as what came of a check.
    case .interrupted, .shown: return .unchecked
    }
  }

  /// Whether a check that nobody asked for by name has to keep away: the same secret once more could lock the account. A
  /// provider that found the logins too many forgets that within a day.
  package func mustWait(at now: Timestamp) -> Bool {
    // An outcome of a later version; what it says of the risk is understood.
    if case .object(let members)? = unknownKeys.account["lastCheck"], members["risky"] == .flag(true) { return true }
    guard let lastCheck, lastCheck.isRisky else { return false }
    return lastCheck.verdict != .temporary || now.seconds - lastCheck.time.seconds < 86_400
  }
}
