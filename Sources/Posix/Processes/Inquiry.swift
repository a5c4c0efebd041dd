// A program that is run directly, without a shell, for its output, with a time limit and a size limit.

import Platform

/// The output of a program that has ended. It is foreign text and is shown only through `Visible`.
package struct Inquiry: Sendable, Equatable {
  package let output: [UInt8]
  package let errors: [UInt8]
  /// The exit status. 128 plus the signal's number if a signal ended the program.
  package let status: Int32

  /// The reason why there is no output.
  package enum Failure: Error, Equatable, Sendable {
    /// PATH contains no such program.
    case missing
    case timedOut
    /// One of the outputs exceeds the size limit.
    case tooMuch
    case interrupted
    case system(SystemError)
  }

  /// The maximum size of each output in octets.
  package static let limit = 1 << 18

  /// Runs `words[0]`, which is searched in PATH, with `words` as its argv, exactly `environment` (`NAME=value`) and an
  /// empty standard input. Waits for its end. Ends the program and all processes that it started if it does not end
  /// within `seconds`, writes too much, or if `interrupt` is raised, and throws the reason.
  package static func run(
    _ words: [String], environment: [String], within seconds: Double, or interrupt: Interrupt
  ) throws(Failure) -> Inquiry {
    guard let output = FileDescriptor.pipe(), let errors = FileDescriptor.pipe() else { throw .system(.last) }
    // Programs do not expect EAGAIN on an output: they would end or lose data.
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

  /// Waits for the end of the process and not for the end of its outputs: a process that it left running may keep them
  /// open.
  private static func answer(
    of process: pid_t, _ ends: [FileDescriptor], until deadline: Deadline, or interrupt: Interrupt
  ) throws(Failure) -> Inquiry {
    var texts = [[UInt8]](repeating: [], count: ends.count)
    // The outputs that the program has not closed. A closed one is always ready, and the wait would be a busy loop.
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

  /// Reads the available octets. Returns false at the end of the output.
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
