// A list of work that a few threads divide among them.

import Synchronization

/// The running work on the positions of a list. Each position is processed once, by the first thread that is free.
package struct WorkerPool<Value: Sendable>: Sendable {
  private let results: EventQueue<(position: Int, value: Value)>
  /// The number of threads.
  package let size: Int

  /// Starts at most `most` threads that call `work` with the positions from 0 to `count` - 1. If the system has fewer
  /// threads left, the pool is smaller. Throws the errno if it has no thread or descriptor left at all; `work` is not
  /// called then.
  package init(most: Int, count: Int, _ work: @escaping @Sendable (Int) -> Value) throws(SystemError) {
    let results = try EventQueue<(position: Int, value: Value)>()
    let next = Counter()
    var size = 0
    while size < min(most, count) {
      do throws(SystemError) {
        _ = try Worker.start { while let position = next.take(below: count) { results.add((position, work(position))) } }
        size += 1
      } catch {
        if size == 0 { throw error }
        break
      }
    }
    (self.results, self.size) = (results, size)
  }

  /// Waits until there are results or `deadline` has passed, and returns the results that it has not returned before.
  package func results(until deadline: Deadline) -> [(position: Int, value: Value)] {
    do { _ = try Wait.any([(results.descriptor, .read)], until: deadline, or: nil) } catch {}
    return results.take()
  }
}

/// The next position of the list.
private final class Counter: Sendable {
  private let next = Mutex(0)

  /// Returns the next position, or `nil` after the last.
  func take(below end: Int) -> Int? {
    next.withLock { position in
      guard position < end else { return nil }
      defer { position += 1 }
      return position
    }
  }
}
