// A function on a thread of its own, and its result.

import Platform
import Synchronization

/// A running or finished function. Blocking work must not run on Swift's cooperative pool: on two cores, two blocked
/// tasks stop every timer (measured).
package final class Worker<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let ends: (read: FileDescriptor, write: FileDescriptor)

  /// Starts `work` on a new thread. Throws the errno if the system has no thread or descriptor left. The thread is
  /// detached: work that cannot be cancelled (getaddrinfo) is abandoned at its deadline and not waited for.
  package static func start(_ work: @escaping @Sendable () -> Value) throws(SystemError) -> Worker {
    guard let ends = FileDescriptor.pipe() else { throw SystemError.last }
    let worker = Worker(ends: ends)
    let body = Thread { [worker] in
      let value = work()
      worker.result.withLock { $0 = value }
      worker.ends.write.signal()
    }
    try body.start()
    return worker
  }

  private init(ends: (read: FileDescriptor, write: FileDescriptor)) { self.ends = ends }

  /// A descriptor that is readable when the result exists.
  package var descriptor: Int32 { ends.read.number }

  /// The result. `nil` while the work continues.
  package var value: Value? { result.withLock { $0 } }

  /// Waits for the result and returns it. Throws `.deadline` or `.interrupted`; the work then continues.
  package func wait(until deadline: Deadline, or interrupt: Interrupt) throws(Wait.End) -> Value {
    while true {
      if let value { return value }
      try Wait.one(descriptor, for: .read, until: deadline, or: interrupt)
    }
  }
}

/// A failed system call, with its errno.
package struct SystemError: Error, Equatable, Sendable {
  package let number: Int32
  package init(_ number: Int32) { self.number = number }
  /// The errno of the call that has just failed.
  package static var last: SystemError { SystemError(errno) }
  /// Whether the system has no descriptors or no memory left: nothing is wrong with what was asked for.
  package var isExhaustion: Bool { [EMFILE, ENFILE, ENOMEM].contains(number) }
  /// The text of strerror(3) in the C locale. EILSEQ has a plainer text: it only occurs for file names, if this program
  /// or a file system that requires UTF-8 refuses them.
  package var text: String { number == EILSEQ ? "The path is not UTF-8" : String(cString: strerror(number)) }
}

/// The argument of pthread_create(3): one retained box around a closure.
private final class Thread: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  func start() throws(SystemError) {
    let box = Unmanaged.passRetained(self)
    let failure = Platform.startDetachedThread(box.toOpaque()) { pointer in
      Unmanaged<Thread>.fromOpaque(pointer).takeRetainedValue().body()
    }
    guard failure == 0 else {
      box.release()
      throw SystemError(failure)
    }
  }
}
