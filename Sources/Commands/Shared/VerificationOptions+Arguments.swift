// The options of a call that are about its sessions, read and checked.

import CommandLine
import Operations
import Sentences

extension VerificationOptions {
  /// Throws `badValue` for a time limit that is none.
  init(_ arguments: Arguments) throws(CommandError) {
    self.init(
      trace: arguments[.trace],
      timeout: try arguments[.timeout].map { (typed) throws(CommandError) in
        guard typed.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }), let seconds = Double(typed), (0.1...3_600).contains(seconds)
        else { throw .badValue(option: Option.timeout.spelling, value: typed, expected: .seconds) }
        return seconds
      })
  }
}
