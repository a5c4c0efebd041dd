// What the sessions' threads have to tell, on its way to the thread that waits for it.

import Posix
import Synchronization

final class EventQueue<News: Sendable>: Sendable {
  private let waiting = Mutex<[News]>([])
  private let ends: (read: FileDescriptor, write: FileDescriptor)

  init() throws(SystemError) {
    guard let ends = FileDescriptor.pipe() else { throw SystemError.last }
    self.ends = ends
  }

  /// Readable when there is something to take.
  var descriptor: Int32 { ends.read.number }

  func add(_ news: News) {
    waiting.withLock { $0.append(news) }
    ends.write.signal()
  }

  func take() -> [News] {
    ends.read.drain()
    return waiting.withLock { list in
      defer { list = [] }
      return list
    }
  }
}
