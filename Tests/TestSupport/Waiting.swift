// Tests that wait for programs and servers. They block a thread, and the testing library has only as many as there are processors.

import Foundation
import Testing

/// Runs each test of a suite on a thread that may block, more of them at once than there are processors.
package struct Waiting: SuiteTrait, TestScoping {
  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(BlockingThreads.shared) { try await function() }
  }
}

extension Trait where Self == Waiting {
  /// The suite's tests mostly wait.
  package static var waiting: Self { Waiting() }
}

/// Threads for jobs that block. More than these at once would make programs miss the deadlines of the tests.
private final class BlockingThreads: TaskExecutor {
  static let shared = BlockingThreads()

  private let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 3 * ProcessInfo.processInfo.activeProcessorCount
    return queue
  }()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
