// Work that a few threads divide among them.

import Posix
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
  private final class Busy: Sendable {
    private let counts = Mutex((now: 0, most: 0))
    var most: Int { counts.withLock { $0.most } }
    func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
    func leave() { counts.withLock { $0.now -= 1 } }
  }

  @Test("each position is processed once, by no more threads than are allowed", arguments: [(1, 5), (4, 20), (4, 2), (3, 1)])
  func positions(_ most: Int, _ count: Int) throws {
    let busy = Busy()
    let pool = try WorkerPool(most: most, count: count) { position in
      busy.enter()
      Wait.pause(seconds: 0.002)
      busy.leave()
      return position * 10
    }
    #expect(pool.size == min(most, count))
    var results: [Int: Int] = [:]
    let deadline = Deadline.after(seconds: 20)
    while results.count < count, !deadline.hasPassed {
      for (position, value) in pool.results(until: deadline) {
        #expect(results[position] == nil, "\(position) came twice")
        results[position] = value
      }
    }
    #expect(results == Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, $0 * 10) }))
    #expect(busy.most <= most)
  }

  @Test("a list without work has no threads and no results") func nothing() throws {
    let pool = try WorkerPool(most: 4, count: 0) { $0 }
    #expect(pool.size == 0)
    #expect(pool.results(until: .after(seconds: 0.01)).isEmpty)
  }

  @Test("a wait for results ends at its deadline, and the work continues") func deadline() throws {
    let pool = try WorkerPool(most: 1, count: 1) { _ in
      Wait.pause(seconds: 0.3)
      return 7
    }
    #expect(pool.results(until: .after(seconds: 0.01)).isEmpty)
    #expect(pool.results(until: .after(seconds: 20)).map(\.value) == [7])
  }
}
