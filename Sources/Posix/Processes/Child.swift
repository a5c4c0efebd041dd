// A program run directly, without a shell, with its standard output in a pipe, and on request the other two as well.

import Platform

package final class Child {
  /// Non-blocking; at its end the program has closed its output.
  package let output: FileDescriptor
  /// What the program reads, until `endInput`; nil where it inherits it. Non-blocking.
  package private(set) var input: FileDescriptor?
  /// What the program says beside its output; nil where it inherits that. Non-blocking.
  package let errors: FileDescriptor?
  private let process: pid_t
  /// How it ended, once that was taken note of.
  private var ended: Int32?
  private var isLeft = false

  /// Starts `words[0]`, looked for in PATH, with all of `words` as its argv. It inherits the environment, standard input
  /// and standard error, and nothing else that is open. Throws the errno.
  package init(_ words: [String]) throws(SystemError) {
    guard let ends = FileDescriptor.pipe() else { throw SystemError.last }
    // The flag belongs to the open pipe end, which becomes the program's: no program expects to be told EAGAIN.
    ends.write.blocks()
    process = try Self.spawn(words, Platform.Streams(output: ends.write.number), [:])
    (output, errors) = (ends.read, nil)
  }

  /// The same with all three of its standard descriptors in pipes, and with `variables` changed in its environment.
  package init(conversingWith words: [String], variables: [String: String]) throws(SystemError) {
    guard let input = FileDescriptor.pipe(), let output = FileDescriptor.pipe(), let errors = FileDescriptor.pipe() else {
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
    watch(try spawn(words, nil, [:]))
  }

  /// Its exit status, 128 and the signal's number where a signal ended it; nil while it runs.
  package var status: Int32? {
    guard ended == nil, !isLeft else { return ended }
    var raw: Int32 = 0
    let result = waitpid(process, &raw, WNOHANG)
    if result == process { ended = raw & 0x7f == 0 ? raw >> 8 & 0xff : 128 + (raw & 0x7f) }
    // Somebody else has taken note of its end: what it was is not known, so it was no success.
    if result < 0, errno != EINTR { ended = 128 }
    return ended
  }

  /// Waits for the end of the program and gives its status; from `deadline` on, or when `interrupt` is raised, it runs on.
  package func wait(until deadline: Deadline, or interrupt: Interrupt?) throws(Wait.End) -> Int32 {
    while true {
      if let status { return status }
      if interrupt?.isRaised == true { throw .interrupted }
      if deadline.hasPassed { throw .deadline }
      Wait.pause(seconds: 0.01)
    }
  }

  /// Lets the program live on by itself: it is neither ended nor waited for any more.
  package func leave() {
    guard status == nil else { return }
    isLeft = true
    Self.watch(process)
  }

  /// Somebody has to take note of its end, or it stays in the process table as long as this program runs.
  private static func watch(_ process: pid_t) {
    _ = try? Worker.start {
      var status: Int32 = 0
      return waitpid(process, &status, 0)
    }
  }

  /// Ends the program if it still runs: with the time to tidy up that a person who waits does not notice.
  package func end() {
    guard status == nil, !isLeft else { return }
    kill(process, SIGTERM)
    for _ in 0..<10 where status == nil { Wait.pause(seconds: 0.01) }
    guard status == nil else { return }
    kill(process, SIGKILL)
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0, errno == EINTR {}
    ended = 128 + SIGKILL
  }
}
