// One call of a program as data: argv, environment and descriptors. `run` returns the result.

import Platform
import Posix

/// A call that can be started.
package struct ProcessCall: Sendable {
  /// Standard input of the program.
  package enum Input: Sendable {
    /// /dev/null.
    case nothing
    /// A pipe that contains these octets and then ends.
    case octets([UInt8])
    /// A pipe that stays open and empty.
    case silence
    case file(String)
    case closed

    package static func text(_ text: String) -> Input { .octets(Array(text.utf8)) }
  }

  /// Standard output or standard error of the program.
  package enum Output: Sendable {
    case captured
    case file(String)
    case closed
    /// A pipe whose reader has closed it.
    case unread
  }

  /// The path of the program.
  package var program: String
  /// The arguments without the program's name. They may have any octets except NUL.
  package var arguments: [[UInt8]]
  /// The whole environment of the program.
  package var environment: [String: String]
  package var input = Input.nothing
  package var output = Output.captured
  package var errors = Output.captured
  /// Further descriptors that the program inherits: pipes that contain these octets.
  package var descriptors: [Int32: [UInt8]] = [:]
  /// Signals that are blocked when the program starts.
  package var blockedSignals: [Int32] = []

  package init(_ program: String, _ arguments: [String], environment: [String: String]) {
    self.program = program
    self.arguments = arguments.map { Array($0.utf8) }
    self.environment = environment
  }

  /// Returns this call with a change, so that a test states only what it is about.
  package func with(_ change: (inout ProcessCall) -> Void) -> ProcessCall {
    var copy = self
    change(&copy)
    return copy
  }

  /// argv, including the program's name.
  var words: [[UInt8]] { [Array(program.utf8)] + arguments }

  /// Starts the program without a controlling terminal.
  package func start() throws -> ProcessRun {
    // Writing to a program that has ended must not end the tests. Child processes start with the default action.
    Platform.ignore(SIGPIPE)
    var streams: [Int32: ProcessStream] = [:]
    var (ends, writers): ([FileDescriptor], [ProcessRun.Writer]) = ([], [])
    func feed(_ number: Int32, _ octets: [UInt8]?) throws {
      let (read, write) = try Self.pipe(ours: .write)
      streams[number] = .descriptor(read.number)
      ends.append(read)
      writers.append(ProcessRun.Writer(descriptor: write, rest: octets.map { $0[...] }))
    }
    func collect(_ number: Int32, _ output: Output) throws -> FileDescriptor? {
      switch output {
      case .captured, .unread:
        let (read, write) = try Self.pipe(ours: .read)
        streams[number] = .descriptor(write.number)
        ends.append(write)
        if case .unread = output { return nil }
        return read
      case .file(let path):
        streams[number] = .path(path, flags: O_WRONLY | O_CREAT)
        return nil
      case .closed: return nil
      }
    }
    switch input {
    case .nothing: streams[0] = .path("/dev/null", flags: O_RDONLY)
    case .octets(let octets): try feed(0, octets)
    case .silence: try feed(0, nil)
    case .file(let path): streams[0] = .path(path, flags: O_RDONLY)
    case .closed: break
    }
    for (number, octets) in descriptors { try feed(number, octets) }
    let (output, errors) = (try collect(1, output), try collect(2, errors))
    let spawn = ProcessSpawn(words: words, environment: environment, streams: streams, terminal: nil, blockedSignals: blockedSignals)
    return ProcessRun(try spawn.start(), writers: writers, output: output, errors: errors)
  }

  /// Starts the program and waits until it ends. If it has not ended after `seconds`, kills it and throws.
  package func run(within seconds: Double = 30) throws -> ProcessResult { try start().finish(within: seconds) }

  /// Returns a pipe. The end of the tests does not block. The end of the child blocks, as a shell would create it.
  private static func pipe(ours: Wait.Event) throws -> (read: FileDescriptor, write: FileDescriptor) {
    var ends: [Int32] = [-1, -1]
    guard Platform.pipe(&ends) == 0 else { throw ProcessFailure.system("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[ours == .read ? 0 : 1], F_SETFL, O_NONBLOCK)
    return (FileDescriptor(ends[0]), FileDescriptor(ends[1]))
  }
}
