// Writing to a running program and reading from it until its call has a result.

import Platform
import Vocabulary

struct SubprocessDialogue {
  private let call: SubprocessCall
  private let process: RunningProcess
  private(set) var output: CollectedOctets
  /// `nil` if the program inherited its standard error.
  var errors: CollectedOctets?
  /// How many octets of the input are written.
  private var written = 0
  /// Whether the outputs are not at their ends. One that is at its end is always ready, and the wait would be a busy loop.
  private var (isOutputOpen, areErrorsOpen) = (true, true)

  /// Seconds that a program has to end after it has closed its output.
  private static let secondsAfterOutput = 0.5
  /// Seconds that a process which the program has left behind has to complete a line.
  private static let secondsForLine = 1.0
  /// The most octets that a program can leave in a pipe (pipe(7), `pipe-max-size`).
  private static let pipeSize = 1 << 20

  init(_ call: SubprocessCall, _ process: RunningProcess, output: CollectedOctets) {
    (self.call, self.process, self.output) = (call, process, output)
  }

  /// Returns the exit status of the program, or `nil` if it was left running.
  mutating func run(until deadline: Deadline, or interrupt: Interrupt) throws(Subprocess.Error) -> Int32? {
    var (leaving, completion): (Deadline?, Deadline?) = (nil, nil)
    while true {
      if interrupt.isRaised { throw .interrupted }
      // Asked before the outputs are read: then the program itself cannot print anything after that.
      if let status = process.status {
        try readRest()
        let end = completion ?? .after(seconds: Self.secondsForLine)
        completion = end
        if isComplete || end.hasPassed { return status }
      } else if let leaving, leaving.hasPassed {
        try readRest()
        process.leave()
        return nil
      }
      if deadline.hasPassed { throw .timedOut }
      try wait(until: deadline, or: interrupt, hasEnded: completion != nil)
      if !isOutputOpen, leaving == nil, isAnswer { leaving = min(deadline, .after(seconds: Self.secondsAfterOutput)) }
    }
  }

  /// Whether the program, which has ended, has printed everything that the call needs.
  private var isComplete: Bool {
    switch call.ending {
    case .exit, .output: true
    case .line: !isOutputOpen || output.endsLine
    }
  }

  /// Whether the output, which is at its end, is enough for the call.
  private var isAnswer: Bool {
    switch call.ending {
    case .exit: false
    case .output: output.count > 0
    case .line: true
    }
  }

  /// Waits until a pipe is ready or the program may have ended, then writes and reads once.
  private mutating func wait(until deadline: Deadline, or interrupt: Interrupt, hasEnded: Bool) throws(Subprocess.Error) {
    var watched: [(descriptor: Int32, event: Wait.Event)] = []
    if isOutputOpen { watched.append((process.output.number, .read)) }
    if areErrorsOpen, !hasEnded, let end = process.errors { watched.append((end.number, .read)) }
    if let end = process.input { watched.append((end.number, .write)) }
    // poll(2) does not report the end of a process. With an open output the end of the output usually comes first.
    let pause = isOutputOpen && !hasEnded ? 0.05 : 0.01
    do throws(Wait.End) {
      _ = try Wait.any(watched, until: min(deadline, .after(seconds: pause)), or: interrupt)
    } catch {
      if error == .interrupted { throw .interrupted }
      return
    }
    // None of the descriptors blocks, so those that are not ready do no harm.
    feed()
    if areErrorsOpen { _ = try readErrors() }
    if isOutputOpen { _ = try readOutput() }
  }

  /// Reads what the program has left in the pipes. A process that it has left behind may write more all the time, so there
  /// is a limit.
  private mutating func readRest() throws(Subprocess.Error) {
    let reads = Self.pipeSize / 4_096
    for _ in 0..<reads where isOutputOpen { if try readOutput() != .octets { break } }
    for _ in 0..<reads where areErrorsOpen { if try readErrors() != .octets { break } }
  }

  private mutating func readOutput() throws(Subprocess.Error) -> CollectedOctets.Reading {
    let reading = output.read(process.output)
    isOutputOpen = reading != .end
    try refuseExcess(output)
    return reading
  }

  private mutating func readErrors() throws(Subprocess.Error) -> CollectedOctets.Reading {
    guard let end = process.errors, var errors else {
      areErrorsOpen = false
      return .end
    }
    let reading = errors.read(end)
    areErrorsOpen = reading != .end
    self.errors = errors
    try refuseExcess(errors)
    return reading
  }

  private func refuseExcess(_ octets: CollectedOctets) throws(Subprocess.Error) {
    switch call.excess {
    case .refused: if !octets.isWhole { throw .tooMuch }
    case .cut: break
    }
  }

  private mutating func feed() {
    guard let end = process.input, case .secret(let input) = call.input else { return }
    let count = input.withOctets { octets in
      Platform.write(end.number, octets.baseAddress.map { $0 + written }, octets.count - written)
    }
    if count > 0 { written += count }
    // A program need not read its input. The caller finds out by the result.
    if written == input.count || (count < 0 && errno != EAGAIN && errno != EINTR) { process.endInput() }
  }
}
