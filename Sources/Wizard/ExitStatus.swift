// What a caller reads from the end of the program: sysexits, as other mail tools do.

import Account

/// sysexits.h, as far as it is used. README.md lists them for users.
enum ExitStatus: Int32, Sendable, CaseIterable {
  case ok = 0
  case usage = 64
  case badData = 65
  case noInput = 66
  case noHost = 68
  case unreachable = 69
  case software = 70
  /// The system has no threads or descriptors left.
  case system = 71
  /// A file that was asked for cannot be written.
  case cannotCreate = 73
  /// Standard output cannot be written.
  case inputOutput = 74
  case temporary = 75
  case insecure = 76
  case refused = 77
  case unsupported = 78

  init(_ outcomes: Outcomes) {
    switch outcomes.verdict {
    case .verified, .shown: self = .ok
    case .refused: self = .refused
    case .unsupported: self = .unsupported
    case .insecure, .protocol: self = .insecure
    case .unreachable: self = outcomes.diagnosis?.failure.outcome == .noSuchHost ? .noHost : .unreachable
    case .temporary: self = .temporary
    case .incomplete: self = .noInput
    // The process ends by the signal before anyone asks.
    case .interrupted: self = .software
    }
  }
}
