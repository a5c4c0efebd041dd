// A program that is run directly, without a shell, with pipes for its standard descriptors.

import Platform

/// A running program. It is ended when the last reference to this object is released, except after `leave`.
package final class Child {
  /// The standard output of the program. Non-blocking. Its end means that the program has closed it.
  package let output: FileDescriptor
  /// The standard input of the program, until `endInput`. Non-blocking. `nil` if the program inherits its standard
  /// input.
  package private(set) var input: FileDescriptor?
  /// The standard error of the program. Non-blocking. `nil` if the program inherits its standard error.
  package let errors: FileDescriptor?
  private let process: pid_t
  /// The exit status, once it is known.
  private var ended: Int32?
  private var isLeft = false

  /// Starts `words[0]`, which is searched in PATH, with `words` as its argv. The program inherits the environment,
  /// standard input and standard error, and no other open descriptor. Throws the errno.
  package init(_ words: [String]) throws(SystemError) {
    guard let ends = FileDescriptor.pipe() else { throw SystemError.last }
    // O_NONBLOCK belongs to the end of the pipe that becomes the program's output. Programs do not expect EAGAIN.
    ends.write.blocks()
    process = try Self.spawn(words, Platform.Streams(output: ends.write.number), [:])
    (output, errors) = (ends.read, nil)
  }

  /// Starts `words[0]` likewise, with pipes for all three standard descriptors, and with `variables` added to or
  /// replaced in its environment. Throws the errno.
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

  /// Closes the standard input of the program, which then reads its end.
  package func endInput() { input = nil }

  deinit { end() }

  /// Starts a program that continues on its own (a browser), detached from the terminal. Throws the errno.
  package static func launch(_ words: [String]) throws(SystemError) {
    watch(try spawn(words, nil, [:]))
  }

  /// The exit status. 128 plus the signal's number if a signal ended the program. `nil` while it runs.
  package var status: Int32? {
    guard ended == nil, !isLeft else { return ended }
    var raw: Int32 = 0
    let result = waitpid(process, &raw, WNOHANG)
    if result == process { ended = raw & 0x7f == 0 ? raw >> 8 & 0xff : 128 + (raw & 0x7f) }
    // Another thread has waited for the process. Its status is unknown, so it does not count as success.
    if result < 0, errno != EINTR { ended = 128 }
    return ended
  }

  /// Waits for the end of the program and returns its status. Throws `.deadline` after `deadline`, or `.interrupted` if
  /// `interrupt` is raised. The program then continues to run.
  package func wait(until deadline: Deadline, or interrupt: Interrupt?) throws(Wait.End) -> Int32 {
    while true {
      if let status { return status }
      if interrupt?.isRaised == true { throw .interrupted }
      if deadline.hasPassed { throw .deadline }
      Wait.pause(seconds: 0.01)
    }
  }

  /// Lets the program continue on its own. This object does not end it and does not wait for it any more.
  package func leave() {
    guard status == nil else { return }
    isLeft = true
    Self.watch(process)
  }

  /// Waits for the process on a thread. Without this, the process would stay in the process table as long as this
  /// program runs.
  private static func watch(_ process: pid_t) {
    _ = try? Worker.start {
      var status: Int32 = 0
      return waitpid(process, &status, 0)
    }
  }

  /// Ends the program if it still runs: SIGTERM, then SIGKILL after 0.1 seconds. The user does not notice this delay,
  /// and the program has time to clean up.
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
