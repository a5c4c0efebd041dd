// The result of a program: its end, its output and its duration.

import Platform

/// How a process ended: with an exit status or by a signal.
package enum ProcessEnd: Equatable, Sendable {
  case exited(Int32)
  case signalled(Int32)

  /// Reaps a child without waiting for it. Returns its end and its processor time, or `nil` if it is still running.
  static func reap(_ process: pid_t) -> (end: ProcessEnd, processorSeconds: Double)? {
    var (status, usage) = (Int32(0), rusage())
    guard wait4(process, &status, WNOHANG, &usage) == process else { return nil }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    let number = status & 0x7f
    return (number == 0 ? .exited(status >> 8 & 0xff) : .signalled(number), seconds(usage.ru_utime) + seconds(usage.ru_stime))
  }
}

/// The result of a call.
package struct ProcessResult: Sendable {
  package let end: ProcessEnd
  package let output: [UInt8]
  package let errors: [UInt8]
  /// Seconds from the start to the end, by the clock and on the processor.
  package let seconds: Double
  package let processorSeconds: Double

  /// Standard output and standard error as text.
  package var text: String { String(decoding: output, as: UTF8.self) }
  package var complaint: String { String(decoding: errors, as: UTF8.self) }
}
