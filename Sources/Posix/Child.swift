// A program run directly, without a shell, with its standard output in a pipe, and on request the other two as well.

import Platform

package final class Child {
  /// Non-blocking; at its end the program has closed its output.
  package let output: Descriptor
  /// What the program reads, until `endInput`; nil where it inherits it. Non-blocking.
  package private(set) var input: Descriptor?
  /// What the program says beside its output; nil where it inherits that. Non-blocking.
  package let errors: Descriptor?
  private let process: pid_t
  private var isReaped = false

  /// Starts `words[0]`, looked for in PATH, with all of `words` as its argv. It inherits the environment, standard input
  /// and standard error, and nothing else that is open. Throws the errno.
  package init(_ words: [String]) throws(SystemError) {
    guard let ends = Descriptor.pipe() else { throw SystemError.last }
    // The flag belongs to the open pipe end, which becomes the program's: no program expects to be told EAGAIN.
    ends.write.blocks()
    process = try Self.spawn(words, Platform.Streams(output: ends.write.number), [:])
    (output, errors) = (ends.read, nil)
  }

  /// The same with all three of its standard descriptors in pipes, and with `variables` changed in its environment.
  package init(conversingWith words: [String], variables: [String: String]) throws(SystemError) {
    guard let input = Descriptor.pipe(), let output = Descriptor.pipe(), let errors = Descriptor.pipe() else {
      throw SystemError.last
    }
    for end in [input.read, output.write, errors.write] { end.blocks() }
    process = try Self.spawn(
      words, Platform.Streams(input: input.read.number, output: output.write.number, errors: errors.write.number), variables)
    (self.input, self.output, self.errors) = (input.write, output.read, errors.read)
  }

  private static func spawn(
    _ words: [String], _ streams: Platform.Streams?, _ variables: [String: String]
  ) throws(SystemError) -> pid_t {
    var process: pid_t = 0
    let failure = Platform.spawn(&process, words, streams, variables: variables)
    guard failure == 0 else { throw SystemError(failure) }
    return process
  }

  /// The program has read all there is.
  package func endInput() { input = nil }

  deinit { end() }

  /// Starts a program that lives on by itself (a browser), apart from the terminal. Throws the errno.
  package static func launch(_ words: [String]) throws(SystemError) {
    let started = try spawn(words, nil, [:])
    // Somebody has to take note of its end, or it stays in the process table as long as this program runs.
    _ = try? Worker.start {
      var status: Int32 = 0
      return waitpid(started, &status, 0)
    }
  }

  /// Waits for the end of the program, which has closed its output; gives its exit status, 128 and the signal's number
  /// when a signal ended it.
  package func wait() -> Int32 {
    var status: Int32 = 0
    // A program that has closed its output but does not end is given five seconds.
    for _ in 0..<500 {
      let ended = waitpid(process, &status, WNOHANG)
      if ended < 0, errno != EINTR {
        // Somebody else has taken note of its end: what it was is not known, so it was no success.
        isReaped = true
        return 128
      }
      if ended == process {
        isReaped = true
        return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
      }
      Wait.pause(seconds: 0.01)
    }
    end()
    return 128 + SIGTERM
  }

  /// Ends the program if it still runs.
  package func end() {
    guard !isReaped else { return }
    isReaped = true
    kill(process, SIGTERM)
    var status: Int32 = 0
    for _ in 0..<20 where waitpid(process, &status, WNOHANG) == 0 { Wait.pause(seconds: 0.01) }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
  }
}
