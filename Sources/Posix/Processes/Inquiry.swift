// A question to a program: run directly, without a shell, and answered within a deadline and a limit.

import Platform

/// What a program answered. Text of others: it is shown only through Visible.
package struct Inquiry: Sendable, Equatable {
  package let output: [UInt8]
  package let errors: [UInt8]
  /// Its exit status; 128 and the signal's number where a signal ended it.
  package let status: Int32

  package enum Failure: Error, Equatable, Sendable {
    /// No such program in PATH.
    case missing
    case timedOut
    /// It said more than the limit on one of its outputs.
    case tooMuch
    case interrupted
    case system(SystemError)
  }

  /// The most octets that are read from each output.
  package static let limit = 1 << 18

  /// Runs `words[0]`, looked for in PATH, with exactly `environment` (`NAME=value`) and nothing to read. Ends it, and all
  /// that it started, where it has not answered in `seconds`.
  package static func run(
    _ words: [String], environment: [String], within seconds: Double, or interrupt: Interrupt
  ) throws(Failure) -> Inquiry {
    guard let output = FileDescriptor.pipe(), let errors = FileDescriptor.pipe() else { throw .system(.last) }
    // Programs do not expect that an output takes nothing for a moment: they would end or lose what they had to say.
    for end in [output.write, errors.write] { _ = fcntl(end.number, F_SETFL, 0) }
    var process: pid_t = 0
    let failure = Platform.ask(
      &process, words, environment: environment, output: output.write.number, errors: errors.write.number)
    guard failure == 0 else { throw failure == ENOENT ? .missing : .system(SystemError(failure)) }
    do {
      return try answer(of: process, [output.read, errors.read], until: .after(seconds: seconds), or: interrupt)
    } catch {
      kill(-process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      throw error
    }
  }

  /// The end of the process is waited for, not that of its outputs: what it left running may hold them open.
  private static func answer(
    of process: pid_t, _ ends: [FileDescriptor], until deadline: Deadline, or interrupt: Interrupt
  ) throws(Failure) -> Inquiry {
    var texts = [[UInt8]](repeating: [], count: ends.count)
    // Those it has not closed: one that is closed is always ready, and would turn the waiting into a race.
    var open = Array(ends.indices)
    while true {
      var status: Int32 = 0
      let ended = waitpid(process, &status, WNOHANG)
      if ended < 0, errno != EINTR { throw .system(.last) }
      for index in open where try !drain(ends[index], into: &texts[index]) { open.removeAll { $0 == index } }
      if ended == process {
        let code = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
        return Inquiry(output: texts[0], errors: texts[1], status: code)
      }
      if deadline.hasPassed { throw .timedOut }
      do {
        _ = try Wait.any(open.map { (ends[$0].number, .read) }, until: min(deadline, .after(seconds: 0.01)), or: interrupt)
      } catch {
        if error == .interrupted { throw .interrupted }
      }
    }
  }

  /// Reads what is there; whether there may be more to come.
  private static func drain(_ end: FileDescriptor, into text: inout [UInt8]) throws(Failure) -> Bool {
    var octets = [UInt8](repeating: 0, count: 8_192)
    while true {
      let count = Platform.read(end.number, &octets, octets.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return true }
      guard count >= 0 else { throw .system(.last) }
      if count == 0 { return false }
      text += octets.prefix(count)
      if text.count > limit { throw .tooMuch }
    }
  }
}
