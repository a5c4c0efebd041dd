// The exit statuses of the program, from sysexits.h as in other mail tools.

import Vocabulary

/// An exit status. `setup help exit-codes` lists them for users.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case ok = 0
  case usage = 64
  case badData = 65
  case noInput = 66
  case noHost = 68
  case unreachable = 69
  case software = 70
  /// The system has no threads, descriptors or memory left.
  case system = 71
  /// A file cannot be written, or this program refuses to keep or remove the file in its place.
  case cannotCreate = 73
  /// Standard output cannot be written.
  case inputOutput = 74
  case temporary = 75
  case insecure = 76
  case refused = 77
  case unsupported = 78
  /// A question had a time limit, and no key came. The number is that of timeout(1) and of other programs that ask questions.
  case timedOut = 124

  /// Returns the status for an outcome. `failure` is the failure that led to it, or `nil`.
  package init(_ outcome: Outcome, _ failure: SessionFailure?) {
    switch outcome {
    case .verified, .shown: self = .ok
    case .refused: self = .refused
    case .unsupported: self = .unsupported
    case .insecure, .protocol: self = .insecure
    // If this computer has run out of a resource, the server's state is not known.
    case .unreachable where failure?.isExhaustion == true: self = .system
    case .unreachable: self = failure?.outcome == .noSuchHost ? .noHost : .unreachable
    case .temporary: self = .temporary
    case .incomplete: self = .noInput
    // The process dies by the signal before the status is used.
    case .interrupted: self = .software
    }
  }

  /// The statuses of failures in the order of precedence. If several servers fail, the one that is worse for the user
  /// counts.
  package static let worstFirst: [ExitStatus] = [.refused, .unsupported, .insecure, .system, .unreachable, .noHost, .temporary]
}
