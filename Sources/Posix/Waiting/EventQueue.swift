// Events from several threads, for one thread that waits for them.

import Synchronization

/// A queue of events. Any thread adds to it; the thread that waits watches `descriptor` and takes.
package final class EventQueue<Event: Sendable>: Sendable {
  private let waiting = Mutex<[Event]>([])
  private let ends: (read: FileDescriptor, write: FileDescriptor)

  /// Throws the errno if the system has no descriptors left.
  package init() throws(SystemError) {
    guard let ends = FileDescriptor.pipe() else { throw SystemError.last }
    self.ends = ends
  }

  /// A descriptor that is readable while the queue contains events.
  package var descriptor: Int32 { ends.read.number }

  package func add(_ event: Event) {
    waiting.withLock { $0.append(event) }
    ends.write.signal()
  }

  /// Removes and returns all events, oldest first. Does not wait.
  package func take() -> [Event] {
    ends.read.drain()
    return waiting.withLock { list in
      defer { list = [] }
      return list
    }
  }
}
