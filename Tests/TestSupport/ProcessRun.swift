// A running program: its output is collected, its input is written, and its end is awaited.

import Platform
import Posix

/// A running program. Only one test at a time may use it. It is killed when this object is released.
package final class ProcessRun {
  /// The process id, which is also the id of its session and of its process group.
  package let process: pid_t
  private var writers: [Writer]
  private var readers: [FileDescriptor?]
  /// The octets on standard output and standard error so far.
  private var collected: [[UInt8]] = [[], []]
  private let started = Deadline.now
  private var isReaped = false

  /// An input of the program. Without octets it stays open and empty.
  struct Writer {
    let descriptor: FileDescriptor
    var rest: ArraySlice<UInt8>?
  }

  init(_ process: pid_t, writers: [Writer], output: FileDescriptor?, errors: FileDescriptor?) {
    (self.process, self.writers, readers) = (process, writers, [output, errors])
  }

  deinit {
    guard !isReaped else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Standard output so far. `errors` is standard error so far.
  package var output: [UInt8] { collected[0] }
  package var errors: [UInt8] { collected[1] }

  /// Sends a signal to the process.
  package func signal(_ number: Int32) { kill(process, number) }

  /// Writes `octets` to the input of a call with `ProcessCall.Input.silence`. The input stays open.
  package func send(_ octets: [UInt8]) throws {
    guard let descriptor = writers.first?.descriptor else { throw ProcessFailure("the input has ended") }
    let deadline = Deadline.after(seconds: 20)
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Platform.write(descriptor.number, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      guard count < 0 else { continue }
      guard errno == EAGAIN || errno == EINTR, !deadline.hasPassed else { throw ProcessFailure.system("writing; \(said)") }
      exchange(until: .after(seconds: 0.002))
    }
  }

  /// Ends the input.
  package func endInput() { writers = [] }

  /// Waits until `condition` is true. The condition is checked after every output and every two milliseconds. Throws
  /// after `seconds`.
  package func wait(_ what: String, within seconds: Double = 20, until condition: () throws -> Bool) throws {
    let deadline = Deadline.after(seconds: seconds)
    while try !condition() {
      guard !deadline.hasPassed else { throw ProcessFailure("no \(what) after \(seconds) s; \(said)") }
      exchange(until: min(deadline, .after(seconds: 0.002)))
    }
  }

  /// Waits until the program and its output end. Throws after `seconds`.
  package func finish(within seconds: Double = 30) throws -> ProcessResult {
    let deadline = Deadline.after(seconds: seconds)
    while true {
      if let end = reap() {
        // Output from before the end is still in the pipes. A child of the program may keep them open.
        while readers.contains(where: { $0 != nil }), !deadline.hasPassed { exchange(until: deadline) }
        return ProcessResult(
          end: end.end, output: output, errors: errors, seconds: end.at.milliseconds(since: started) / 1_000,
          processorSeconds: end.processor)
      }
      guard !deadline.hasPassed else { throw ProcessFailure("not ended after \(seconds) s; \(said)") }
      // Output and end are separate events. A check every millisecond is sufficient, without a signal.
      exchange(until: min(deadline, .after(seconds: 0.001)))
    }
  }

  private var said: String {
    "output: \(String(decoding: output.suffix(2_000), as: UTF8.self))\nerrors: \(String(decoding: errors.suffix(2_000), as: UTF8.self))"
  }

  /// Writes input and reads output that is ready, until `deadline` at the latest.
  private func exchange(until deadline: Deadline) {
    writers.removeAll { $0.rest?.isEmpty == true }
    let busy = writers.indices.filter { writers[$0].rest != nil }
    let open = readers.indices.filter { readers[$0] != nil }
    let watched: [(Int32, Wait.Event)] =
      open.compactMap { readers[$0].map { ($0.number, .read) } } + busy.map { (writers[$0].descriptor.number, .write) }
    guard let ready = try? Wait.any(watched, until: deadline, or: nil) else { return }
    for position in ready {
      if position < open.count { read(open[position]) } else { feed(busy[position - open.count]) }
    }
  }

  private func read(_ position: Int) {
    guard let descriptor = readers[position] else { return }
    var octets = [UInt8](repeating: 0, count: 65_536)
    let count = Platform.read(descriptor.number, &octets, octets.count)
    if count > 0 { collected[position] += octets.prefix(count) }
    if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { readers[position] = nil }
  }

  private func feed(_ position: Int) {
    guard let rest = writers[position].rest else { return }
    let count = rest.withUnsafeBytes { Platform.write(writers[position].descriptor.number, $0.baseAddress, $0.count) }
    if count >= 0 { writers[position].rest = rest.dropFirst(count) }
    // A program may ignore its input.
    if count < 0, errno == EPIPE { writers[position].rest = [] }
  }

  private func reap() -> (end: ProcessEnd, processor: Double, at: Deadline)? {
    guard let reaped = ProcessEnd.reap(process) else { return nil }
    isReaped = true
    return (reaped.end, reaped.processorSeconds, .now)
  }
}
