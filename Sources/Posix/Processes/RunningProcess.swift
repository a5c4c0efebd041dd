// A process that this one has started, with its ends of the pipes.

import Platform
import Vocabulary

final class RunningProcess {
  /// The standard output of the program. Non-blocking. Its end means that the program, and every process that inherited it,
  /// has closed it.
  let output: FileDescriptor
  /// The standard error of the program. Non-blocking. `nil` if the program inherited it.
  let errors: FileDescriptor?
  /// The standard input of the program, until `endInput`. Non-blocking. `nil` if this process writes nothing to it.
  private(set) var input: FileDescriptor?
  private let number: pid_t
  private let hasOwnGroup: Bool
  /// The exit status, once it is known.
  private var ended: Int32?

  /// Starts the program of `call`. It inherits no descriptors except for the standard ones. Throws the errno.
  init(_ call: SubprocessCall) throws(SystemError) {
    hasOwnGroup = call.hasOwnGroup
    let output = try Self.pipe()
    output.write.blocks()
    let errors: (read: FileDescriptor, write: FileDescriptor)?
    switch call.errors {
    case .captured: errors = try Self.pipe()
    case .inherited: errors = nil
    }
    errors?.write.blocks()
    var (reading, pipe) = (Platform.Stream.inherited, (read: FileDescriptor, write: FileDescriptor)?.none)
    switch call.input {
    case .none: reading = .null
    case .inherited: break
    case .secret:
      let ends = try Self.pipe()
      ends.read.blocks()
      (reading, pipe) = (.descriptor(ends.read.number), ends)
    }
    let streams = Platform.Streams(
      input: reading, output: .descriptor(output.write.number), errors: errors.map { .descriptor($0.write.number) } ?? .inherited)
    number = try Self.spawn(call.words, streams, call.environment, ownGroup: call.hasOwnGroup)
    (input, self.output, self.errors) = (pipe?.write, output.read, errors?.read)
  }

  /// O_NONBLOCK belongs to the end of a pipe. The caller removes it from the program's end: programs do not expect EAGAIN.
  private static func pipe() throws(SystemError) -> (read: FileDescriptor, write: FileDescriptor) {
    guard let ends = FileDescriptor.pipe() else { throw .last }
    return ends
  }

  /// Starts a program. The variables of this program are not for others: a helper that calls this program again would get
  /// options that nobody gave it.
  static func spawn(
    _ words: [String], _ streams: Platform.Streams, _ variables: Platform.Variables, ownGroup: Bool
  ) throws(SystemError) -> pid_t {
    var process: pid_t = 0
    let failure = Platform.spawn(&process, words, streams, variables, ownPrefix: Environment.ownPrefix, ownGroup: ownGroup)
    guard failure == 0 else { throw SystemError(failure) }
    return process
  }

  /// Closes the standard input of the program, which then reads its end.
  func endInput() { input = nil }

  /// The exit status. 128 plus the signal's number if a signal ended the program. `nil` while it runs.
  var status: Int32? {
    guard ended == nil else { return ended }
    var raw: Int32 = 0
    let result = waitpid(number, &raw, WNOHANG)
    if result == number { ended = raw & 0x7f == 0 ? raw >> 8 & 0xff : 128 + (raw & 0x7f) }
    // Another thread has waited for the process. Its status is unknown, so it does not count as success.
    if result < 0, errno != EINTR { ended = 128 }
    return ended
  }

  /// Lets the program continue on its own.
  func leave() {
    if status == nil { Self.watch(number) }
  }

  /// Waits for the process `number` on a thread. Without this, the process would stay in the process table as long as this
  /// program runs.
  static func watch(_ number: pid_t) {
    _ = try? Worker.start {
      var status: Int32 = 0
      return waitpid(number, &status, 0)
    }
  }

  /// Ends the program if it still runs. A program in its own process group is ended together with the whole group, also
  /// with what it has left behind. Otherwise it receives SIGTERM, then SIGKILL after 0.1 seconds: the user does not notice
  /// this delay, and the program has time to clean up.
  func end() {
    if hasOwnGroup {
      kill(-number, SIGKILL)
    } else {
      guard status == nil else { return }
      kill(number, SIGTERM)
      for _ in 0..<10 where status == nil { Wait.pause(seconds: 0.01) }
      guard status == nil else { return }
      kill(number, SIGKILL)
    }
    guard ended == nil else { return }
    var raw: Int32 = 0
    while waitpid(number, &raw, 0) < 0, errno == EINTR {}
    ended = 128 + SIGKILL
  }
}
