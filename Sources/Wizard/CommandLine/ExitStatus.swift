// What a caller reads from the end of the program: sysexits, as other mail tools do.

import Vocabulary

/// sysexits.h, as far as it is used. README.md lists them for users.
enum ExitStatus: Int32, Sendable, CaseIterable {
  case ok = 0
  case usage = 64
  case badData = 65
  case noInput = 66
  case noHost = 68
  case unreachable = 69
  case software = 70
  /// The system has no threads, descriptors or memory left.
  case system = 71
  /// A file that was asked for cannot be written, or something in its place not kept or removed.
  case cannotCreate = 73
  /// Standard output cannot be written.
  case inputOutput = 74
  case temporary = 75
  case insecure = 76
  case refused = 77
  case unsupported = 78

  init(_ outcomes: VerificationResult) { self.init(outcomes.verdict, outcomes.diagnosis?.failure) }

  /// What a verdict ends with; `failure` is what it is about.
  init(_ verdict: Outcome, _ failure: SessionFailure?) {
    switch verdict {
    case .verified, .shown: self = .ok
    case .refused: self = .refused
    case .unsupported: self = .unsupported
    case .insecure, .protocol: self = .insecure
    // Where this computer has run out of something nothing is known of the server.
    case .unreachable where failure?.isExhaustion == true: self = .system
    case .unreachable: self = failure?.outcome == .noSuchHost ? .noHost : .unreachable
    case .temporary: self = .temporary
    case .incomplete: self = .noInput
    // The process ends by the signal before anyone asks.
    case .interrupted: self = .software
    }
  }

  /// Where several servers fail, the worse for the user goes first.
  static let worstFirst: [ExitStatus] = [.refused, .unsupported, .insecure, .system, .unreachable, .noHost, .temporary]
}
